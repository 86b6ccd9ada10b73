package dev.parley.command.meeting;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.as;
import static dev.parley.api.Samples.berlin;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.eve;
import static dev.parley.api.Samples.gus;
import static dev.parley.api.Samples.invitee;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.qualification;
import static dev.parley.api.meeting.MeetingRefusal.ID_REUSED;
import static dev.parley.api.meeting.MeetingRefusal.INVITED_TWICE;
import static dev.parley.api.meeting.MeetingRefusal.MEETING_UNKNOWN;
import static dev.parley.api.meeting.MeetingRefusal.NOT_THE_HOST;
import static dev.parley.api.meeting.MeetingRefusal.NO_LEAD_INVITED;
import static dev.parley.api.meeting.MeetingRefusal.QUESTIONS_NEEDED;
import static dev.parley.api.meeting.MeetingRefusal.REMINDER_OUT_OF_RANGE;
import static dev.parley.api.meeting.MeetingRefusal.STARTS_IN_THE_PAST;
import static dev.parley.command.RefusedBecause.refused;

import dev.parley.api.Actor;
import dev.parley.api.DiscoveryCall;
import dev.parley.api.meeting.InterviewerKind;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingCommand.CancelMeeting;
import dev.parley.api.meeting.MeetingCommand.ConfirmMeeting;
import dev.parley.api.meeting.MeetingCommand.ScheduleMeeting;
import dev.parley.api.meeting.MeetingCommand.Scheduled;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.meeting.RoomId;
import dev.parley.api.questionset.PinnedQuestionSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is agreed on, and by whom. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingSchedulingTest {
    private static final Invitee mia = invitee("Mia More", "mia@acme.test", Invitee.Role.GUEST);
    private static final MeetingTime later = berlin("2026-12-02T14:00");

    @Nested
    class Scheduling {
        @Test
        void keeps_what_was_agreed_and_the_questions_as_they_were() {
            meeting.givenNoPriorActivity()
                    .when(aDiscoveryCall().schedule())
                    .expectEvents(aDiscoveryCall().scheduled(), aDiscoveryCall().pinned())
                    .expectResultMessagePayload(new Scheduled(DiscoveryCall.room, lenaInTheRoom, 1));
        }

        @Test
        void needs_no_questions_when_a_person_leads() {
            meeting.givenNoPriorActivity()
                    .when(aDiscoveryCall().ledByAPerson().schedule())
                    .expectEvents(aDiscoveryCall().ledByAPerson().scheduled());
        }

        @Test
        void may_begin_this_very_moment() {
            var atNine = Instant.parse("2026-12-01T08:00:00Z");
            meeting.givenNoPriorActivity()
                    .when(changed(
                            aDiscoveryCall().schedule(),
                            alice,
                            atNine,
                            aDiscoveryCall().questions()))
                    .expectEvents(aDiscoveryCall().scheduled(), aDiscoveryCall().pinned());
        }

        @Test
        void refuses_a_start_in_the_past() {
            var justAfterNine = Instant.parse("2026-12-01T08:00:00.001Z");
            meeting.givenNoPriorActivity()
                    .when(changed(
                            aDiscoveryCall().schedule(),
                            alice,
                            justAfterNine,
                            aDiscoveryCall().questions()))
                    .expectException(refused(STARTS_IN_THE_PAST, "localStart"));
        }

        @Test
        void refuses_an_interview_without_questions() {
            meeting.givenNoPriorActivity()
                    .when(changed(aDiscoveryCall().schedule(), alice, now, Optional.empty()))
                    .expectException(refused(QUESTIONS_NEEDED, "questionSetId"));
        }

        @Test
        void refuses_a_meeting_without_its_lead() {
            meeting.givenNoPriorActivity()
                    .when(aDiscoveryCall().inviting(gus).schedule())
                    .expectException(refused(NO_LEAD_INVITED, "leadId"));
        }

        @Test
        void refuses_to_invite_one_address_twice_however_it_is_written() {
            var gusAgain = invitee("Gustav", "GUS@acme.test", Invitee.Role.GUEST);
            meeting.givenNoPriorActivity()
                    .when(aDiscoveryCall().inviting(lena, gus, mia, gusAgain).schedule())
                    .expectException(refused(INVITED_TWICE, "invitees[2].email"));
        }

        @Test
        void refuses_to_invite_the_lead_as_a_guest_too() {
            var lenaAgain = invitee("Lena", "Lena@Acme.test", Invitee.Role.GUEST);
            meeting.givenNoPriorActivity()
                    .when(aDiscoveryCall().inviting(lena, lenaAgain).schedule())
                    .expectException(refused(INVITED_TWICE, "invitees[0].email"));
        }

        @Test
        void refuses_a_reminder_less_than_a_minute_before() {
            meeting.givenNoPriorActivity()
                    .when(reminding(Duration.ofHours(1), Duration.ofSeconds(59)))
                    .expectException(refused(REMINDER_OUT_OF_RANGE, "reminders[1]"));
        }

        @Test
        void refuses_a_reminder_more_than_thirty_days_before() {
            meeting.givenNoPriorActivity()
                    .when(reminding(Duration.ofDays(30).plusSeconds(1)))
                    .expectException(refused(REMINDER_OUT_OF_RANGE, "reminders[0]"));
        }

        @Test
        void is_not_for_guests() {
            meeting.givenNoPriorActivity()
                    .when(changed(
                            aDiscoveryCall().schedule(),
                            as(lena),
                            now,
                            aDiscoveryCall().questions()))
                    .expectException(refused(NOT_THE_HOST));
        }

        @Test
        void answers_a_repetition_as_it_answered_first() {
            var again = aDiscoveryCall().schedule();
            var withAnotherRoom = new ScheduleMeeting(
                    again.meetingId(),
                    again.by(),
                    now.plusSeconds(9),
                    again.title(),
                    again.meetingType(),
                    again.leadId(),
                    new RoomId("another"),
                    again.time(),
                    again.invitees(),
                    again.interviewer(),
                    again.questionSet(),
                    again.reminders());
            meeting.given(aDiscoveryCall().soFar())
                    .when(withAnotherRoom)
                    .expectNoEvents()
                    .expectResultMessagePayload(new Scheduled(DiscoveryCall.room, lenaInTheRoom, 1));
        }

        @Test
        void answers_a_repetition_even_when_the_start_has_passed_or_the_questions_were_published_anew() {
            var republished = new PinnedQuestionSet(qualification.questionSetId(), 4, "Renamed", List.of());
            meeting.given(aDiscoveryCall().soFar())
                    .when(changed(
                            aDiscoveryCall().schedule(), alice, now.plus(Duration.ofDays(9)), Optional.of(republished)))
                    .expectNoEvents()
                    .expectSuccessfulHandlerExecution();
        }

        @Test
        void refuses_an_id_that_names_another_meeting() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(aDiscoveryCall().at(later).schedule())
                    .expectException(refused(ID_REUSED, "meetingId"));
        }

        @Test
        void refuses_an_id_that_names_a_meeting_elsewhere() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(changed(
                            aDiscoveryCall().schedule(),
                            eve,
                            now,
                            aDiscoveryCall().questions()))
                    .expectException(refused(ID_REUSED, "meetingId"));
        }
    }

    @Nested
    class Belonging {
        @Test
        void is_unknown_elsewhere() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new CancelMeeting(discoveryCall, eve, now, "Ha"))
                    .expectException(refused(MEETING_UNKNOWN));
        }

        @Test
        void cannot_even_be_confirmed_elsewhere() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new ConfirmMeeting(discoveryCall, eve, now))
                    .expectException(refused(MEETING_UNKNOWN));
        }
    }

    private final FixtureConfiguration<Meeting> meeting = new AggregateTestFixture<>(Meeting.class);

    private static ScheduleMeeting reminding(Duration... reminders) {
        var command = aDiscoveryCall().schedule();
        return new ScheduleMeeting(
                command.meetingId(),
                alice,
                now,
                command.title(),
                command.meetingType(),
                command.leadId(),
                command.roomId(),
                command.time(),
                command.invitees(),
                command.interviewer(),
                command.questionSet(),
                List.of(reminders));
    }

    private static ScheduleMeeting changed(
            ScheduleMeeting command, Actor by, Instant at, Optional<PinnedQuestionSet> questions) {
        return new ScheduleMeeting(
                command.meetingId(),
                by,
                at,
                command.title(),
                command.meetingType(),
                command.leadId(),
                command.roomId(),
                command.time(),
                command.invitees(),
                InterviewerKind.AI,
                questions,
                command.reminders());
    }
}
