package dev.parley.benchmarks.append;

import com.typesafe.config.ConfigFactory;
import dev.parley.benchmarks.rounds.ClosedLoop;
import dev.parley.benchmarks.rounds.Orders;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.SpawnProtocol;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.persistence.jdbc.testkit.javadsl.SchemaUtils;
import org.jspecify.annotations.Nullable;

/** A peer: Pekko Persistence on its JDBC journal, which batches across actors. */
public final class Pekko {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ActorSystem<SpawnProtocol.Command> system;

    private Pekko(ActorSystem<SpawnProtocol.Command> system) {
        this.system = system;
    }

    public static void serve(String url, long postmaster) throws Exception {
        var system = ActorSystem.create(
                SpawnProtocol.create(),
                "benchmark",
                ConfigFactory.parseString(configuration(url))
                        .withFallback(ConfigFactory.load())
                        .resolve());
        SchemaUtils.createIfNotExists(system).toCompletableFuture().get(1, TimeUnit.MINUTES);
        var pekko = new Pekko(system);
        Orders.serve(
                (clients, warm, seconds) -> ClosedLoop.run("pekko", postmaster, clients, warm, seconds, pekko::client));
        system.terminate();
    }

    private ClosedLoop.Client client() {
        return new ClosedLoop.Client() {
            private final Story story = new Story();
            private @Nullable ActorRef<PekkoTalk.Order> talk;

            @Override
            public CompletableFuture<?> send() {
                var meeting = story.next();
                if (talk != null && !story.isNew()) return say(talk);
                if (talk != null) talk.tell(new PekkoTalk.Leave());
                return AskPattern.<SpawnProtocol.Command, ActorRef<PekkoTalk.Order>>ask(
                                system,
                                answer -> new SpawnProtocol.Spawn<>(
                                        PekkoTalk.of(meeting), meeting.toString(), Props.empty(), answer),
                                PATIENCE,
                                system.scheduler())
                        .thenCompose(found -> {
                            talk = found;
                            return say(found);
                        })
                        .toCompletableFuture();
            }
        };
    }

    private CompletableFuture<Done> say(ActorRef<PekkoTalk.Order> talk) {
        return AskPattern.<PekkoTalk.Order, Done>ask(talk, PekkoTalk.Say::new, PATIENCE, system.scheduler())
                .toCompletableFuture();
    }

    private static String configuration(String url) {
        return """
                pekko {
                  loglevel = ERROR
                  stdout-loglevel = ERROR
                  persistence.journal.plugin = jdbc-journal
                  persistence.snapshot-store.plugin = jdbc-snapshot-store
                  actor.serializers.story = "%1$s"
                  actor.serialization-bindings { "%2$s" = story }
                }
                database {
                  profile = "slick.jdbc.PostgresProfile$"
                  db {
                    url = "%3$s&reWriteBatchedInserts=true"
                    driver = org.postgresql.Driver
                    numThreads = 20, maxConnections = 20, minConnections = 20, queueSize = 10000
                  }
                }
                jdbc-journal.slick = ${database}
                jdbc-snapshot-store.slick = ${database}
                jdbc-read-journal.slick = ${database}
                """.formatted(PekkoJson.class.getName(), PekkoTalk.Said.class.getName(), url);
    }
}
