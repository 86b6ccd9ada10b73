package dev.parley.signaling.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Letters as they go out (docs/protocol.md §2). The envelope, and what is said most, are written by hand: Jackson takes ten times as
 * long for a description. The golden frames hold both to the same text.
 */
final class LetterWriter {
    private static final Map<Class<?>, byte[]> BEGINNINGS = Arrays.stream(ServerFrame.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), LetterWriter::beginning));

    private static final byte[] TIME = ",\"ts\":\"".getBytes(UTF_8);
    private static final byte[] SENDER = "\",\"from\":\"".getBytes(UTF_8);
    private static final byte[] ANSWERED = ",\"re\":".getBytes(UTF_8);
    private static final byte[] PAYLOAD = ",\"payload\":".getBytes(UTF_8);
    private static final byte[] TEXT = "{\"text\":".getBytes(UTF_8);
    private static final byte[] SDP = "{\"sdp\":".getBytes(UTF_8);
    private static final byte[] CANDIDATE = "{\"candidate\":".getBytes(UTF_8);
    private static final byte[] EPOCH = ",\"epoch\":".getBytes(UTF_8);
    private static final int ENVELOPE = 400;

    private final JsonMapper others;
    /** Many letters are of the same millisecond. */
    private volatile Written latest = new Written(Instant.EPOCH, Instant.EPOCH.toString());

    private record Written(Instant at, String text) {}

    /** @param others writes what is not written by hand */
    LetterWriter(JsonMapper others) {
        this.others = others;
    }

    byte[] write(long seq, Instant ts, Letter letter) {
        var text = new JsonText(ENVELOPE);
        text.put(beginningOf(letter.frame())).number(seq).put(TIME).put(written(ts));
        letter.from().ifPresent(from -> text.put(SENDER).put(from.toString()));
        text.put('"');
        if (letter.re() != Letter.NOTHING) text.put(ANSWERED).number(letter.re());
        payload(letter.frame(), text.put(PAYLOAD));
        return text.put('}').whole();
    }

    private void payload(ServerFrame frame, JsonText text) {
        if (frame instanceof ServerFrame.Chat(var line))
            text.put(TEXT).string(line).put('}');
        else if (frame instanceof ServerFrame.Offer(var sdp, var epoch))
            epoch(text.put(SDP).string(sdp), epoch);
        else if (frame instanceof ServerFrame.Answer(var sdp, var epoch))
            epoch(text.put(SDP).string(sdp), epoch);
        else if (frame instanceof ServerFrame.Candidate(var ice, var epoch))
            epoch(candidate(text.put(CANDIDATE), ice), epoch);
        else text.put(others.writeValueAsBytes(frame));
    }

    private static JsonText candidate(JsonText text, Optional<IceCandidate> ice) {
        if (ice.isEmpty()) return text.put("null");
        var way = ice.get();
        text.put(CANDIDATE).string(way.candidate()).member("sdpMid", way.sdpMid());
        way.sdpMLineIndex().ifPresent(index -> text.put(",\"sdpMLineIndex\":").number(index));
        return text.member("usernameFragment", way.usernameFragment()).put('}');
    }

    private static void epoch(JsonText text, long epoch) {
        text.put(EPOCH).number(epoch).put('}');
    }

    private String written(Instant ts) {
        var written = latest;
        if (!written.at().equals(ts)) latest = written = new Written(ts, ts.toString());
        return written.text();
    }

    private static byte[] beginningOf(ServerFrame frame) {
        var beginning = BEGINNINGS.get(frame.getClass());
        if (beginning == null) throw new IllegalArgumentException("not a server frame: " + frame);
        return beginning;
    }

    private static byte[] beginning(Class<?> type) {
        var name = type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return ("{\"v\":1,\"type\":\"" + name + "\",\"seq\":").getBytes(UTF_8);
    }
}
