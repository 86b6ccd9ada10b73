package dev.parley.signaling.room;

import static dev.parley.api.Samples.as;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.signaling.KnownMeetings.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.meeting.LinkQuality;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.signaling.backplane.LocalBackplane;
import dev.parley.signaling.frame.ClientFrame;
import dev.parley.signaling.frame.CloseReason;
import dev.parley.signaling.frame.Codecs;
import dev.parley.signaling.frame.IceConfiguration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RoomsOnTwoNodesTest implements Aftermath {
    private static final Attendee LENA = new Attendee(demo, discoveryCall, lenaInTheRoom, as(lena));

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final LocalBackplane backplane = new LocalBackplane();
    private final OutboxLimits limits = new OutboxLimits(256, 1_000_000, 256, 1_000_000);
    private final Rooms one = new Rooms(TheRoom.settings, Codecs.codec(), time, this, backplane);
    private final Rooms other = new Rooms(TheRoom.settings, Codecs.codec(), time, this, backplane);
    private final List<Attendee> gone = new ArrayList<>();

    @Test
    void whoever_comes_in_on_one_node_leaves_the_other() {
        var older = new Wire(limits);
        var newer = new Wire(limits);
        one.enter(LENA, page(MeetingStatus.LOBBY_OPEN), IceConfiguration.DIRECT, 1, older);
        other.enter(LENA, page(MeetingStatus.LOBBY_OPEN), IceConfiguration.DIRECT, 1, newer);

        assertThat(older.closingNow()).map(Closing::why).contains(CloseReason.REPLACED);
        assertThat(newer.closingNow()).isEmpty();
        time.advanceTimeBy(Duration.ofMinutes(2));
        assertThat(gone).isEmpty();
    }

    @Override
    public void gone(Attendee who, String reason) {
        gone.add(who);
    }

    @Override
    public void brokeOff(Attendee who, ClientFrame.Segment words) {}

    @Override
    public void isPoorlyConnected(Attendee who, LinkQuality link) {}
}
