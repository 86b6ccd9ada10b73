package dev.parley.signaling.room;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.aliceInTheRoom;
import static dev.parley.api.Samples.as;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.now;
import static dev.parley.signaling.KnownMeetings.page;
import static dev.parley.signaling.KnownMeetings.pageWith;
import static dev.parley.signaling.room.Letters.typesOn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.meeting.MeetingStatus;
import dev.parley.signaling.backplane.LocalBackplane;
import dev.parley.signaling.frame.CloseReason;
import dev.parley.signaling.frame.Codecs;
import dev.parley.signaling.frame.IceConfiguration;
import dev.parley.signaling.frame.ServerFrame.WaitingFor;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RoomsOnTwoNodesTest {
    private static final Attendee ALICE = new Attendee(demo, discoveryCall, aliceInTheRoom, alice);
    private static final Attendee LENA = new Attendee(demo, discoveryCall, lenaInTheRoom, as(lena));

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final LocalBackplane backplane = new LocalBackplane();
    private final OutboxLimits limits = new OutboxLimits(256, 1_000_000, 256, 1_000_000);
    private final NothingAfter aftermath = new NothingAfter();
    private final Rooms one = new Rooms(TheRoom.settings, Codecs.codec(), time, aftermath, backplane);
    private final Rooms other = new Rooms(TheRoom.settings, Codecs.codec(), time, aftermath, backplane);

    @Test
    void whoever_comes_in_on_one_node_leaves_the_other() {
        var older = new Wire(limits);
        var newer = new Wire(limits);
        one.enter(LENA, page(MeetingStatus.LOBBY_OPEN), IceConfiguration.DIRECT, 1, older);
        other.enter(LENA, page(MeetingStatus.LOBBY_OPEN), IceConfiguration.DIRECT, 1, newer);

        assertThat(older.closingNow()).map(Closing::why).contains(CloseReason.REPLACED);
        assertThat(newer.closingNow()).isEmpty();
        time.advanceTimeBy(Duration.ofMinutes(2));
        assertThat(aftermath.gone).isEmpty();
    }

    @Test
    void hosts_hear_who_waits_on_another_node() {
        other.await(lenaWaits(new Wire(limits)), 0);
        var alice = new Wire(limits);
        one.enter(ALICE, page(MeetingStatus.LOBBY_OPEN), IceConfiguration.DIRECT, 1, alice);
        assertThat(typesOn(alice)).containsExactly("welcome", "progress", "knock");

        other.enter(LENA, page(MeetingStatus.LOBBY_OPEN), IceConfiguration.DIRECT, 1, new Wire(limits));
        assertThat(typesOn(alice)).containsExactly("knock-over");
    }

    @Test
    void hosts_hear_who_gave_up_waiting_on_another_node() {
        var alice = new Wire(limits);
        var wire = new Wire(limits);
        one.enter(ALICE, page(MeetingStatus.LOBBY_OPEN), IceConfiguration.DIRECT, 1, alice);
        other.await(lenaWaits(wire), 0);
        other.stopsWaiting(LENA, wire);

        assertThat(typesOn(alice)).containsExactly("welcome", "progress", "knock", "knock-over");
    }

    @Test
    void whoever_is_with_another_node_is_not_counted_out() {
        other.enter(LENA, page(MeetingStatus.ACTIVE), IceConfiguration.DIRECT, 1, new Wire(limits));
        one.enter(ALICE, pageWith(ALICE.id(), LENA.id()), IceConfiguration.DIRECT, 1, new Wire(limits));
        time.advanceTimeBy(Duration.ofMinutes(2));

        assertThat(aftermath.gone).isEmpty();
    }

    @Test
    void whoever_is_with_no_node_is_counted_out_by_the_one_that_misses_them() {
        one.enter(ALICE, pageWith(ALICE.id(), LENA.id()), IceConfiguration.DIRECT, 1, new Wire(limits));
        time.advanceTimeBy(Duration.ofMinutes(2));

        assertThat(aftermath.gone).extracting(Attendee::id).containsExactly(LENA.id());
    }

    private static Waiter lenaWaits(Wire wire) {
        return new Waiter(LENA, page(MeetingStatus.LOBBY_OPEN), WaitingFor.HOST_ADMITS, now, 1, wire, () -> {});
    }
}
