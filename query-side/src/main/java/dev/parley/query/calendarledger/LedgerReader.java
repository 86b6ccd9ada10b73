package dev.parley.query.calendarledger;

import dev.parley.api.TenantId;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.notification.LedgerQuery.CalendarLedger;
import dev.parley.api.notification.LedgerQuery.LedgerAttendee;
import dev.parley.api.notification.LedgerQuery.LedgerEntry;
import dev.parley.api.notification.NotificationId;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.notification.NotificationQuery.State;
import dev.parley.query.Cells;
import dev.parley.query.TenantReads;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads what everybody was sent about one meeting, by itself or with its series, and what their calendars make of it. */
@Component
final class LedgerReader {
    private static final int MOST_LETTERS = 5_000;
    private static final int MOST_ENTRIES = 100;

    private final TenantReads reads;
    private final EntryNames names;

    LedgerReader(TenantReads reads, EntryNames names) {
        this.reads = reads;
        this.names = names;
    }

    Mono<CalendarLedger> of(TenantId tenant, MeetingId meeting) {
        return reads.one(
                tenant,
                database -> standing(database, meeting)
                        .flatMap(it -> letters(database, meeting).map(letters -> ledger(it, letters))));
    }

    private record Standing(
            MeetingId meeting,
            UUID entry,
            int sequence,
            boolean stands,
            boolean calledOff,
            List<Attendee> attendees,
            long version) {}

    private static Mono<Standing> standing(DatabaseClient database, MeetingId meeting) {
        return database.sql("select * from calendar_ledger where meeting_id = :meeting")
                .bind("meeting", meeting.value())
                .map(row -> standing(meeting, new Cells(row)))
                .one();
    }

    private static Standing standing(MeetingId meeting, Cells cells) {
        return new Standing(
                meeting,
                cells.maybe("series_id", UUID.class).orElse(meeting.value()),
                cells.number("sequence"),
                cells.flag("stands"),
                cells.flag("called_off"),
                cells.list("attendees", Attendee.class),
                cells.count("version"));
    }

    /** Letters of a series stand under one of its meetings and speak of all. */
    private static Mono<List<Letter>> letters(DatabaseClient database, MeetingId meeting) {
        return database.sql("""
                        select * from calendar_letter where meeting_id = :meeting and not of_series
                            or of_series and meeting_id in (
                                select of_all.meeting_id from calendar_ledger of_all join calendar_ledger one using (tenant_id, series_id)
                                where one.meeting_id = :meeting)
                        order by asked_at desc limit :most
                        """)
                .bind("meeting", meeting.value())
                .bind("most", MOST_LETTERS)
                .map(LedgerReader::letter)
                .all()
                .collectList()
                .map(List::reversed);
    }

    private CalendarLedger ledger(Standing it, List<Letter> letters) {
        var attendees =
                it.attendees().stream().map(one -> attendee(one, it, letters)).toList();
        return new CalendarLedger(it.meeting(), names.uidOf(it.entry()), it.sequence(), attendees, it.version());
    }

    private static LedgerAttendee attendee(Attendee one, Standing it, List<Letter> all) {
        var letters = all.stream().filter(letter -> letter.isTo(one)).toList();
        var telling = letters.stream().filter(Letter::changesCalendars).toList();
        var reading = new Reading(one, telling, it.calledOff());
        return new LedgerAttendee(
                one.participantId(),
                one.name(),
                one.email(),
                one.invited(),
                reading.shows(),
                reading.explanation(),
                reading.shownSequence(),
                it.stands() && reading.mayNeedRepair(),
                letters.reversed().stream()
                        .map(Letter::entry)
                        .limit(MOST_ENTRIES)
                        .toList(),
                one.reply());
    }

    private static Letter letter(Readable row) {
        var cells = new Cells(row);
        var entry = new LedgerEntry(
                new NotificationId(cells.id("notification_id")),
                cells.constant("kind", NotificationKind.class),
                cells.number("sequence"),
                cells.constant("state", State.class),
                cells.text("document"),
                cells.text("answer"),
                cells.text("message_id"),
                cells.instant("at"));
        return new Letter(entry, cells.text("recipient_email"), cells.flag("of_series"), cells.count("asked_at"));
    }
}
