package dev.parley.driver.conformance;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * One story that a server and its clients must be able to play, as its file tells it (docs/protocol.md §10).
 *
 * @param about the section and what is promised there
 * @param needs what it can be played with
 * @param alone whether nothing else may be played at the same time
 * @param people by name, with their role
 * @param given values that steps name by {@code $}
 * @param inside who is in the room already, in the order of coming
 * @param ignoring types of frames that may come at any time
 */
public record Script(
        String name,
        String about,
        Needs needs,
        boolean alone,
        MeetingWanted meeting,
        Map<String, String> people,
        Map<String, JsonNode> given,
        List<String> inside,
        Set<String> ignoring,
        Optional<Duration> within,
        List<Step> steps) {

    enum Needs {
        ANY_SERVER,
        A_SERVER_IN_DEVELOPMENT,
        AN_ORGANISATION_THAT_HIDES_ADDRESSES;

        private static Needs of(String word) {
            return switch (word) {
                case "" -> ANY_SERVER;
                case "development" -> A_SERVER_IN_DEVELOPMENT;
                case "relay-only" -> AN_ORGANISATION_THAT_HIDES_ADDRESSES;
                default -> throw new IllegalArgumentException("nobody knows what it needs: " + word);
            };
        }
    }

    /** Whether it can be played with such a server; where addresses are hidden, nothing else says what it says elsewhere. */
    public boolean isFor(boolean inDevelopment, boolean relayOnly) {
        return switch (needs) {
            case ANY_SERVER -> !relayOnly;
            case A_SERVER_IN_DEVELOPMENT -> inDevelopment && !relayOnly;
            case AN_ORGANISATION_THAT_HIDES_ADDRESSES -> relayOnly;
        };
    }

    /** How long it waits for nothing but time. */
    Duration waits() {
        return steps.stream()
                .filter(Step.Waits.class::isInstance)
                .map(step -> ((Step.Waits) step).time())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** What kind of meeting the story happens in. */
    record MeetingWanted(String entry, boolean started, boolean withAi) {}

    static Script read(String name, JsonNode file) {
        try {
            return new Script(
                    name,
                    file.path("about").asString(),
                    Needs.of(file.path("needs").asString("")),
                    file.path("alone").asBoolean(false),
                    meeting(file.path("meeting")),
                    texts(file.path("people")),
                    values(file.path("given")),
                    file.path("inside").valueStream().map(JsonNode::asString).toList(),
                    file.path("ignoring").valueStream().map(JsonNode::asString).collect(Collectors.toSet()),
                    file.has("within")
                            ? Optional.of(Duration.ofSeconds(file.path("within").asInt()))
                            : Optional.empty(),
                    file.path("steps").valueStream().map(StepReader::read).toList());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("script " + name + ": " + e.getMessage(), e);
        }
    }

    private static MeetingWanted meeting(JsonNode meeting) {
        return new MeetingWanted(
                meeting.path("entry").asString("invited"),
                meeting.path("started").asBoolean(true),
                meeting.path("interviewer").asString("human").equals("ai"));
    }

    private static Map<String, String> texts(JsonNode object) {
        var texts = new LinkedHashMap<String, String>();
        object.propertyStream()
                .forEach(each -> texts.put(each.getKey(), each.getValue().asString()));
        return texts;
    }

    private static Map<String, JsonNode> values(JsonNode object) {
        var values = new LinkedHashMap<String, JsonNode>();
        object.propertyStream().forEach(each -> values.put(each.getKey(), each.getValue()));
        return values;
    }

    @Override
    public String toString() {
        return name;
    }
}
