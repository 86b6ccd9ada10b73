package dev.parley.benchmarks.itip;

import dev.parley.api.Ids;
import dev.parley.api.TenantId;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationId;
import dev.parley.api.notification.NotificationKind;
import dev.parley.benchmarks.Benchmark;
import dev.parley.benchmarks.Result;
import dev.parley.infra.mail.WrittenInvitations;
import dev.parley.saga.notification.Invitations.Letter;
import dev.parley.saga.notification.Style;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.fortuna.ical4j.data.CalendarBuilder;

/**
 * Documents per second on one thread: an invitation of four as it goes into a letter, validated and folded by octets, beside the bare library
 * writing the same event. Both take turns, so that whatever else the machine does hits both; the medians are compared.
 */
public final class ItipBenchmark implements Benchmark {
    private static final MeetingId meeting = new MeetingId(Ids.named("benchmark", "itip"));
    private static final URI way = URI.create("https://meet.example.test/join/" + "x".repeat(140));
    private static final Instant now = Instant.parse("2026-11-30T08:00:00Z");

    private final WrittenInvitations ours = new WrittenInvitations();

    @Override
    public Result run(boolean quick) throws Exception {
        var letter = letter();
        var written = ours.write(letter, way, now);
        var bare = new BareIcal4j(new CalendarBuilder().build(new StringReader(written)));
        Supplier<String> first = () -> ours.write(letter, way, now);
        Supplier<String> second =
                () -> bare.write(letter.time().start(), letter.time().end(), now);
        var round = Duration.ofSeconds(quick ? 1 : 3);
        for (var i = 0; i < 3; i++) {
            perSecond(first, round);
            perSecond(second, round);
        }
        List<Double> mine = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (var i = 0; i < (quick ? 7 : 15); i++) {
            mine.add(perSecond(first, round));
            theirs.add(perSecond(second, round));
        }
        return new Result()
                .figure("documents_per_s", median(mine))
                .figure("ical4j_documents_per_s", median(theirs))
                .figure("document_bytes", written.length())
                .ratio("ical4j", median(mine) / median(theirs));
    }

    private static double perSecond(Supplier<String> writer, Duration round) {
        var begun = System.nanoTime();
        var end = begun + round.toNanos();
        long documents = 0;
        long characters = 0;
        while (System.nanoTime() < end) {
            characters += writer.get().length();
            documents++;
        }
        if (characters == 0) throw new IllegalStateException("nothing was written");
        return documents * 1e9 / (System.nanoTime() - begun);
    }

    private static double median(List<Double> rounds) {
        Collections.sort(rounds);
        return rounds.get(rounds.size() / 2);
    }

    private static Letter letter() {
        var lead = invitee("Lena Lead", Invitee.Role.LEAD);
        var others = List.of(
                invitee("Gus Guest", Invitee.Role.GUEST),
                invitee("Zoë Šťastná", Invitee.Role.GUEST),
                invitee("佐藤 花子", Invitee.Role.GUEST));
        var time = new MeetingTime(
                LocalDateTime.parse("2026-12-01T09:00"),
                ZoneId.of("Europe/Berlin"),
                Duration.ofMinutes(30),
                Optional.empty());
        return new Letter(
                NotificationId.of(meeting, NotificationKind.INVITATION, lead.email(), "seq-0"),
                new TenantId(Ids.named("benchmark", "tenant")),
                NotificationKind.INVITATION,
                lead,
                others,
                meeting,
                "Discovery call with Acme, and what comes after it",
                "Alice Seller",
                time,
                0,
                "",
                Optional.empty(),
                Optional.empty(),
                Style.shipped(Language.EN));
    }

    private static Invitee invitee(String name, Invitee.Role role) {
        var email = "guest" + Math.abs(name.hashCode()) + "@acme.test";
        return new Invitee(ParticipantId.ofInvitee(meeting, email), name, email, role);
    }
}
