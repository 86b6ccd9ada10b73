package dev.parley.signaling.frame;

import dev.parley.api.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;

/** The golden frames that clients' tests read as well. */
public record Golden(String name, JsonNode json) {

    public static List<Golden> all() {
        var golden = new ArrayList<Golden>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:contract/frames/*.json"))
                golden.add(new Golden(
                        String.valueOf(file.getFilename()),
                        WireFormat.mapper().readTree(file.getContentAsByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return golden;
    }

    public static List<Golden> fromClients() {
        return all().stream()
                .filter(frame -> frame.name().startsWith("client-"))
                .toList();
    }

    public static List<Golden> fromTheServer() {
        return all().stream()
                .filter(frame -> frame.name().startsWith("server-"))
                .toList();
    }

    public String type() {
        return json.path("type").asString();
    }

    @Override
    public String toString() {
        return name;
    }
}
