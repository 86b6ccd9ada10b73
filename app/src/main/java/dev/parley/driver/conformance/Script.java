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
 * @param inDevelopment whether only a server in development can play it
 * @param alone whether nothing else may be played at the same time
 * @param people by name, with their role
 * @param given values that steps name by {@code $}
 * @param inside who is in the room already, in the order of coming
 * @param ignoring types of frames that may come at any time
 */
public record Script(
        String name,
        String about,
        boolean inDevelopment,
        boolean alone,
        MeetingWanted meeting,
        Map<String, String> people,
        Map<String, JsonNode> given,
        List<String> inside,
        Set<String> ignoring,
        Optional<Duration> within,
        List<Step> steps) {

    /** What kind of meeting the story happens in. */
    record MeetingWanted(String entry, boolean started, boolean withAi) {}

    static Script read(String name, JsonNode file) {
        try {
            return new Script(
                    name,
                    file.path("about").asString(),
                    file.path("needs").asString("").equals("development"),
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
