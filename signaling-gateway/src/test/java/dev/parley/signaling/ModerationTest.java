package dev.parley.signaling;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.signaling.GatewayInVirtualTime.ALICE;
import static dev.parley.signaling.GatewayInVirtualTime.GUS;
import static dev.parley.signaling.GatewayInVirtualTime.LENA;
import static dev.parley.signaling.SpokenWords.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Refused;
import dev.parley.api.meeting.EntryPolicy;
import dev.parley.api.meeting.MeetingCommand.LeaveMeeting;
import dev.parley.api.meeting.MeetingEvent.HandRaised;
import dev.parley.api.meeting.MeetingEvent.ParticipantMuted;
import dev.parley.api.meeting.MeetingEvent.ParticipantRemoved;
import dev.parley.api.meeting.MeetingEvent.RoomLocked;
import dev.parley.api.meeting.MeetingQuery.Door;
import dev.parley.api.meeting.MeetingRefusal;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.api.meeting.ModerationCommand;
import dev.parley.api.meeting.ModerationCommand.LockRoom;
import dev.parley.api.meeting.ModerationCommand.MuteParticipant;
import dev.parley.api.meeting.ModerationCommand.RaiseHand;
import dev.parley.api.meeting.ModerationCommand.RemoveParticipant;
import dev.parley.api.transcript.TranscriptCommand.RecordSegment;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Hosts keep order, by facts: what they ask for is told when the meeting has stored it, and not before. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ModerationTest {
    private final GatewayInVirtualTime gateway = new GatewayInVirtualTime();
    private final FakeSession alice = gateway.join(ALICE);
    private final FakeSession lena = gateway.join(LENA);

    @Test
    void what_a_host_asks_for_goes_to_the_meeting_first() {
        alice.says("mute", "{\"participantId\":\"%s\",\"force\":true}".formatted(LENA.id()));
        alice.says("remove", "{\"participantId\":\"%s\",\"ban\":true}".formatted(LENA.id()));
        alice.says("lock", "{\"locked\":true}");
        lena.says("hand", "{\"raised\":true}");

        assertThat(gateway.commands.sent(ModerationCommand.class))
                .extracting(Object::getClass)
                .containsExactly(MuteParticipant.class, RemoveParticipant.class, LockRoom.class, RaiseHand.class);
        assertThat(lena.heardTypes()).containsExactly("welcome", "progress");
        assertThat(alice.heardTypes()).containsExactly("welcome", "progress", "joined");
    }

    @Test
    void what_the_meeting_refuses_only_the_host_hears() {
        gateway.commands.refuse(MuteParticipant.class, new Refused(MeetingRefusal.NOT_IN_ROOM));
        alice.says("mute", "{\"participantId\":\"%s\",\"force\":true}".formatted(GUS.id()));

        assertThat(alice.heard("error").getFirst().path("payload").path("code").asString())
                .isEqualTo("NOT_IN_ROOM");
        assertThat(lena.heardTypes()).containsExactly("welcome", "progress");
    }

    @Test
    void who_is_put_out_is_told_so_and_the_others_too() {
        gateway.rooms.happened(new ParticipantRemoved(discoveryCall, LENA.id(), true));

        assertThat(lena.heard("error").getFirst().path("payload").path("code").asString())
                .isEqualTo("REMOVED");
        assertThat(lena.closedWith()).isEqualTo("4403 REMOVED");
        assertThat(alice.heard("left"))
                .extracting(left -> left.path("payload").path("reason").asString())
                .containsExactly("removed");
    }

    @Test
    void who_is_put_out_does_not_leave_a_second_time_and_cannot_resume() {
        gateway.rooms.happened(new ParticipantRemoved(discoveryCall, LENA.id(), true));
        gateway.commands.keepOut(LENA.id(), MeetingRefusal.REMOVED);
        var again = gateway.resume(LENA, lena);
        gateway.passesFor(Duration.ofSeconds(70), alice);

        assertThat(again.closedWith()).isEqualTo("4403 REMOVED");
        assertThat(gateway.commands.sent(LeaveMeeting.class)).isEmpty();
        assertThat(alice.heard("left")).hasSize(1);
    }

    @Test
    void words_that_break_off_when_somebody_is_put_out_are_kept() {
        gateway.rooms.happened(aDiscoveryCall().leadConsented());
        lena.says("segment", words("we wan", false));
        gateway.rooms.happened(new ParticipantRemoved(discoveryCall, LENA.id(), false));

        assertThat(gateway.commands.sent(RecordSegment.class))
                .extracting(RecordSegment::text)
                .containsExactly("we wan");
    }

    @Test
    void who_comes_in_a_moment_after_being_put_out_does_not_stay() {
        gateway.commands.hold();
        var gus = gateway.join(GUS);
        gateway.rooms.happened(new ParticipantRemoved(discoveryCall, GUS.id(), true));
        gateway.commands.release();

        assertThat(gus.closedWith()).isEqualTo("4403 REMOVED");
        assertThat(alice.heard("joined")).hasSize(1);
    }

    @Test
    void muting_by_a_host_closes_the_turn() {
        gateway.rooms.happened(aDiscoveryCall().leadConsented());
        lena.says("media", "{\"audio\":true,\"video\":false}");
        lena.says("segment", words("we wan", false));
        gateway.rooms.happened(new ParticipantMuted(discoveryCall, LENA.id(), true, ALICE.id()));
        gateway.passes(Duration.ofMillis(1_100));

        assertThat(lena.heard("mute").getFirst().path("payload").path("by").asString())
                .isEqualTo(ALICE.id().toString());
        assertThat(alice.heard("media").getLast().path("payload").path("audio").asBoolean())
                .isFalse();
        assertThat(gateway.commands.sent(RecordSegment.class)).hasSize(1);
    }

    @Test
    void asking_somebody_to_mute_changes_nothing_by_itself() {
        lena.says("media", "{\"audio\":true,\"video\":false}");
        gateway.rooms.happened(new ParticipantMuted(discoveryCall, LENA.id(), false, ALICE.id()));

        assertThat(lena.heardTypes()).endsWith("mute");
        assertThat(alice.heard("media")).hasSize(1);
    }

    @Test
    void newcomers_find_hands_and_the_lock_as_they_are() {
        gateway.rooms.happened(new HandRaised(discoveryCall, LENA.id()));
        gateway.rooms.happened(new RoomLocked(discoveryCall));
        var welcome = gateway.join(GUS).heard("welcome").getFirst().path("payload");

        assertThat(welcome.path("locked").asBoolean()).isTrue();
        assertThat(welcome.path("participants"))
                .filteredOn(person -> person.path("hand").asBoolean())
                .extracting(person -> person.path("participantId").asString())
                .containsExactly(LENA.id().toString());
    }

    @Test
    void a_room_that_starts_again_finds_hands_and_the_lock_on_the_page() {
        var fresh = new GatewayInVirtualTime();
        fresh.meetings.know(KnownMeetings.page(
                MeetingStatus.ACTIVE, fresh.clock.instant(), new Door(EntryPolicy.HOST, true, List.of(LENA.id()))));
        fresh.join(LENA);
        var welcome = fresh.join(ALICE).heard("welcome").getFirst().path("payload");

        assertThat(welcome.path("locked").asBoolean()).isTrue();
        assertThat(welcome.path("participants"))
                .filteredOn(person -> person.path("hand").asBoolean())
                .hasSize(1);
    }

    @Test
    void a_hand_goes_down_with_its_owner() {
        gateway.rooms.happened(new HandRaised(discoveryCall, LENA.id()));
        lena.says("leave", "{}");
        gateway.join(LENA);

        assertThat(alice.heard("joined")
                        .getLast()
                        .path("payload")
                        .path("participant")
                        .path("hand")
                        .asBoolean())
                .isFalse();
    }
}
