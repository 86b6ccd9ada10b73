package dev.parley.signaling.frame;

import static dev.parley.signaling.frame.SignalRefusal.FRAME_MALFORMED;
import static dev.parley.signaling.frame.SignalRefusal.FRAME_TOO_LARGE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.api.Refusal;
import dev.parley.api.Refused;
import dev.parley.api.WireFormat;
import dev.parley.api.meeting.ParticipantId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON from and to sealed types. */
public final class FrameCodec {
    private final JsonMapper json;
    private final LetterWriter letters;
    private final ClientFrames clientFrames;
    private final int largest;
    private final LongAdder unknown = new LongAdder();
    private final FrameCounts counts = new FrameCounts();
    private final Map<String, LongAdder> refusals = new ConcurrentHashMap<>();

    public FrameCodec(FrameLimits limits) {
        this(limits, false);
    }

    /** @param inDevelopment whether clients may break things on purpose */
    public FrameCodec(FrameLimits limits, boolean inDevelopment) {
        this.largest = limits.message();
        this.clientFrames = new ClientFrames(limits, inDevelopment);
        var constraints = StreamReadConstraints.builder()
                .maxNestingDepth(limits.depth())
                .maxDocumentLength(limits.message())
                .maxStringLength(limits.message())
                .maxNameLength(100)
                .maxNumberLength(40)
                .build();
        this.json = JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(constraints).build())
                .addModule(new WireFormat())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .changeDefaultPropertyInclusion(
                        _ -> JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                .build();
        this.letters = new LetterWriter(json);
    }

    public Inbound decode(String message) {
        return decode(message.getBytes(UTF_8));
    }

    /** Never throws, whatever comes. */
    public Inbound decode(byte[] message) {
        if (message.length > largest) return new Inbound.Garbage(FRAME_TOO_LARGE);
        try {
            return envelope(json.readTree(message));
        } catch (JacksonException e) {
            return new Inbound.Garbage(FRAME_MALFORMED);
        }
    }

    public Numbered number(long seq, Instant ts, Letter letter) {
        if (letter.frame() instanceof ServerFrame.Error(var code, var _))
            refusals.computeIfAbsent(code, _ -> new LongAdder()).increment();
        return new Numbered(seq, letter.droppableAs(), encode(seq, ts, letter));
    }

    byte[] encode(long seq, Instant ts, Letter letter) {
        return letters.write(seq, ts, letter);
    }

    public FrameCounts counts() {
        return counts;
    }

    /** How many frames of unknown types have come; many mean that clients are newer than this server. */
    public long unknownTypes() {
        return unknown.sum();
    }

    /** How often something was refused for this reason; codes are constants, so there are only so many. */
    public long refusals(Refusal why) {
        return Optional.ofNullable(refusals.get(why.name())).map(LongAdder::sum).orElse(0L);
    }

    private Inbound envelope(JsonNode node) {
        try {
            var envelope = new Payload(node);
            if (!node.isObject() || envelope.whole("v", 1, 1) != 1) return new Inbound.Garbage(FRAME_MALFORMED);
            var type = envelope.raw("type", 40);
            var id = envelope.whole("id", 1, Payload.LARGEST);
            return said(id, type, envelope, envelope.inside("payload"));
        } catch (Refused e) {
            return new Inbound.Garbage(FRAME_MALFORMED);
        }
    }

    private Inbound said(long id, String type, Payload envelope, Payload payload) {
        try {
            var frame = clientFrames.read(type, envelope, payload);
            if (frame.isEmpty()) {
                unknown.increment();
                return new Inbound.Unknown();
            }
            return new Inbound.Said(id, frame.get(), claims(envelope, payload));
        } catch (Refused e) {
            return new Inbound.Refused(id, e.refusal(), e.field());
        }
    }

    private static Optional<ParticipantId> claims(Payload envelope, Payload payload) {
        if (envelope.has("from")) return Optional.of(envelope.participant("from"));
        return payload.has("speaker") ? Optional.of(payload.participant("speaker")) : Optional.empty();
    }
}
