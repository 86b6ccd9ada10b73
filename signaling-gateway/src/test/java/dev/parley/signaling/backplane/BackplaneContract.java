package dev.parley.signaling.backplane;

import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.lenaInTheRoom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.api.Ids;
import dev.parley.api.meeting.MeetingId;
import dev.parley.signaling.backplane.Backplane.Notice;
import dev.parley.signaling.backplane.Backplane.SeatTaken;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/** What every backplane promises. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class BackplaneContract {

    /** Two ends of the same backplane, as two nodes have them. */
    protected abstract Backplane here();

    protected abstract Backplane there();

    @Test
    void what_is_told_here_is_heard_there_and_here() {
        var heardThere = listen(there());
        var heardHere = listen(here());

        here().tell(notice(1));

        await().untilAsserted(() -> assertThat(heardThere).containsExactly(notice(1)));
        await().untilAsserted(() -> assertThat(heardHere).containsExactly(notice(1)));
    }

    @Test
    void notices_of_one_node_keep_their_order() {
        var heard = listen(there());
        var told = IntStream.range(0, 200).mapToObj(BackplaneContract::notice).toList();

        told.forEach(here()::tell);

        await().untilAsserted(() -> assertThat(heard).containsExactlyElementsOf(told));
    }

    @Test
    void who_does_not_keep_up_holds_nobody_up() {
        there().heard().subscribe(new Deaf());
        var heard = listen(there());
        var told = IntStream.range(0, 5_000).mapToObj(BackplaneContract::notice).toList();

        told.forEach(here()::tell);

        await().untilAsserted(() -> assertThat(heard).endsWith(told.getLast()));
    }

    @Test
    void telling_nobody_is_fine() {
        here().tell(notice(1));
        var heard = listen(there());
        here().tell(notice(2));

        // What was told before may still be on its way.
        await().untilAsserted(() -> assertThat(heard).endsWith(notice(2)));
    }

    private static List<Notice> listen(Backplane backplane) {
        var heard = new CopyOnWriteArrayList<Notice>();
        backplane.heard().subscribe(heard::add);
        return heard;
    }

    private static Notice notice(int number) {
        return new SeatTaken(
                new UUID(0, 1), new MeetingId(Ids.named(discoveryCall, number)), lenaInTheRoom.participantId());
    }

    private static final class Deaf extends BaseSubscriber<Notice> {
        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            // never asks for anything
        }
    }
}
