package dev.parley.signaling.frame.sdp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What browsers said: Chromium's was recorded, Firefox' and Safari's are written after what they are known to write. */
public record Fixtures(String name, String sdp) {

    public static List<Fixtures> all() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:sdp/*.sdp"))
                    .map(file -> {
                        try {
                            var text = file.getContentAsString(UTF_8);
                            return new Fixtures(String.valueOf(file.getFilename()), text.replace("\n", "\r\n"));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Fixtures named(String name) {
        return all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    static SdpLimits limits(Map<String, String> changes) {
        return new Binder(new MapConfigurationPropertySource(changes)).bindOrCreate("sdp", SdpLimits.class);
    }

    @Override
    public String toString() {
        return name;
    }
}
