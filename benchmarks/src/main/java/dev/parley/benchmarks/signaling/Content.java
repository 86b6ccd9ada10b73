package dev.parley.benchmarks.signaling;

/** What clients of rooms tell each other, the same for every server: a line of chat, a candidate, a session description. */
final class Content {
    private static final String FINGERPRINT =
            "0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9:0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9";

    private Content() {}

    static boolean isDescription(Talk talk) {
        return !talk.toRoom() && talk.size() >= 1_000;
    }

    /** What stands before the stamp. */
    static String mark(Talk talk) {
        if (talk.toRoom()) return "~~";
        return isDescription(talk) ? "o=- " : "candidate:";
    }

    /** As it stands in a JSON string. */
    static String of(Talk talk) {
        if (talk.toRoom()) return "~~%STAMP%%FILL%";
        return isDescription(talk)
                ? description(talk.size())
                : "candidate:%STAMP% 1 udp 2122260223 192.0.2.7 49203 typ host%FILL%";
    }

    /** As a browser writes one: many short lines. */
    private static String description(int size) {
        var sdp = new StringBuilder(
                        "v=0\\r\\no=- %STAMP% 2 IN IP4 127.0.0.1\\r\\ns=-\\r\\nt=0 0\\r\\na=group:BUNDLE 0\\r\\n")
                .append(
                        "m=audio 9 UDP/TLS/RTP/SAVPF 111\\r\\nc=IN IP4 0.0.0.0\\r\\na=mid:0\\r\\na=ice-ufrag:8hhY\\r\\n")
                .append("a=ice-pwd:asd88fgpdd777uzjYhagZg\\r\\na=fingerprint:sha-256 ")
                .append(FINGERPRINT)
                .append("\\r\\na=setup:actpass\\r\\na=sendrecv\\r\\na=rtcp-mux\\r\\na=rtpmap:111 opus/48000/2\\r\\n");
        for (var codec = 35; sdp.length() < size - 260; codec++)
            sdp.append("a=rtpmap:").append(codec).append(" L16/8000\\r\\n");
        return sdp.toString();
    }
}
