package dev.parley.signaling.admission;

import dev.parley.api.calendar.MeetingType;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which servers help browsers to find each other. None by default: then media connects only where a direct way exists.
 *
 * @param stun for instance {@code stun:stun.example.org:3478}
 * @param urls for instance {@code turn:turn.example.org:3478?transport=udp}
 * @param secret coturn's {@code static-auth-secret}; required with {@code urls}. While it is changed both may be given, the new one
 *     first: browsers get credentials of each, so that no order of restarting the servers cuts anybody off
 * @param validFor longer than the longest meeting, or it is cut off in the middle
 * @param relayOnly tenants whose people never learn each other's addresses; {@code *} means all
 */
@ConfigurationProperties("parley.turn")
public record TurnSettings(
        @DefaultValue List<String> stun,
        @DefaultValue List<String> urls,
        @DefaultValue List<String> secret,
        @DefaultValue("11h") Duration validFor,
        @DefaultValue List<String> relayOnly) {
    /** {@link MeetingType} allows 8 hours, a conversation may run over by 2 ({@code parley.autojoin.longest-overtime}), and goodbyes take time. */
    private static final Duration LONGEST_MEETING = Duration.ofMinutes(MeetingType.LONGEST_MINUTES + 120 + 30);

    private static final int SECRETS = 3;

    public TurnSettings {
        secret =
                secret.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
        if (!urls.isEmpty() && secret.isEmpty())
            throw new IllegalArgumentException(
                    "parley.turn.urls needs parley.turn.secret: an open relay serves anybody");
        if (secret.size() > SECRETS)
            throw new IllegalArgumentException("parley.turn.secret holds at most " + SECRETS + " secrets");
        if (validFor.compareTo(LONGEST_MEETING) < 0)
            throw new IllegalArgumentException("parley.turn.valid-for must be at least " + LONGEST_MEETING
                    + ": the longest meeting, its overtime and a goodbye");
        if (!relayOnly.isEmpty() && urls.isEmpty())
            throw new IllegalArgumentException("parley.turn.relay-only needs parley.turn.urls: nobody could connect");
    }

    @Override
    public String toString() {
        return "TurnSettings[stun=" + stun + ", urls=" + urls + ", validFor=" + validFor + ", relayOnly=" + relayOnly
                + "]";
    }
}
