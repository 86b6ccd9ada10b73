package dev.parley.infra.backplane;

import dev.parley.api.WireFormat;
import dev.parley.signaling.backplane.Backplane.Notice;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A notice as the payload of a notification: its name, a blank, and what it says as JSON. */
final class NoticeFormat {
    /** What PostgreSQL carries, less the end of the string. */
    private static final int LONGEST = 7_999;

    private static final Map<String, Class<?>> NAMES = Arrays.stream(Notice.class.getPermittedSubclasses())
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private final JsonMapper json = WireFormat.mapper();

    /** Empty if it is longer than a notification can be; nothing that rooms tell each other is. */
    Optional<String> payload(Notice notice) {
        var payload = notice.getClass().getSimpleName() + " " + json.writeValueAsString(notice);
        return payload.getBytes(StandardCharsets.UTF_8).length > LONGEST ? Optional.empty() : Optional.of(payload);
    }

    /** Empty if a newer node says what this one does not know. */
    Optional<Notice> read(String payload) {
        var blank = payload.indexOf(' ');
        var type = NAMES.get(payload.substring(0, Math.max(0, blank)));
        return type == null ? Optional.empty() : Optional.of((Notice) json.readValue(payload.substring(blank), type));
    }
}
