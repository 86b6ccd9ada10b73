package dev.parley.command.meeting;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.aliceInTheRoom;
import static dev.parley.api.Samples.as;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.gus;
import static dev.parley.api.Samples.gusInTheRoom;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.parley;
import static dev.parley.api.Samples.parleyInTheRoom;
import static dev.parley.api.meeting.MeetingRefusal.DENIED;
import static dev.parley.api.meeting.MeetingRefusal.HOST_ADMITS;
import static dev.parley.api.meeting.MeetingRefusal.ID_REUSED;
import static dev.parley.api.meeting.MeetingRefusal.NOT_OPEN_YET;
import static dev.parley.api.meeting.MeetingRefusal.REMOVED;
import static dev.parley.api.meeting.MeetingRefusal.ROOM_LOCKED;
import static dev.parley.command.RefusedBecause.refused;

import dev.parley.api.DiscoveryCall;
import dev.parley.api.Refusal;
import dev.parley.api.meeting.EntryPolicy;
import dev.parley.api.meeting.MeetingCommand.JoinMeeting;
import dev.parley.api.meeting.MeetingCommand.ScheduleMeeting;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingEvent.*;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Who walks in, who waits for what, and who stays out. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingDoorTest {
    private static final DiscoveryCall call = aDiscoveryCall();
    private static final JoinMeeting lenaJoins = new JoinMeeting(discoveryCall, as(lena), now, lenaInTheRoom);
    private static final EntryChosen hostAdmits = new EntryChosen(discoveryCall, EntryPolicy.HOST);
    private static final ParticipantAdmitted lenaAdmitted =
            new ParticipantAdmitted(discoveryCall, lena.participantId());

    private final FixtureConfiguration<Meeting> meeting = new AggregateTestFixture<>(Meeting.class);

    @Test
    void who_is_early_waits() {
        lenaIsRefused(NOT_OPEN_YET);
    }

    @Test
    void who_is_early_comes_in_if_a_host_says_so() {
        lenaComesIn(lenaAdmitted);
    }

    @Test
    void where_hosts_let_people_in_an_invitation_is_not_enough() {
        lenaIsRefused(HOST_ADMITS, hostAdmits, call.lobbyOpened(), call.joined(aliceInTheRoom));
    }

    @Test
    void who_was_let_in_once_comes_in_again() {
        lenaComesIn(
                hostAdmits,
                call.lobbyOpened(),
                lenaAdmitted,
                call.leadJoined(),
                new ParticipantLeft(discoveryCall, lena.participantId(), "left"),
                new RoomLocked(discoveryCall));
    }

    @Test
    void a_locked_room_makes_everybody_wait() {
        lenaIsRefused(ROOM_LOCKED, call.lobbyOpened(), new RoomLocked(discoveryCall));
    }

    @Test
    void an_unlocked_room_is_open_again() {
        lenaComesIn(call.lobbyOpened(), new RoomLocked(discoveryCall), new RoomUnlocked(discoveryCall));
    }

    @Test
    void who_is_inside_stays_inside_when_it_is_locked() {
        meeting.given(call.then(call.lobbyOpened(), call.leadJoined(), new RoomLocked(discoveryCall)))
                .when(lenaJoins)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void neither_policy_nor_lock_keeps_out_hosts_and_the_interviewer() {
        var locked = call.then(hostAdmits, call.lobbyOpened(), new RoomLocked(discoveryCall));
        meeting.given(locked)
                .when(new JoinMeeting(discoveryCall, alice, now, aliceInTheRoom))
                .expectEvents(call.joined(aliceInTheRoom));
        meeting.given(locked)
                .when(new JoinMeeting(discoveryCall, parley, now, parleyInTheRoom))
                .expectEvents(call.interviewerJoined());
    }

    @Test
    void who_was_denied_stays_out() {
        lenaIsRefused(DENIED, call.lobbyOpened(), new ParticipantDenied(discoveryCall, lena.participantId()));
    }

    @Test
    void who_was_banned_stays_out() {
        lenaIsRefused(REMOVED, call.lobbyOpened(), new ParticipantRemoved(discoveryCall, lena.participantId(), true));
    }

    @Test
    void who_was_put_out_without_a_ban_may_knock_again() {
        lenaIsRefused(
                HOST_ADMITS, call.lobbyOpened(), new ParticipantRemoved(discoveryCall, lena.participantId(), false));
    }

    @Test
    void letting_one_in_lets_in_nobody_else() {
        meeting.given(call.then(hostAdmits, call.lobbyOpened(), lenaAdmitted))
                .when(new JoinMeeting(discoveryCall, as(gus), now, gusInTheRoom))
                .expectException(refused(HOST_ADMITS));
    }

    @Test
    void the_policy_is_chosen_when_scheduling_and_kept() {
        meeting.givenNoPriorActivity()
                .when(schedulingBy(EntryPolicy.HOST))
                .expectEvents(call.scheduled(), call.pinned(), hostAdmits);
    }

    @Test
    void scheduling_with_the_same_policy_again_is_the_same() {
        meeting.given(call.then(hostAdmits))
                .when(schedulingBy(EntryPolicy.HOST))
                .expectResultMessagePayload(call.scheduled().answer(2))
                .expectNoEvents();
    }

    @Test
    void scheduling_with_another_policy_is_another_meeting() {
        meeting.given(call.then(hostAdmits))
                .when(schedulingBy(EntryPolicy.INVITED))
                .expectException(refused(ID_REUSED, "meetingId"));
    }

    private void lenaComesIn(MeetingEvent... before) {
        meeting.given(call.then(before)).when(lenaJoins).expectEvents(call.leadJoined());
    }

    private void lenaIsRefused(Refusal why, MeetingEvent... before) {
        meeting.given(call.then(before)).when(lenaJoins).expectException(refused(why));
    }

    private static ScheduleMeeting schedulingBy(EntryPolicy entry) {
        var usual = call.schedule();
        return new ScheduleMeeting(
                usual.meetingId(),
                usual.by(),
                usual.at(),
                usual.title(),
                usual.meetingType(),
                usual.leadId(),
                usual.roomId(),
                usual.time(),
                usual.invitees(),
                usual.interviewer(),
                usual.questionSet(),
                usual.reminders(),
                Optional.empty(),
                Optional.empty(),
                entry);
    }
}
