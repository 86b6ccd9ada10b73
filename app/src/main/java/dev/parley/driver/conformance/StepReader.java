package dev.parley.driver.conformance;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads one line of a script; a verb or a word that it does not know is a mistake of the script, never ignored. */
final class StepReader {
    private static final Set<String> WORDS =
            Set.of("who", "as", "times", "inParts", "inAnyOrder", "skipping", "within", "note");
    private final JsonNode line;

    private StepReader(JsonNode line) {
        this.line = line;
    }

    static Step read(JsonNode line) {
        return new StepReader(line).step();
    }

    private Step step() {
        var verb = verb();
        var what = line.path(verb);
        return switch (verb) {
            case "enters" -> new Step.Enters(who());
            case "connects" ->
                new Step.Connects(
                        who(),
                        text(what, "origin"),
                        text(what, "protocol").orElse("parley.v1"),
                        what.has("refused") ? Optional.of(what.path("refused").asInt()) : Optional.empty());
            case "comesBack" -> new Step.ComesBack(who(), what);
            case "sends" ->
                new Step.Sends(who(), what, text(line, "as"), line.path("times").asInt(1));
            case "sendsText" ->
                new Step.SendsText(who(), what, line.path("inParts").asInt(1));
            case "sendsBytes" -> new Step.SendsBytes(who(), what.asInt());
            case "hears" ->
                new Step.Hears(
                        who(),
                        what.isArray() ? what.valueStream().toList() : List.of(what),
                        line.path("inAnyOrder").asBoolean(false),
                        words("skipping"),
                        within());
            case "hearsNothing" -> new Step.HearsNothing(who());
            case "isClosed" -> new Step.IsClosed(who(), what.path("code").asInt(), text(what, "reason"), within());
            case "stopsReading" -> new Step.StopsReading(who());
            case "isCut" -> new Step.Cuts(who());
            case "waits" -> new Step.Waits(Duration.ofMillis((long) (what.asDouble() * 1_000)));
            case "meeting" -> new Step.Meeting(starts(what.asString()));
            default -> throw new IllegalArgumentException("no script knows how to " + verb);
        };
    }

    private String verb() {
        var verbs = line.propertyStream()
                .map(java.util.Map.Entry::getKey)
                .filter(word -> !WORDS.contains(word))
                .toList();
        if (verbs.size() != 1) throw new IllegalArgumentException("one verb, not " + verbs + ", in " + line);
        return verbs.getFirst();
    }

    private String who() {
        return text(line, "who").orElseThrow(() -> new IllegalArgumentException("who? " + line));
    }

    private Optional<Duration> within() {
        return line.has("within")
                ? Optional.of(Duration.ofSeconds(line.path("within").asInt()))
                : Optional.empty();
    }

    private Set<String> words(String field) {
        return line.path(field).valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    }

    private static boolean starts(String what) {
        return switch (what) {
            case "starts" -> true;
            case "ends" -> false;
            default -> throw new IllegalArgumentException("a meeting starts or ends, it does not " + what);
        };
    }

    private static Optional<String> text(JsonNode node, String field) {
        return node.has(field) ? Optional.of(node.path(field).asString()) : Optional.empty();
    }
}
