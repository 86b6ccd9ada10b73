package dev.parley.signaling.room;

import static dev.parley.api.Samples.aliceInTheRoom;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.gusInTheRoom;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.signaling.room.TheRoom.gus;
import static dev.parley.signaling.room.TheRoom.lena;
import static dev.parley.signaling.room.TheRoom.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.frame.ClientFrame;
import dev.parley.signaling.frame.Letter;
import dev.parley.signaling.frame.ServerFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A room does not care how media travels: one media server for all fits where the mesh is. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MediaPlaneTest {
    private static final ParticipantId server = new ParticipantId(new UUID(0, 7));

    private final Star star = new Star();
    private final Room room =
            new Room(discoveryCall, star, new Reception(TheRoom.settings.level(), TheRoom.settings.quality()));

    @Test
    void everybody_negotiates_with_the_server_however_many_they_are() {
        for (var who : List.of(aliceInTheRoom, lenaInTheRoom, gusInTheRoom)) room.join(who);
        room.on(lena, 1, new ClientFrame.Media(true, false));

        assertThat(told(room.on(gus, 1, new ClientFrame.Media(true, false))))
                .contains(gus + " negotiate " + server + " polite true epoch 1");
        assertThat(room.on(gus, 2, new ClientFrame.Offer(server, "sdp", 1))).isEmpty();
        assertThat(star.offered).containsExactly(gus);
    }

    /** What a media server would look like to the room. */
    private static final class Star implements MediaPlane {
        private final List<ParticipantId> connected = new ArrayList<>();
        private final List<ParticipantId> offered = new ArrayList<>();

        @Override
        public boolean has(ParticipantId who) {
            return connected.contains(who);
        }

        @Override
        public boolean isFull() {
            return false;
        }

        @Override
        public List<Delivery> connect(ParticipantId who, int order) {
            connected.add(who);
            return List.of(new Delivery(who, Letter.of(new ServerFrame.Negotiate(server, true, 1))));
        }

        @Override
        public List<Delivery> disconnect(ParticipantId who) {
            connected.remove(who);
            return List.of();
        }

        @Override
        public boolean connects(ParticipantId one, ParticipantId other) {
            return has(one) && other.equals(server);
        }

        @Override
        public List<Delivery> relay(ParticipantId from, long id, ClientFrame.Negotiation step) {
            offered.add(from);
            return List.of();
        }
    }
}
