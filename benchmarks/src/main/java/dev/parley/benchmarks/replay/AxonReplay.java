package dev.parley.benchmarks.replay;

import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import dev.parley.benchmarks.append.StockAxon;
import dev.parley.benchmarks.rounds.Cpu;
import dev.parley.benchmarks.rounds.Orders;
import dev.parley.benchmarks.rounds.Round;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;

/** A peer: Axon's pooled processor in batches of 1,000 over its own JDBC engine. Its tokens are in memory, which spares it writes. */
public final class AxonReplay {
    private static final int BATCH = 1_000;

    private final String url;
    private final long postmaster;

    private AxonReplay(String url, long postmaster) {
        this.url = url;
        this.postmaster = postmaster;
    }

    public static void serve(String url, long postmaster) throws Exception {
        Orders.serve(new AxonReplay(url, postmaster)::run);
    }

    /** Counts what it hears. */
    public static final class Listener {
        private final LongAdder heard = new LongAdder();

        @EventHandler
        public void on(SegmentRecorded event) {
            heard.increment();
        }
    }

    /** From the first event on, until the time is over. */
    private Round run(int clients, double warm, double seconds) throws InterruptedException {
        var listener = new Listener();
        var axon = start(listener);
        try {
            var patience = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
            while (listener.heard.sum() == 0) {
                if (System.nanoTime() > patience) throw new IllegalStateException("it heard nothing");
                TimeUnit.MILLISECONDS.sleep(2);
            }
            var first = listener.heard.sum();
            var before = Cpu.now(postmaster);
            var begun = System.nanoTime();
            TimeUnit.NANOSECONDS.sleep((long) (seconds * 1e9));
            var events = listener.heard.sum() - first;
            var took = (System.nanoTime() - begun) / 1e9;
            return Round.of(
                    "axon",
                    clients,
                    events,
                    took,
                    new Histogram(3),
                    Cpu.now(postmaster).since(before),
                    0);
        } finally {
            axon.shutdown();
        }
    }

    private Configuration start(Listener listener) {
        var engine = StockAxon.engine(url, 8, BATCH);
        var axon = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(_ -> StockAxon.serializer())
                .configureEmbeddedEventStore(_ -> engine);
        axon.eventProcessing(processing -> processing
                .registerTokenStore(_ -> new InMemoryTokenStore())
                .byDefaultAssignTo("listener")
                .registerEventHandler(_ -> listener)
                .registerPooledStreamingEventProcessor(
                        "listener",
                        Configuration::eventStore,
                        (_, processor) -> processor.batchSize(BATCH).initialSegmentCount(1)));
        return axon.start();
    }
}
