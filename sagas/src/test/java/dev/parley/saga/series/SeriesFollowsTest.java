package dev.parley.saga.series;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.berlin;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.gus;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.lenasLead;
import static dev.parley.api.Samples.now;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Actor;
import dev.parley.api.meeting.Host;
import dev.parley.api.meeting.InterviewerKind;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingCommand.CancelMeeting;
import dev.parley.api.meeting.MeetingCommand.RescheduleMeeting;
import dev.parley.api.meeting.MeetingCommand.ScheduleMeeting;
import dev.parley.api.meeting.MeetingRefusal;
import dev.parley.api.notification.NotificationCommand.RequestNotification;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.series.RecurrenceRule;
import dev.parley.api.series.SeriesCommand.PlannedMeeting;
import dev.parley.api.series.SeriesEvent;
import dev.parley.api.series.SeriesEvent.SeriesCut;
import dev.parley.api.series.SeriesEvent.SeriesMoved;
import dev.parley.api.series.SeriesEvent.SeriesPlanned;
import dev.parley.api.series.SeriesId;
import dev.parley.api.series.SeriesPlan;
import dev.parley.saga.DecidingSide;
import dev.parley.saga.MovableClock;
import dev.parley.saga.TheLog;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Three Tuesdays in a row. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SeriesFollowsTest {
    private static final Actor us = Actor.system(demo, "series");
    private static final SeriesId series = SeriesId.beginningWith(discoveryCall);
    private static final SeriesPlan plan = new SeriesPlan(
            discoveryCall,
            new Host(alice.id(), alice.name()),
            "Follow-up",
            "follow-up",
            lenasLead,
            aDiscoveryCall().invitees(),
            berlin("2026-12-01T09:00"),
            RecurrenceRule.parse("FREQ=WEEKLY;COUNT=3"),
            List.of(),
            InterviewerKind.HUMAN,
            Optional.empty(),
            List.of());
    private static final List<PlannedMeeting> tuesdays = plan.meetings();
    private static final SeriesPlanned planned = new SeriesPlanned(series, demo, plan, tuesdays);

    private final TheLog log = new TheLog(() -> now);
    private final DecidingSide decidingSide = new DecidingSide();
    private final WhenSeriesChangesThenItsMeetingsFollow reaction = new WhenSeriesChangesThenItsMeetingsFollow(
            log.history(), decidingSide.commands(), new MovableClock(() -> now));

    @Test
    void schedules_each_meeting_on_the_hosts_calendar_under_an_id_that_follows_from_the_series() {
        happened(planned);
        var scheduled = decidingSide.asked(ScheduleMeeting.class);
        assertThat(scheduled)
                .extracting(ScheduleMeeting::meetingId)
                .containsExactlyElementsOf(
                        tuesdays.stream().map(PlannedMeeting::meetingId).toList())
                .doesNotHaveDuplicates()
                .startsWith(discoveryCall);
        assertThat(scheduled)
                .extracting(ScheduleMeeting::time)
                .containsExactly(berlin("2026-12-01T09:00"), berlin("2026-12-08T09:00"), berlin("2026-12-15T09:00"));
        assertThat(scheduled)
                .allSatisfy(one -> assertThat(one.hostOrSelf().id()).isEqualTo(alice.id()));
    }

    @Test
    void gives_people_an_id_of_their_own_in_each_meeting() {
        happened(planned);
        assertThat(decidingSide.asked(ScheduleMeeting.class))
                .flatExtracting(ScheduleMeeting::invitees)
                .extracting(Invitee::participantId)
                .doesNotHaveDuplicates()
                .hasSize(6);
    }

    @Test
    void invites_everybody_once() {
        happened(planned);
        told(NotificationKind.INVITATION, 0);
    }

    @Test
    void calls_off_what_was_cut_and_tells_everybody_what_is_left() {
        log.says(planned);
        happened(new SeriesCut(series, tuesdays.subList(1, 3), "decided", 1));
        assertThat(decidingSide.asked(CancelMeeting.class))
                .containsExactly(calledOff(tuesdays.get(1)), calledOff(tuesdays.get(2)));
        told(NotificationKind.UPDATE, 1);
    }

    @Test
    void calls_the_whole_off_when_nothing_is_left() {
        log.says(planned, new SeriesCut(series, tuesdays.subList(2, 3), "decided", 1));
        happened(new SeriesCut(series, tuesdays.subList(0, 2), "decided", 2));
        told(NotificationKind.CANCELLATION, 2);
    }

    @Test
    void tells_of_the_series_though_one_of_its_meetings_has_gone_its_own_way() {
        decidingSide.refuse(CancelMeeting.class, MeetingRefusal.ALREADY_STARTED);
        log.says(planned);
        happened(new SeriesCut(series, tuesdays.subList(1, 3), "decided", 1));
        told(NotificationKind.UPDATE, 1);
    }

    @Test
    void moves_its_meetings_along_and_tells_everybody_once() {
        log.says(planned);
        var second = tuesdays.get(1);
        var wednesday = new PlannedMeeting(second.meetingId(), second.occurrence(), berlin("2026-12-09T10:00"));
        happened(new SeriesMoved(series, List.of(wednesday), 1));
        assertThat(decidingSide.asked(RescheduleMeeting.class))
                .containsExactly(new RescheduleMeeting(
                        second.meetingId(), us, now, berlin("2026-12-09T10:00"), Optional.of(series)));
        told(NotificationKind.UPDATE, 1);
    }

    private void happened(SeriesEvent event) {
        log.says(event);
        reaction.on(event);
    }

    private CancelMeeting calledOff(PlannedMeeting one) {
        return new CancelMeeting(one.meetingId(), us, now, "decided", Optional.of(series));
    }

    private void told(NotificationKind kind, int sequence) {
        var letters = decidingSide.asked(RequestNotification.class);
        assertThat(letters).extracting(RequestNotification::recipient).containsExactly(lena, gus);
        assertThat(letters)
                .allSatisfy(letter -> assertThat(letter)
                        .returns(kind, RequestNotification::kind)
                        .returns(sequence, RequestNotification::sequence)
                        .returns("series-seq-" + sequence, RequestNotification::occasion));
    }
}
