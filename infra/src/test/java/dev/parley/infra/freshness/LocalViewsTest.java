package dev.parley.infra.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.infra.freshness.LocalViews.View;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

/** With real processors: two views, one of them with two segments, and something that is no view. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LocalViewsTest {
    private final Semaphore slowView = new Semaphore(0);
    private final Semaphore notAView = new Semaphore(0);
    private final Configuration axon = DefaultConfigurer.defaultConfiguration()
            .configureEventStore(_ -> EmbeddedEventStore.builder()
                    .storageEngine(new InMemoryEventStorageEngine())
                    .build())
            .eventProcessing(processing -> processing
                    .usingPooledStreamingEventProcessors()
                    .registerPooledStreamingEventProcessorConfiguration((_, processor) ->
                            processor.initialSegmentCount(2).initialToken(StreamableMessageSource::createTailToken))
                    .registerEventHandler(_ -> new QuickView())
                    .registerEventHandler(_ -> new SlowView(slowView))
                    .registerEventHandler(_ -> new Mailer(notAView)))
            .buildConfiguration();
    private final LocalViews views = new LocalViews(new Late(axon));

    @BeforeEach
    void start() {
        axon.start();
    }

    @AfterEach
    void stop() {
        slowView.release(1_000);
        notAView.release(1_000);
        axon.shutdown();
    }

    @Test
    void are_those_of_the_slowest_view() {
        happens(3);
        await().untilAsserted(() -> assertThat(reached()).isLessThan(2));

        slowView.release(3);

        await().untilAsserted(() -> assertThat(reached()).isEqualTo(2));
    }

    @Test
    void pass_over_what_no_view_cares_for() {
        slowView.release(10);
        happens(1);
        axon.eventBus().publish(GenericEventMessage.asEventMessage(42));

        await().untilAsserted(() -> assertThat(reached()).isEqualTo(1));
    }

    @Test
    void are_whole_only_as_long_as_every_part_runs_here() {
        slowView.release(10);
        happens(1);
        await().untilAsserted(() -> assertThat(reached()).isZero());
        var quick = axon.eventProcessingConfiguration()
                .eventProcessor("view.quick", PooledStreamingEventProcessor.class)
                .orElseThrow();
        assertThat(views.all()).allMatch(View::isWhole);

        quick.releaseSegment(1);

        await().untilAsserted(() -> assertThat(quick.processingStatus()).hasSize(1));
        assertThat(views.all().stream().filter(view -> !view.isWhole()).map(View::name))
                .containsExactly("view.quick");
    }

    @Test
    void are_not_whole_before_any_processor_has_begun() {
        assertThat(new View("view.new", Map.of()).isWhole()).isFalse();
    }

    /** A part whose first event is not done yet may not be told of at all; then nobody knows. */
    private long reached() {
        return views.all().stream()
                .mapToLong(view -> view.isWhole() ? view.slowest() : LocalViews.NOTHING)
                .min()
                .orElseThrow();
    }

    private void happens(int times) {
        for (var i = 0; i < times; i++) axon.eventBus().publish(GenericEventMessage.asEventMessage("fact " + i));
    }

    @ProcessingGroup("view.quick")
    static final class QuickView {
        @EventHandler
        void on(String fact) {}
    }

    @ProcessingGroup("view.slow")
    record SlowView(Semaphore allowed) {
        @EventHandler
        void on(String fact) throws InterruptedException {
            allowed.acquire();
        }
    }

    @ProcessingGroup("saga.mail")
    record Mailer(Semaphore allowed) {
        @EventHandler
        void on(String fact) throws InterruptedException {
            allowed.acquire();
        }
    }

    private record Late(Configuration axon) implements ObjectProvider<Configuration> {
        @Override
        public Configuration getObject() {
            return axon;
        }
    }
}
