package dev.parley.infra.eventlog;

import dev.parley.api.WireFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells of an event that cannot be read which meeting, lead or question set it is about, so that what follows for the same thing
 * waits behind it: by its own content as far as that is JSON, otherwise by the beginning of its stream.
 */
final class WhatItConcerns {
    private static final JsonMapper JSON = WireFormat.mapper();

    private final Function<String, Optional<LogRow>> firstOfStream;

    WhatItConcerns(Function<String, Optional<LogRow>> firstOfStream) {
        this.firstOfStream = firstOfStream;
    }

    String of(LogRow row) {
        return named(row).or(() -> asTheStreamDoes(row)).orElse(row.stream());
    }

    /** All events of a stream are about the same thing, but for calendars, which tell of many meetings. */
    private Optional<String> asTheStreamDoes(LogRow row) {
        if (row.eventType().startsWith("calendar.")) return Optional.empty();
        return firstOfStream.apply(row.stream()).flatMap(WhatItConcerns::named);
    }

    private static Optional<String> named(LogRow row) {
        try {
            var content = JSON.readTree(row.payload());
            return fields(row.eventType()).stream()
                    .map(content::path)
                    .filter(JsonNode::isString)
                    .map(JsonNode::stringValue)
                    .findFirst();
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    private static List<String> fields(String eventType) {
        if (eventType.startsWith("lead.")) return List.of("leadId");
        if (eventType.startsWith("questionset.")) return List.of("questionSetId");
        return List.of("meetingId", "leadId", "questionSetId", "calendarId");
    }
}
