package dev.parley.command.meeting;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.as;
import static dev.parley.api.Samples.berlin;
import static dev.parley.api.Samples.bob;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.eve;
import static dev.parley.api.Samples.gus;
import static dev.parley.api.Samples.invitee;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.nextTuesday9amBerlin;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.qualification;
import static dev.parley.api.Samples.theHouse;
import static dev.parley.api.ShapeRefusal.TOO_MANY;
import static dev.parley.api.meeting.MeetingRefusal.ALREADY_ENDED;
import static dev.parley.api.meeting.MeetingRefusal.ALREADY_STARTED;
import static dev.parley.api.meeting.MeetingRefusal.ID_REUSED;
import static dev.parley.api.meeting.MeetingRefusal.INVITED_TWICE;
import static dev.parley.api.meeting.MeetingRefusal.INVITEE_UNKNOWN;
import static dev.parley.api.meeting.MeetingRefusal.LEAD_STAYS_INVITED;
import static dev.parley.api.meeting.MeetingRefusal.MEETING_UNKNOWN;
import static dev.parley.api.meeting.MeetingRefusal.NOTHING_CHANGES;
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
import dev.parley.api.meeting.MeetingCommand.AddInvitee;
import dev.parley.api.meeting.MeetingCommand.Agreed;
import dev.parley.api.meeting.MeetingCommand.CancelMeeting;
import dev.parley.api.meeting.MeetingCommand.ConfirmMeeting;
import dev.parley.api.meeting.MeetingCommand.RemoveInvitee;
import dev.parley.api.meeting.MeetingCommand.RescheduleMeeting;
import dev.parley.api.meeting.MeetingCommand.ReviseMeetingDetails;
import dev.parley.api.meeting.MeetingCommand.ScheduleMeeting;
import dev.parley.api.meeting.MeetingCommand.Scheduled;
import dev.parley.api.meeting.MeetingEvent.InviteeAdded;
import dev.parley.api.meeting.MeetingEvent.InviteeRemoved;
import dev.parley.api.meeting.MeetingEvent.MeetingCancelled;
import dev.parley.api.meeting.MeetingEvent.MeetingDetailsRevised;
import dev.parley.api.meeting.MeetingEvent.MeetingRescheduled;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.meeting.RoomId;
import dev.parley.api.questionset.PinnedQuestionSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingAppointmentTest {
    private static final Invitee mia = invitee("Mia More", "mia@acme.test", Invitee.Role.GUEST);
    private static final MeetingTime later = berlin("2026-12-02T14:00");

    private final FixtureConfiguration<Meeting> meeting = new AggregateTestFixture<>(Meeting.class);

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
    class Moving {
        @Test
        void keeps_the_meeting_and_tells_calendars() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new RescheduleMeeting(discoveryCall, bob, now, later))
                    .expectEvents(moved(later, 1))
                    .expectResultMessagePayload(2L);
        }

        @Test
        void counts_on_each_time() {
            meeting.given(aDiscoveryCall().then(moved(later, 1)))
                    .when(new RescheduleMeeting(discoveryCall, alice, now, nextTuesday9amBerlin()))
                    .expectEvents(moved(nextTuesday9amBerlin(), 2));
        }

        @Test
        void is_possible_while_people_wait_in_the_lobby() {
            meeting.given(aDiscoveryCall().then(aDiscoveryCall().lobbyOpened()))
                    .when(new RescheduleMeeting(discoveryCall, alice, now, later))
                    .expectEvents(moved(later, 1));
        }

        @Test
        void refuses_the_time_it_has() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new RescheduleMeeting(discoveryCall, alice, now, nextTuesday9amBerlin()))
                    .expectException(refused(NOTHING_CHANGES));
        }

        @Test
        void refuses_a_time_in_the_past() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new RescheduleMeeting(discoveryCall, alice, now, berlin("2026-11-30T08:59")))
                    .expectException(refused(STARTS_IN_THE_PAST, "localStart"));
        }

        @Test
        void refuses_a_meeting_that_runs() {
            meeting.given(aDiscoveryCall().then(aDiscoveryCall().started()))
                    .when(new RescheduleMeeting(discoveryCall, alice, now, later))
                    .expectException(refused(ALREADY_STARTED));
        }

        @Test
        void refuses_a_meeting_that_is_off() {
            meeting.given(aDiscoveryCall().then(aDiscoveryCall().cancelled()))
                    .when(new RescheduleMeeting(discoveryCall, alice, now, later))
                    .expectException(refused(ALREADY_ENDED));
        }

        @Test
        void is_not_for_guests() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new RescheduleMeeting(discoveryCall, as(lena), now, later))
                    .expectException(refused(NOT_THE_HOST));
        }

        @Test
        void starts_from_what_is_agreed() {
            meeting.given(aDiscoveryCall().then(moved(later, 1)))
                    .when(new ConfirmMeeting(discoveryCall, bob, now))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Agreed("alice", "Discovery call", later, MeetingStatus.SCHEDULED));
        }

        private MeetingRescheduled moved(MeetingTime time, int sequence) {
            return new MeetingRescheduled(
                    discoveryCall,
                    time,
                    time.start(),
                    aDiscoveryCall().scheduled().tzdb(),
                    sequence);
        }
    }

    @Nested
    class Renaming {
        @Test
        void tells_calendars() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new ReviseMeetingDetails(discoveryCall, alice, now, "Kick-off"))
                    .expectEvents(new MeetingDetailsRevised(discoveryCall, "Kick-off", 1));
        }

        @Test
        void refuses_the_name_it_has() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new ReviseMeetingDetails(discoveryCall, alice, now, "Discovery call"))
                    .expectException(refused(NOTHING_CHANGES, "title"));
        }

        @Test
        void refuses_a_meeting_that_is_over() {
            meeting.given(aDiscoveryCall()
                            .then(aDiscoveryCall().started(), aDiscoveryCall().ended()))
                    .when(new ReviseMeetingDetails(discoveryCall, alice, now, "Kick-off"))
                    .expectException(refused(ALREADY_ENDED));
        }

        @Test
        void is_not_for_guests() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new ReviseMeetingDetails(discoveryCall, as(gus), now, "Party"))
                    .expectException(refused(NOT_THE_HOST));
        }
    }

    @Nested
    class Inviting {
        @Test
        void adds_a_guest_even_while_the_meeting_runs() {
            meeting.given(aDiscoveryCall().then(aDiscoveryCall().started()))
                    .when(new AddInvitee(discoveryCall, alice, now, mia))
                    .expectEvents(new InviteeAdded(discoveryCall, mia));
        }

        @Test
        void refuses_an_address_that_is_invited() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new AddInvitee(
                            discoveryCall, alice, now, invitee("Lena L.", "LENA@acme.test", Invitee.Role.GUEST)))
                    .expectException(refused(INVITED_TWICE, "email"));
        }

        @Test
        void refuses_the_hundred_and_first() {
            var crowd = IntStream.range(1, 100)
                    .mapToObj(i -> invitee("Guest " + i, "guest" + i + "@acme.test", Invitee.Role.GUEST));
            var all = Stream.concat(Stream.of(lena), crowd).toArray(Invitee[]::new);
            meeting.given(aDiscoveryCall().inviting(all).soFar())
                    .when(new AddInvitee(discoveryCall, alice, now, mia))
                    .expectException(refused(TOO_MANY, "invitees"));
        }

        @Test
        void refuses_when_the_meeting_is_over() {
            meeting.given(aDiscoveryCall().then(aDiscoveryCall().cancelled()))
                    .when(new AddInvitee(discoveryCall, alice, now, mia))
                    .expectException(refused(ALREADY_ENDED));
        }

        @Test
        void is_not_for_guests() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new AddInvitee(discoveryCall, as(gus), now, mia))
                    .expectException(refused(NOT_THE_HOST));
        }
    }

    @Nested
    class Uninviting {
        @Test
        void takes_a_guest_off_and_tells_calendars() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new RemoveInvitee(discoveryCall, alice, now, gus.participantId()))
                    .expectEvents(new InviteeRemoved(discoveryCall, gus.participantId(), 1));
        }

        @Test
        void lets_the_same_person_be_invited_again() {
            meeting.given(aDiscoveryCall().then(new InviteeRemoved(discoveryCall, gus.participantId(), 1)))
                    .when(new AddInvitee(discoveryCall, alice, now, gus))
                    .expectEvents(new InviteeAdded(discoveryCall, gus));
        }

        @Test
        void refuses_the_lead() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new RemoveInvitee(discoveryCall, alice, now, lena.participantId()))
                    .expectException(refused(LEAD_STAYS_INVITED));
        }

        @Test
        void refuses_somebody_who_is_not_invited() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new RemoveInvitee(discoveryCall, alice, now, mia.participantId()))
                    .expectException(refused(INVITEE_UNKNOWN));
        }

        @Test
        void refuses_when_the_meeting_is_over() {
            meeting.given(aDiscoveryCall().then(aDiscoveryCall().cancelled()))
                    .when(new RemoveInvitee(discoveryCall, alice, now, gus.participantId()))
                    .expectException(refused(ALREADY_ENDED));
        }

        @Test
        void is_not_for_guests() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new RemoveInvitee(discoveryCall, as(lena), now, gus.participantId()))
                    .expectException(refused(NOT_THE_HOST));
        }
    }

    @Nested
    class CallingOff {
        @Test
        void says_why_and_tells_calendars() {
            cancelledBy(alice);
        }

        @Test
        void is_for_the_lead_too() {
            cancelledBy(as(lena));
        }

        @Test
        void is_for_the_house_too() {
            cancelledBy(theHouse);
        }

        @Test
        void is_not_for_other_guests() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new CancelMeeting(discoveryCall, as(gus), now, "No time"))
                    .expectException(refused(NOT_THE_HOST));
        }

        @Test
        void happens_once() {
            meeting.given(aDiscoveryCall().then(aDiscoveryCall().cancelled()))
                    .when(new CancelMeeting(discoveryCall, alice, now, "Again"))
                    .expectNoEvents()
                    .expectResultMessagePayload(2L);
        }

        @Test
        void refuses_a_meeting_that_runs() {
            meeting.given(aDiscoveryCall().then(aDiscoveryCall().started()))
                    .when(new CancelMeeting(discoveryCall, alice, now, "Too late"))
                    .expectException(refused(ALREADY_STARTED));
        }

        @Test
        void refuses_a_meeting_that_is_over() {
            meeting.given(aDiscoveryCall()
                            .then(aDiscoveryCall().started(), aDiscoveryCall().ended()))
                    .when(new CancelMeeting(discoveryCall, alice, now, "Too late"))
                    .expectException(refused(ALREADY_ENDED));
        }

        private void cancelledBy(Actor actor) {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new CancelMeeting(discoveryCall, actor, now, "Ill"))
                    .expectEvents(new MeetingCancelled(discoveryCall, "Ill", 1))
                    .expectResultMessagePayload(2L);
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
