package dev.parley.driver.conformance;

import dev.parley.api.WireFormat;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One device of one person in a story: it counts what it sends, and minds the {@link Manners} of what it hears. */
final class Part {
    private static final JsonMapper JSON = WireFormat.mapper();

    private final String who;
    private final Memory memory;
    private final Manners manners = new Manners();
    private @Nullable Line line;
    private long sent;

    Part(String who, Memory memory) {
        this.who = who;
        this.memory = memory;
    }

    String who() {
        return who;
    }

    String person() {
        return who.replaceFirst("/.*", "");
    }

    boolean isInside() {
        return line != null && manners.isInside();
    }

    boolean isOnTheLine() {
        return line != null;
    }

    /** May still have something to hear. */
    boolean isHungUpOn() {
        return line != null && line.isOver();
    }

    void connect(HttpClient http, URI address, Optional<String> origin, String protocol)
            throws InterruptedException, Line.NotOpened {
        cut();
        manners.isOnANewLine();
        line = Line.open(http, address, origin, protocol);
    }

    /** @param frame with or without {@code v}, {@code id} and {@code payload}; @return its number */
    long send(JsonNode frame) throws InterruptedException {
        var whole = (ObjectNode) memory.fill(frame);
        if (!whole.has("v")) whole.put("v", 1);
        if (!whole.has("id")) whole.put("id", ++sent);
        if (!whole.has("payload")) whole.putObject("payload");
        if (whole.path("payload").asString("").equals("none")) whole.remove("payload");
        var id = whole.path("id").asLong(0);
        manners.says(id);
        memory.put(who + ".last", id);
        onTheLine().send(JSON.writeValueAsString(whole), 1);
        return id;
    }

    void sendText(String text, int parts) throws InterruptedException {
        onTheLine().send(text, parts);
    }

    void sendBytes(int size) throws InterruptedException {
        onTheLine().sendBytes(size);
    }

    void stopReading() {
        onTheLine().stopReading();
    }

    /** @param resume token, lastSeq and ticket, if others than those that are remembered */
    void askToResume(JsonNode resume) throws InterruptedException {
        var asked = (ObjectNode) memory.fill(resume);
        if (!asked.has("token")) asked.set("token", memory.get(who + ".resumeToken"));
        if (!asked.has("lastSeq")) asked.put("lastSeq", manners.last());
        var ticket = asked.has("ticket") ? asked.remove("ticket") : memory.get(who + ".ticket");
        manners.resumesAfter(asked.path("lastSeq").asLong());
        send(JSON.valueToTree(Map.of("type", "join", "payload", Map.of("ticket", ticket, "resume", asked))));
    }

    /** The next that comes over the line; a frame without manners is the end of the story. */
    Heard next(Duration within) throws InterruptedException, Unexpected {
        var next = onTheLine().next(within);
        if (next.isEmpty()) return new Heard.Nothing();
        return switch (next.get()) {
            case Line.Heard.Closed(var code, var reason) -> {
                line = null;
                yield new Heard.End(code, reason);
            }
            case Line.Heard.Message(var text) -> new Heard.Frame(minded(text));
        };
    }

    /** What one person may hear. */
    sealed interface Heard {
        record Frame(JsonNode json) implements Heard {}

        record End(int code, String reason) implements Heard {}

        record Nothing() implements Heard {}
    }

    private JsonNode minded(String text) throws Unexpected {
        JsonNode frame;
        try {
            frame = JSON.readTree(text);
        } catch (JacksonException e) {
            throw new Unexpected(who + " heard what is no JSON: " + text);
        }
        var complaint = manners.complaint(frame);
        if (complaint.isPresent()) throw new Unexpected(who + " heard " + frame + ": " + complaint.get());
        if (frame.path("type").asString().equals("welcome")) remember(frame.path("payload"));
        memory.put(who + ".lastSeq", manners.last());
        return frame;
    }

    private void remember(JsonNode welcome) {
        memory.put(person() + ".id", welcome.path("self").path("participantId"));
        memory.put(person() + ".name", welcome.path("self").path("name"));
        memory.put(who + ".resumeToken", welcome.path("resumeToken"));
    }

    void cut() {
        if (line != null) line.cut();
        line = null;
    }

    private Line onTheLine() throws Unexpected {
        if (line == null) throw new Unexpected(who + " has no connection");
        return line;
    }
}
