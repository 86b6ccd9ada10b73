package dev.parley.signaling.frame.sdp;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a browser offers or answers (RFC 8866, RFC 8829), each line of it known to be harmless, and each ended as the RFC has it. */
public final class SessionDescription {
    private final String lines;

    private SessionDescription(String lines) {
        this.lines = lines;
    }

    /** @throws dev.parley.api.Refused with the line and the rule that it breaks */
    public static SessionDescription read(String sdp, SdpLimits limits) {
        var reader = new SdpReader(sdp, limits);
        reader.read();
        return new SessionDescription(reader.isPlain() ? sdp : written(sdp, SessionDescription::plain));
    }

    /** The same without any address but those of relays. */
    public SessionDescription relayed() {
        return new SessionDescription(written(lines, Relayed::line));
    }

    public String write() {
        return lines;
    }

    private static String written(String sdp, Function<String, Stream<String>> line) {
        return sdp.lines().flatMap(line).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** Ports have no leading zeros. */
    private static Stream<String> plain(String line) {
        if (!line.startsWith(MediaLine.BEGIN)) return Stream.of(line);
        return MediaLine.read(line).map(MediaLine::write).stream();
    }
}
