package dev.parley.query.live;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.demo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.query.Hints;
import dev.parley.query.Hints.Hint;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LiveControllerTest {
    private final Sinks.Many<Hint> line = Sinks.many().multicast().directBestEffort();
    private final LiveSettings settings = new LiveSettings(Duration.ofSeconds(15), 8, 20);
    private final Newsroom newsroom = new Newsroom(new Wire(line), settings);
    private final LiveController live = new LiveController(newsroom, settings);

    @BeforeEach
    void opens() {
        newsroom.start();
    }

    @AfterEach
    void closes() {
        newsroom.stop();
    }

    @Test
    void opens_the_line_with_a_beat_and_keeps_it_open() {
        StepVerifier.withVirtualTime(() -> live.live(alice, null))
                .thenAwait(Duration.ZERO)
                .assertNext(event -> assertThat(event.comment()).isEqualTo("beat"))
                .expectNoEvent(settings.heartbeat())
                .assertNext(event -> assertThat(event.comment()).isEqualTo("beat"))
                .thenCancel()
                .verify();
    }

    @Test
    void names_what_changed_by_its_position_in_the_log() {
        StepVerifier.create(changes(null))
                .then(() -> line.tryEmitNext(new Hint(demo, "agenda", "a-meeting", 42)))
                .assertNext(event -> {
                    assertThat(event.event()).isEqualTo("hint");
                    assertThat(event.id()).isEqualTo("42");
                    assertThat(event.data()).isEqualTo(new LiveController.Line("agenda", "a-meeting", 42));
                })
                .thenCancel()
                .verify();
    }

    @Test
    void tells_a_browser_with_an_id_that_is_not_ours_to_look_again() {
        for (var id : new String[] {"41", "nonsense", "-7"})
            StepVerifier.create(changes(id))
                    .assertNext(event -> assertThat(event.event()).isEqualTo("resync"))
                    .thenCancel()
                    .verify();
    }

    @Test
    void ends_with_the_server_and_does_not_beat_on() {
        StepVerifier.create(live.live(alice, null))
                .expectNextCount(1)
                .then(newsroom::stop)
                .expectComplete()
                .verify(Duration.ofSeconds(20));
    }

    private Flux<ServerSentEvent<Object>> changes(@Nullable String lastSeen) {
        return live.live(alice, lastSeen).filter(event -> event.event() != null);
    }

    private record Wire(Sinks.Many<Hint> line) implements Hints {
        @Override
        public void changed(Hint hint) {}

        @Override
        public Flux<Hint> stream() {
            return line.asFlux();
        }
    }
}
