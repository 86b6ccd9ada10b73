package dev.parley.query.live;

import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.elsewhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.api.TenantId;
import dev.parley.query.Hints;
import dev.parley.query.Hints.Hint;
import dev.parley.query.live.News.Changed;
import dev.parley.query.live.News.Missed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NewsroomTest {
    private static final int WAITING = 8;
    private static final int REMEMBERED = 20;

    private final Wire wire = new Wire();
    private final Newsroom newsroom = new Newsroom(wire, new LiveSettings(Duration.ofSeconds(15), WAITING, REMEMBERED));

    @BeforeEach
    void listens() {
        newsroom.start();
    }

    @AfterEach
    void closes() {
        newsroom.stop();
    }

    @Test
    void passes_on_what_changes_to_everybody_of_the_tenant() {
        var alice = reader(demo, OptionalLong.empty());
        var bob = reader(demo, OptionalLong.empty());
        var eve = reader(elsewhere, OptionalLong.empty());

        wire.says(hint(demo, 1), hint(elsewhere, 2));

        assertThat(alice.news).containsExactly(new Changed(hint(demo, 1)));
        assertThat(bob.news).containsExactly(new Changed(hint(demo, 1)));
        assertThat(eve.news).containsExactly(new Changed(hint(elsewhere, 2)));
    }

    @Test
    void tells_newcomers_nothing_of_the_past() {
        wire.says(hint(demo, 1));

        assertThat(reader(demo, OptionalLong.empty()).news).isEmpty();
    }

    @Nested
    class To_a_browser_that_comes_back {
        @Test
        void tells_what_it_missed_and_goes_on() {
            wire.says(hint(demo, 1), hint(demo, 2), hint(elsewhere, 3), hint(demo, 4));

            var back = reader(demo, OptionalLong.of(2));
            wire.says(hint(demo, 5));

            assertThat(back.news).containsExactly(changed(2), changed(4), changed(5));
        }

        /** Views are independent: what one says of position 3 may come after what another says of 5. */
        @Test
        void tells_what_came_late_although_its_position_is_older() {
            wire.says(hint(demo, 5), hint(demo, 3));

            assertThat(reader(demo, OptionalLong.of(5)).news).containsExactly(changed(5), changed(3));
        }

        @Test
        void says_so_when_it_does_not_know_what_was_missed() {
            wire.says(hint(demo, 7));

            assertThat(reader(demo, OptionalLong.of(6)).news).containsExactly(new Missed());
            assertThat(reader(elsewhere, OptionalLong.of(7)).news).containsExactly(new Missed());
        }

        @Test
        void says_so_when_too_much_has_happened_since() {
            for (var i = 1; i <= REMEMBERED + 1; i++) wire.says(hint(demo, i));

            assertThat(reader(demo, OptionalLong.of(1)).news).containsExactly(new Missed());
            assertThat(reader(demo, OptionalLong.of(REMEMBERED)).news)
                    .containsExactly(changed(REMEMBERED), changed(REMEMBERED + 1));
        }
    }

    @Test
    void keeps_a_bounded_number_for_a_slow_browser_and_tells_it_that_some_are_lost() {
        var slow = new Reader(0);
        newsroom.of(demo, OptionalLong.empty()).subscribe(slow);
        var quick = reader(demo, OptionalLong.empty());

        for (var i = 1; i <= 1_000; i++) wire.says(hint(demo, i));
        assertThat(quick.news).hasSize(1_000);

        slow.request(Long.MAX_VALUE);
        assertThat(slow.news)
                .hasSizeLessThanOrEqualTo(WAITING + 3)
                .contains(new Missed())
                .endsWith(changed(1_000));
        var afterTheLoss = slow.news.subList(slow.news.indexOf(new Missed()) + 1, slow.news.size());
        assertThat(afterTheLoss).doesNotContain(new Missed());
    }

    @Test
    void tells_everybody_to_look_again_when_the_wire_was_broken() {
        var alice = reader(demo, OptionalLong.empty());
        wire.says(hint(demo, 1));

        wire.breaks();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(alice.news).containsExactly(changed(1), new Missed()));
        wire.says(hint(demo, 9));
        assertThat(alice.news).endsWith(changed(9));
        assertThat(reader(demo, OptionalLong.of(1)).news).containsExactly(new Missed());
    }

    @Test
    void forgets_browsers_that_go_away() {
        var gone = reader(demo, OptionalLong.empty());
        gone.cancel();
        wire.says(hint(demo, 1));

        assertThat(gone.news).isEmpty();
        assertThat(newsroom.readers()).isZero();
    }

    @Test
    void lets_a_browser_go_away_while_it_is_told() {
        var stays = new ArrayList<News>();
        newsroom.of(demo, OptionalLong.empty()).take(1).subscribe();
        newsroom.of(demo, OptionalLong.empty()).subscribe(stays::add);

        wire.says(hint(demo, 1), hint(demo, 2));

        assertThat(stays).containsExactly(changed(1), changed(2));
        assertThat(newsroom.readers()).isEqualTo(1);
    }

    @Test
    void ends_all_streams_when_it_closes() {
        var alice = reader(demo, OptionalLong.empty());

        newsroom.stop();

        assertThat(alice.isDisposed()).isTrue();
    }

    private Reader reader(TenantId tenant, OptionalLong lastSeen) {
        var reader = new Reader(Long.MAX_VALUE);
        newsroom.of(tenant, lastSeen).subscribe(reader);
        return reader;
    }

    private static Changed changed(long position) {
        return new Changed(hint(demo, position));
    }

    private static Hint hint(TenantId tenant, long position) {
        return new Hint(tenant, "agenda", "key", position);
    }

    private static final class Reader extends BaseSubscriber<News> {
        private final List<News> news = new CopyOnWriteArrayList<>();
        private final long wants;

        private Reader(long wants) {
            this.wants = wants;
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            if (wants > 0) request(wants);
        }

        @Override
        protected void hookOnNext(News told) {
            news.add(told);
        }
    }

    private static final class Wire implements Hints {
        private Sinks.Many<Hint> line = Sinks.many().multicast().directBestEffort();

        void says(Hint... hints) {
            for (var hint : hints) line.tryEmitNext(hint);
        }

        void breaks() {
            var broken = line;
            line = Sinks.many().multicast().directBestEffort();
            broken.tryEmitComplete();
        }

        @Override
        public void changed(Hint hint) {
            says(hint);
        }

        @Override
        public Flux<Hint> stream() {
            return Flux.defer(() -> line.asFlux());
        }
    }
}
