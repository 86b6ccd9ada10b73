package dev.parley.signaling.room;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.aliceInTheRoom;
import static dev.parley.api.Samples.as;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.signaling.KnownMeetings.page;
import static dev.parley.signaling.room.Letters.typesOn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.meeting.MeetingStatus;
import dev.parley.signaling.backplane.LocalBackplane;
import dev.parley.signaling.frame.ClientFrame;
import dev.parley.signaling.frame.CloseReason;
import dev.parley.signaling.frame.Codecs;
import dev.parley.signaling.frame.IceConfiguration;
import dev.parley.signaling.frame.Inbound;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

/** What was under way on an older line when its person came back on a newer one. The client says it again, so it must not count. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnOlderLineTest {
    private static final Attendee ALICE = new Attendee(demo, discoveryCall, aliceInTheRoom, alice);
    private static final Attendee LENA = new Attendee(demo, discoveryCall, lenaInTheRoom, as(lena));

    private final OutboxLimits limits = new OutboxLimits(256, 1_000_000, 256, 1_000_000);
    private final Rooms rooms = new Rooms(
            TheRoom.settings, Codecs.codec(), VirtualTimeScheduler.create(), new NothingAfter(), new LocalBackplane());
    private final Wire alices = new Wire(limits);
    private final Wire older = new Wire(limits);
    private final Wire newer = new Wire(limits);
    private final Peer session = lenaComesBack();

    @Test
    void says_nothing_any_more() {
        assertThat(rooms.said(session, older, chat(2))).isFalse();
        assertThat(rooms.said(session, newer, chat(2))).isTrue();

        assertThat(typesOn(alices)).containsExactly("chat");
    }

    @Test
    void does_not_count_among_what_arrived() {
        rooms.said(session, older, chat(7));

        assertThat(session.lastId()).isEqualTo(1);
    }

    @Test
    void puts_nobody_out() {
        rooms.expel(session, older, CloseReason.TOO_MANY);

        assertThat(newer.closingNow()).isEmpty();
        assertThat(rooms.said(session, newer, chat(2))).isTrue();
    }

    private Peer lenaComesBack() {
        rooms.enter(ALICE, page(MeetingStatus.ACTIVE), IceConfiguration.DIRECT, 1, alices);
        var lena = rooms.enter(LENA, page(MeetingStatus.ACTIVE), IceConfiguration.DIRECT, 1, older);
        typesOn(alices);
        var welcome = Letters.on(older).getFirst();
        var resume = new ClientFrame.Resume(
                welcome.at("/payload/resumeToken").asString(),
                welcome.path("seq").asLong());
        assertThat(rooms.resume(LENA, resume, 1, newer)).contains(lena);
        return lena;
    }

    private static Inbound.Said chat(long id) {
        return new Inbound.Said(id, new ClientFrame.Chat("Here is the link."), Optional.empty());
    }
}
