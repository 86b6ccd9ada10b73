package dev.parley.benchmarks.promises;

import dev.parley.api.Actor;
import dev.parley.api.Envelope;
import dev.parley.api.Ids;
import dev.parley.api.Refusal;
import dev.parley.api.Refused;
import dev.parley.api.RequestRefusal;
import dev.parley.api.TenantId;
import dev.parley.api.questionset.QuestionSetCommand.DraftQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.ReviseQuestionSet;
import dev.parley.api.questionset.QuestionSetId;
import dev.parley.infra.eventlog.CommandRepeated;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.context.ApplicationContext;

/** Answers the harness, a line for a line: commands for the notebooks, and orders for the processors. */
final class NodeServer {
    private static final Actor HARNESS = Actor.system(new TenantId(Ids.named("tenant", "promises")), "harness");

    private final CommandGateway commands;
    private final EventProcessingConfiguration processing;

    private NodeServer(ApplicationContext store) {
        this.commands = store.getBean(CommandGateway.class);
        this.processing = store.getBean(EventProcessingConfiguration.class);
    }

    static void listen(int port, ApplicationContext store) throws IOException {
        var node = new NodeServer(store);
        var server = new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("harness").start(() -> node.accept(server));
    }

    private void accept(ServerSocket server) {
        while (true)
            try {
                var client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
    }

    private void serve(Socket client) {
        try (client;
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                var out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8)) {
            for (var line = in.readLine(); line != null; line = in.readLine()) out.println(answer(line.split("\t")));
        } catch (IOException harnessHungUp) {
            // It may.
        }
    }

    private String answer(String[] words) {
        return switch (words[0]) {
            case "ping" -> "pong";
            case "draft" ->
                outcome(
                        words[1],
                        new DraftQuestionSet(book(words), HARNESS, Instant.now(), words[3], "promise", List.of()));
            case "revise" ->
                outcome(
                        words[1],
                        new ReviseQuestionSet(
                                book(words), HARNESS, Instant.now(), Optional.of(words[3]), Optional.of("promise")));
            case "restart" -> restartProcessors();
            case "split" ->
                done(() -> tally().splitSegment(Integer.parseInt(words[1])).get(10, TimeUnit.SECONDS));
            case "merge" ->
                done(() -> tally().mergeSegment(Integer.parseInt(words[1])).get(10, TimeUnit.SECONDS));
            case "retry" -> done(this::retryLetters);
            default -> "what?";
        };
    }

    private static QuestionSetId book(String[] words) {
        return QuestionSetId.of(words[2]);
    }

    private String outcome(String id, Object command) {
        try {
            var message = new GenericCommandMessage<>(command, MetaData.with(Envelope.COMMAND_ID, id));
            commands.send(message).get(20, TimeUnit.SECONDS);
            return "acked";
        } catch (Exception e) {
            return refusal(e);
        }
    }

    private static String refusal(Throwable failure) {
        for (var cause :
                Stream.iterate(failure, t -> t != null, Throwable::getCause).toList()) {
            if (cause instanceof CommandRepeated) return "acked\trepeated";
            if (cause instanceof ConcurrencyException || cause instanceof AggregateStreamCreationException)
                return "rejected\tCONFLICT";
            if (cause instanceof Refused refused)
                return word(refused.refusal()) + "\t" + refused.refusal().name();
        }
        return "unknown\t" + failure.toString().replaceAll("\\s+", " ");
    }

    /** All that are unavailable promise that nothing was stored, but for the one that does not know. */
    private static String word(Refusal refusal) {
        if (refusal == RequestRefusal.NO_ANSWER_IN_TIME) return "unknown";
        return refusal.kind() == Refusal.Kind.UNAVAILABLE ? "unavailable" : "rejected";
    }

    private String restartProcessors() {
        processing.eventProcessors().values().forEach(EventProcessor::shutDown);
        processing.eventProcessors().values().forEach(EventProcessor::start);
        return "done";
    }

    private StreamingEventProcessor tally() {
        return processing
                .eventProcessor(Tally.GROUP, StreamingEventProcessor.class)
                .orElseThrow();
    }

    private boolean retryLetters() {
        var letters = processing.sequencedDeadLetterProcessor(Tally.GROUP).orElseThrow();
        var any = false;
        while (letters.processAny()) any = true;
        return any;
    }

    /** An order that may fail, as an operator's may. */
    interface Order {
        Object carryOut() throws Exception;
    }

    private static String done(Order order) {
        try {
            return String.valueOf(order.carryOut());
        } catch (Exception e) {
            return "failed: " + e;
        }
    }
}
