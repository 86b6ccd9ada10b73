package dev.parley.saga.notification;

import static dev.parley.api.Samples.*;
import static dev.parley.api.notification.NotificationKind.*;

import dev.parley.api.Actor;
import dev.parley.api.meeting.CancelledBy;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingEvent.CalendarRepaired;
import dev.parley.api.meeting.MeetingEvent.InviteeAdded;
import dev.parley.api.meeting.MeetingEvent.InviteeRemoved;
import dev.parley.api.meeting.MeetingEvent.LeadDidNotShow;
import dev.parley.api.meeting.MeetingEvent.MeetingCancelled;
import dev.parley.api.meeting.MeetingEvent.MeetingDetailsRevised;
import dev.parley.api.meeting.MeetingEvent.MeetingInstantReResolved;
import dev.parley.api.meeting.MeetingEvent.MeetingReassigned;
import dev.parley.api.meeting.MeetingEvent.MeetingRescheduled;
import dev.parley.api.meeting.MeetingEvent.NoShowConfirmed;
import dev.parley.api.meeting.MeetingEvent.ProposalDeclined;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.meeting.ProposedTime;
import dev.parley.api.notification.NotificationCommand.RequestNotification;
import dev.parley.api.notification.NotificationId;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.preference.PreferenceEvent.PreferencesChanged;
import dev.parley.api.preference.PreferencesId;
import dev.parley.api.series.SeriesId;
import dev.parley.saga.DecidingSide;
import dev.parley.saga.Stage;
import dev.parley.saga.TheLog;
import dev.parley.saga.notification.InvitationSaga.Reminder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The call is on Tuesday at nine, with reminders a day and ten minutes before; the story begins on Sunday evening. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InvitationSagaTest {
    private static final Actor invitation = Actor.system(demo, "invitation");
    private static final Instant start = nextTuesday9amBerlin().start();
    private static final Instant tenMinutesBefore = start.minus(Duration.ofMinutes(10));
    private static final Invitee nina = invitee("Nina New", "nina@acme.test", Invitee.Role.GUEST);
    private static final Instant sunday = start.minus(Duration.ofHours(36));

    private final SagaTestFixture<InvitationSaga> saga =
            Stage.forSaga(InvitationSaga.class, sunday, new DecidingSide());

    @Nested
    class Telling {
        @Test
        void invites_everybody_when_the_meeting_is_scheduled() {
            saga.givenNoPriorActivity()
                    .whenPublishingA(aDiscoveryCall().scheduled())
                    .expectDispatchedCommands(told(sunday, INVITATION, lena, 0), told(sunday, INVITATION, gus, 0));
        }

        @Test
        void tells_everybody_when_it_moves() {
            saga.givenAPublished(aDiscoveryCall().scheduled())
                    .whenPublishingA(moved(berlin("2026-12-02T09:00"), 1))
                    .expectDispatchedCommands(told(sunday, UPDATE, lena, 1), told(sunday, UPDATE, gus, 1))
                    .expectNoScheduledDeadline(tenMinutesBefore, new Reminder(Duration.ofMinutes(10), start));
        }

        @Test
        void tells_everybody_when_the_rules_of_its_zone_move_it() {
            var anHourEarlier = start.minusSeconds(3_600);
            saga.givenAPublished(aDiscoveryCall().scheduled())
                    .whenPublishingA(new MeetingInstantReResolved(
                            discoveryCall, nextTuesday9amBerlin(), anHourEarlier, start, "2026f", "2026a", 1))
                    .expectDispatchedCommands(told(sunday, UPDATE, lena, 1), told(sunday, UPDATE, gus, 1))
                    .expectNoScheduledDeadline(tenMinutesBefore, new Reminder(Duration.ofMinutes(10), start))
                    .expectScheduledDeadline(
                            Duration.between(sunday, tenMinutesBefore.minusSeconds(3_600)),
                            new Reminder(Duration.ofMinutes(10), anHourEarlier));
        }

        @Test
        void tells_everybody_when_its_title_changes() {
            saga.givenAPublished(aDiscoveryCall().scheduled())
                    .whenPublishingA(new MeetingDetailsRevised(discoveryCall, "Another title", 1))
                    .expectDispatchedCommands(told(sunday, UPDATE, lena, 1), told(sunday, UPDATE, gus, 1));
        }

        @Test
        void invites_only_the_one_who_was_added() {
            saga.givenAPublished(aDiscoveryCall().scheduled())
                    .whenPublishingA(new InviteeAdded(discoveryCall, nina))
                    .expectDispatchedCommands(told(sunday, INVITATION, nina, 0));
        }

        @Test
        void cancels_for_the_one_who_was_removed_and_tells_the_rest_who_is_left() {
            saga.givenAPublished(aDiscoveryCall().scheduled())
                    .whenPublishingA(new InviteeRemoved(discoveryCall, gus.participantId(), 1))
                    .expectDispatchedCommands(told(sunday, CANCELLATION, gus, 1), told(sunday, UPDATE, lena, 1));
            saga.whenPublishingA(aDiscoveryCall().cancelled())
                    .expectDispatchedCommands(told(sunday, CANCELLATION, lena, 1));
        }

        @Test
        void tells_whoever_proposed_another_time_that_it_will_not_be() {
            var proposed = new ProposedTime(start.plusSeconds(60), start.plusSeconds(120), 0, now, "");
            var occasion = "proposal-" + now;
            var id = NotificationId.of(discoveryCall, PROPOSAL_DECLINED, gus.email(), occasion);
            saga.givenAPublished(aDiscoveryCall().scheduled())
                    .andThenAPublished(new MeetingDetailsRevised(discoveryCall, "Another title", 1))
                    .whenPublishingA(new ProposalDeclined(discoveryCall, gus.participantId(), proposed))
                    .expectDispatchedCommands(new RequestNotification(
                            id, invitation, sunday, discoveryCall, PROPOSAL_DECLINED, gus, occasion, 0));
        }

        @Test
        void tells_everybody_who_takes_it_over() {
            saga.givenAPublished(aDiscoveryCall().scheduled())
                    .whenPublishingA(new MeetingReassigned(discoveryCall, bob.id(), bob.name(), "ill", 1))
                    .expectDispatchedCommands(told(sunday, UPDATE, lena, 1), told(sunday, UPDATE, gus, 1));
        }

        @Test
        void leaves_it_to_a_series_to_tell_of_what_concerns_it_as_a_whole() {
            var weekly = SeriesId.beginningWith(discoveryCall);
            var friday = berlin("2026-12-04T09:00");
            saga.givenNoPriorActivity()
                    .whenPublishingA(aDiscoveryCall().scheduledWithin(weekly))
                    .expectNoDispatchedCommands();
            saga.whenPublishingA(new MeetingRescheduled(
                            discoveryCall, friday, friday.start(), "2026a", 1, Optional.of(weekly)))
                    .expectNoDispatchedCommands();
            saga.whenPublishingA(new MeetingCancelled(
                            discoveryCall, "", 2, Optional.of(CancelledBy.HOST), Optional.of(weekly)))
                    .expectNoDispatchedCommands()
                    .expectNoScheduledDeadlines()
                    .expectActiveSagas(0);
        }

        @Test
        void tells_only_the_lead_that_they_were_missed_and_is_done_once_nobody_waits() {
            saga.givenAPublished(aDiscoveryCall().scheduled())
                    .whenPublishingA(new LeadDidNotShow(discoveryCall, Optional.of(start)))
                    .expectDispatchedCommands(told(sunday, NO_SHOW, lena, 0))
                    .expectActiveSagas(1);
            saga.whenPublishingA(new NoShowConfirmed(discoveryCall))
                    .expectNoDispatchedCommands()
                    .expectActiveSagas(0);
        }

        @Test
        void repairs_one_calendar_under_a_sequence_of_its_own_and_counts_on_from_there() {
            saga.givenAPublished(aDiscoveryCall().scheduled())
                    .whenPublishingA(new CalendarRepaired(discoveryCall, gus.participantId(), 1))
                    .expectDispatchedCommands(told(sunday, UPDATE, gus, 1));
        }

        @Test
        void tells_everybody_that_it_is_off_and_is_done_then() {
            saga.givenAPublished(aDiscoveryCall().scheduled())
                    .whenPublishingA(aDiscoveryCall().cancelled())
                    .expectDispatchedCommands(told(sunday, CANCELLATION, lena, 1), told(sunday, CANCELLATION, gus, 1))
                    .expectNoScheduledDeadlines()
                    .expectActiveSagas(0);
        }
    }

    @Nested
    class Reminding {
        @Test
        void reminds_everybody_when_the_time_has_come() {
            saga.givenAPublished(aDiscoveryCall().scheduled())
                    .whenTimeAdvancesTo(start.minus(Duration.ofHours(24)))
                    .expectDispatchedCommands(
                            reminded(start.minus(Duration.ofHours(24)), lena, "PT24H", start, 0),
                            reminded(start.minus(Duration.ofHours(24)), gus, "PT24H", start, 0));
        }

        @Test
        void does_not_remind_whoever_declined_it() {
            var log = new TheLog(() -> sunday)
                    .says(new PreferencesChanged(
                            PreferencesId.of(demo, lena.email()), demo, Optional.empty(), List.of(REMINDER)));
            Stage.forSaga(InvitationSaga.class, sunday, new DecidingSide(), log)
                    .givenAPublished(aDiscoveryCall().scheduled())
                    .whenTimeAdvancesTo(start.minus(Duration.ofHours(24)))
                    .expectDispatchedCommands(reminded(start.minus(Duration.ofHours(24)), gus, "PT24H", start, 0));
        }

        @Test
        void reminds_once_when_the_machine_has_slept_through_the_first_reminder() {
            saga.givenAPublished(aDiscoveryCall().scheduled())
                    .whenTimeAdvancesTo(tenMinutesBefore.plusSeconds(60))
                    .expectDispatchedCommands(
                            reminded(tenMinutesBefore.plusSeconds(60), lena, "PT10M", start, 0),
                            reminded(tenMinutesBefore.plusSeconds(60), gus, "PT10M", start, 0));
        }

        @Test
        void never_reminds_after_the_start() {
            saga.givenAPublished(aDiscoveryCall().scheduled())
                    .whenTimeAdvancesTo(start)
                    .expectNoDispatchedCommands();
        }

        @Test
        void never_reminds_of_a_meeting_that_the_host_started_early() {
            saga.givenAPublished(aDiscoveryCall().scheduled())
                    .whenPublishingA(aDiscoveryCall().started())
                    .expectNoScheduledDeadlines()
                    .expectActiveSagas(1);
        }

        @Test
        void keeps_one_set_of_reminders_however_often_the_meeting_moves() throws Exception {
            var friday = berlin("2026-12-04T09:00");
            saga.givenAPublished(aDiscoveryCall().scheduled())
                    .andThenAPublished(moved(berlin("2026-12-02T09:00"), 1))
                    .andThenAPublished(moved(berlin("2026-12-03T09:00"), 2))
                    .andThenAPublished(moved(friday, 3))
                    .andThenTimeAdvancesTo(friday.start().minus(Duration.ofHours(25)))
                    .whenTimeAdvancesTo(friday.start().minus(Duration.ofMinutes(11)))
                    .expectDispatchedCommands(
                            reminded(friday.start().minus(Duration.ofMinutes(11)), lena, "PT24H", friday.start(), 3),
                            reminded(friday.start().minus(Duration.ofMinutes(11)), gus, "PT24H", friday.start(), 3));
        }

        @Test
        void reminds_nobody_between_the_old_and_the_new_time_of_a_meeting_that_moved() {
            saga.givenAPublished(aDiscoveryCall().scheduled())
                    .andThenAPublished(moved(berlin("2026-12-04T09:00"), 1))
                    .whenTimeAdvancesTo(start)
                    .expectNoDispatchedCommands();
        }

        @Test
        void reminds_again_of_a_meeting_that_moved_to_and_fro() throws Exception {
            var friday = berlin("2026-12-04T09:00");
            var dayBefore = start.minus(Duration.ofHours(24));
            saga.givenAPublished(aDiscoveryCall().inviting(lena).scheduled())
                    .andThenTimeAdvancesTo(dayBefore)
                    .andThenAPublished(moved(friday, 1))
                    .andThenAPublished(moved(nextTuesday9amBerlin(), 2))
                    .whenTimeAdvancesTo(tenMinutesBefore)
                    .expectDispatchedCommands(reminded(tenMinutesBefore, lena, "PT10M", start, 2));
        }

        @Test
        void keeps_the_reminders_of_a_meeting_whose_title_changes() {
            saga.givenAPublished(aDiscoveryCall().scheduled())
                    .andThenAPublished(new MeetingDetailsRevised(discoveryCall, "Another title", 1))
                    .whenTimeAdvancesTo(start.minus(Duration.ofHours(24)))
                    .expectDispatchedCommands(
                            reminded(start.minus(Duration.ofHours(24)), lena, "PT24H", start, 1, 0),
                            reminded(start.minus(Duration.ofHours(24)), gus, "PT24H", start, 1, 0));
        }

        @Test
        void reminds_at_once_when_the_meeting_begins_in_a_moment() {
            var soon = Stage.forSaga(InvitationSaga.class, start.minusSeconds(120), new DecidingSide());
            soon.givenNoPriorActivity()
                    .whenPublishingA(aDiscoveryCall().inviting(lena).scheduled())
                    .expectDispatchedCommands(
                            told(start.minusSeconds(120), INVITATION, lena, 0),
                            reminded(start.minusSeconds(120), lena, "PT10M", start, 0))
                    .expectNoScheduledDeadlines();
        }

        @Test
        void reminds_nobody_after_the_end_or_when_the_lead_did_not_show() {
            saga.givenAPublished(aDiscoveryCall().scheduled())
                    .whenPublishingA(aDiscoveryCall().ended())
                    .expectNoScheduledDeadlines()
                    .expectActiveSagas(0);
            saga.givenAPublished(aDiscoveryCall().scheduled())
                    .whenPublishingA(new LeadDidNotShow(discoveryCall))
                    .expectNoScheduledDeadlines()
                    .expectActiveSagas(0);
        }
    }

    private static RequestNotification told(Instant at, NotificationKind kind, Invitee recipient, int sequence) {
        var occasion = "seq-" + sequence;
        var id = NotificationId.of(discoveryCall, kind, recipient.email(), occasion);
        return new RequestNotification(id, invitation, at, discoveryCall, kind, recipient, occasion, sequence);
    }

    private static RequestNotification reminded(
            Instant at, Invitee recipient, String lead, Instant start, int sequence) {
        return reminded(at, recipient, lead, start, sequence, sequence);
    }

    private static RequestNotification reminded(
            Instant at, Invitee recipient, String lead, Instant start, int sequence, int schedule) {
        var intention = lead + " before " + start + " as of " + schedule;
        var id = NotificationId.of(discoveryCall, REMINDER, recipient.email(), intention);
        return new RequestNotification(id, invitation, at, discoveryCall, REMINDER, recipient, lead, sequence);
    }

    private static MeetingRescheduled moved(MeetingTime time, int sequence) {
        return new MeetingRescheduled(discoveryCall, time, time.start(), "2026a", sequence);
    }
}
