package dev.parley.signaling.admission;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which servers help browsers to find each other. None by default: then media connects only where a direct way exists.
 *
 * @param stun for instance {@code stun:stun.example.org:3478}
 * @param urls for instance {@code turn:turn.example.org:3478?transport=udp}
 * @param secret coturn's {@code static-auth-secret}; required with {@code urls}
 * @param validFor longer than the longest meeting, or it is cut off in the middle
 */
@ConfigurationProperties("parley.turn")
public record TurnSettings(
        @DefaultValue List<String> stun,
        @DefaultValue List<String> urls,
        @DefaultValue("") String secret,
        @DefaultValue("9h") Duration validFor) {
    public TurnSettings {
        if (!urls.isEmpty() && secret.isBlank())
            throw new IllegalArgumentException(
                    "parley.turn.urls needs parley.turn.secret: an open relay serves anybody");
    }

    @Override
    public String toString() {
        return "TurnSettings[stun=" + stun + ", urls=" + urls + ", validFor=" + validFor + "]";
    }
}
