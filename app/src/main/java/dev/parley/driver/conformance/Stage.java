package dev.parley.driver.conformance;

import dev.parley.api.WireFormat;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where one script is played: its people, what they have heard so far, and its meeting. Strict: what nobody expects is a failure. */
final class Stage implements AutoCloseable {
    private static final JsonMapper JSON = WireFormat.mapper();
    private static final String ASK_FOR_A_SIGN = "ice-servers";

    private final Script script;
    private final Venue venue;
    private final Venue.Arranged meeting;
    private final UnaryOperator<URI> signal;
    private final HttpClient http;
    private final Duration patience;
    private final Memory memory = new Memory();
    private final Map<String, Part> parts = new LinkedHashMap<>();

    /** @param signal where the WebSocket is, given what the ticket says; @param patience for what the script sets no time */
    Stage(Script script, Venue venue, UnaryOperator<URI> signal, HttpClient http, Duration patience)
            throws IOException, InterruptedException {
        this.script = script;
        this.venue = venue;
        this.signal = signal;
        this.http = http;
        this.patience = script.within().orElse(patience);
        this.meeting = venue.arrange(script);
        memory.put("meeting.id", meeting.meetingId());
        memory.put("meeting.title", meeting.title());
        script.given().forEach(memory::put);
        meeting.people().forEach((name, guest) -> {
            if (!guest.participantId().isEmpty()) memory.put(name + ".id", guest.participantId());
        });
    }

    /** @throws Unexpected with the step, if anything goes otherwise than it says */
    void play() throws IOException, InterruptedException {
        for (var name : script.inside()) enter(name);
        var number = 0;
        for (var step : script.steps()) {
            number++;
            try {
                play(step);
            } catch (Unexpected | IllegalArgumentException e) {
                throw new Unexpected("step " + number + ": " + e.getMessage());
            }
        }
        for (var part : parts.values()) if (part.isOnTheLine()) mustHaveHeardAll(part);
    }

    private void play(Step step) throws IOException, InterruptedException {
        switch (step) {
            case Step.Enters(var who) -> enter(who);
            case Step.Connects connects -> connect(connects);
            case Step.ComesBack(var who, var resume) -> {
                connect(who);
                part(who).askToResume(resume.isObject() ? resume : JSON.createObjectNode());
            }
            case Step.Sends(var who, var frame, var as, var times) -> {
                for (var i = 1; i < times && !part(who).isHungUpOn(); i++)
                    part(who).send(frame);
                var id = part(who).send(frame);
                as.ifPresent(name -> memory.put(name, id));
            }
            case Step.SendsText(var who, var text, var inParts) ->
                part(who).sendText(memory.fill(text).asString(), inParts);
            case Step.SendsBytes(var who, var size) -> part(who).sendBytes(size);
            case Step.Hears hears -> hear(hears);
            case Step.HearsNothing(var who) -> mustHaveHeardAll(part(who));
            case Step.IsClosed closed -> mustBeClosed(closed);
            case Step.StopsReading(var who) -> part(who).stopReading();
            case Step.Cuts(var who) -> part(who).cut();
            case Step.Waits(var time) -> Thread.sleep(time);
            case Step.Meeting(var starts) -> {
                if (starts) venue.start(meeting.meetingId());
                else venue.end(meeting.meetingId());
            }
        }
    }

    private Part part(String who) {
        return parts.computeIfAbsent(who, name -> new Part(name, memory));
    }

    private void enter(String who) throws IOException, InterruptedException {
        connect(who);
        var part = part(who);
        part.send(JSON.valueToTree(Map.of("type", "join", "payload", Map.of("ticket", "$" + who + ".ticket"))));
        mustHear(part, List.of(said("welcome", Map.of("self", Map.of("participantId", "$any")))), patience);
        var joined = said("joined", Map.of("participant", Map.of("participantId", "$" + part.person() + ".id")));
        for (var other : parts.values())
            if (other != part && other.isInside()) mustHear(other, List.of(joined), patience);
    }

    private static JsonNode said(String type, Map<String, ?> payload) {
        return JSON.valueToTree(Map.of("type", type, "payload", payload));
    }

    private void connect(String who) throws IOException, InterruptedException {
        connect(new Step.Connects(who, Optional.empty(), "parley.v1", Optional.empty()));
    }

    private void connect(Step.Connects step) throws IOException, InterruptedException {
        var part = part(step.who());
        var guest =
                Objects.requireNonNull(meeting.people().get(part.person()), () -> "nobody is called " + part.person());
        var ticket = venue.ticket(guest);
        memory.put(part.who() + ".ticket", ticket.path("ticket"));
        var address = signal.apply(URI.create(ticket.path("signalUrl").asString()));
        try {
            part.connect(http, address, step.origin(), step.protocol());
        } catch (Line.NotOpened e) {
            if (step.refused().equals(Optional.of(e.status()))) return;
            throw new Unexpected(part.who() + " could not connect: HTTP " + e.status() + ", " + e.getMessage());
        }
        if (step.refused().isPresent())
            throw new Unexpected(
                    part.who() + " could connect, but HTTP " + step.refused().get() + " was expected");
    }

    private void hear(Step.Hears step) throws InterruptedException {
        var left = new ArrayList<>(step.frames());
        var within = step.within().orElse(patience);
        while (!left.isEmpty()) {
            var choice = step.inAnyOrder() ? left : left.subList(0, 1);
            choice.remove(heard(part(step.who()), choice, step.skipping(), within));
        }
    }

    private void mustHear(Part part, List<JsonNode> frames, Duration within) throws InterruptedException {
        heard(part, frames, Set.of(), within);
    }

    /** @return which of these came */
    private JsonNode heard(Part part, List<JsonNode> choice, Set<String> skipping, Duration within)
            throws InterruptedException {
        while (true) {
            switch (part.next(within)) {
                case Part.Heard.Nothing _ ->
                    throw new Unexpected(part.who() + " heard nothing within " + within.toSeconds() + " s, expected "
                            + expected(choice));
                case Part.Heard.End(var code, var reason) ->
                    throw new Unexpected(
                            part.who() + " was closed with " + code + " " + reason + ", expected " + expected(choice));
                case Part.Heard.Frame(var json) -> {
                    var differences = new ArrayList<String>();
                    for (var each : choice) {
                        var difference = Likeness.difference(each, json, memory);
                        if (difference.isEmpty()) return each;
                        differences.add(difference.get());
                    }
                    var type = json.path("type").asString();
                    if (!isIgnored(type) && !skipping.contains(type))
                        throw new Unexpected(part.who() + ": " + differences.getFirst() + "; expected "
                                + expected(choice) + " but got " + json);
                }
            }
        }
    }

    private String expected(List<JsonNode> choice) {
        return choice.size() == 1 ? choice.getFirst().toString() : "one of " + choice;
    }

    private boolean isIgnored(String type) {
        return ConformanceRun.AT_ANY_TIME.contains(type) || script.ignoring().contains(type);
    }

    /** Asks for something whose answer comes after all that was said before. */
    private void mustHaveHeardAll(Part part) throws InterruptedException {
        var id = part.send(JSON.valueToTree(Map.of("type", ASK_FOR_A_SIGN)));
        while (true) {
            switch (part.next(patience)) {
                case Part.Heard.Nothing _ -> throw new Unexpected(part.who() + " gets no answer to " + ASK_FOR_A_SIGN);
                case Part.Heard.End(var code, var reason) ->
                    throw new Unexpected(
                            part.who() + " was closed with " + code + " " + reason + ", which nobody expected");
                case Part.Heard.Frame(var json) -> {
                    if (json.path("re").asLong(0) == id) return;
                    if (!isIgnored(json.path("type").asString()))
                        throw new Unexpected(part.who() + " heard what nobody expected: " + json);
                }
            }
        }
    }

    private void mustBeClosed(Step.IsClosed step) throws InterruptedException {
        var part = part(step.who());
        var expected = step.code() + step.reason().map(reason -> " " + reason).orElse("");
        while (true) {
            switch (part.next(step.within().orElse(patience))) {
                case Part.Heard.Nothing _ -> throw new Unexpected(part.who() + " was not closed, expected " + expected);
                case Part.Heard.End(var code, var reason) -> {
                    if (code == step.code() && step.reason().map(reason::equals).orElse(true)) return;
                    throw new Unexpected(
                            part.who() + " was closed with " + code + " " + reason + ", expected " + expected);
                }
                case Part.Heard.Frame(var json) -> {
                    if (!isIgnored(json.path("type").asString()))
                        throw new Unexpected(
                                part.who() + " heard " + json + ", expected to be closed with " + expected);
                }
            }
        }
    }

    /** Everybody leaves, so that the server need not wait for their return. */
    @Override
    public void close() throws InterruptedException {
        for (var part : parts.values()) {
            if (part.isOnTheLine()) part.send(JSON.valueToTree(Map.of("type", "leave")));
            part.cut();
        }
    }
}
