package dev.parley.benchmarks.append;

import dev.parley.api.Actor;
import dev.parley.api.Envelope;
import dev.parley.api.Ids;
import dev.parley.api.TenantId;
import dev.parley.api.WireFormat;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.transcript.SegmentId;
import dev.parley.api.transcript.Source;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What everybody does: a client says 50 things in a meeting of its own, each a command that stores one event, and goes on to the
 * next meeting. Who does not remember meetings folds 25 events on average.
 */
public final class Story {
    public static final TenantId TENANT = new TenantId(Ids.named("tenant", "benchmark"));
    public static final Actor SPEAKER = new Actor(TENANT, "lena@load.test", Actor.Kind.USER, "Lena Load");
    static final int LIFE = 50;

    private static final ParticipantId LENA = new ParticipantId(Ids.named("participant", "lena"));
    private static final String WORDS = "We lose about six hours a week";

    private MeetingId meeting = MeetingId.next(Instant.now());
    private int said;

    /** The meeting of the next command; a new one after every 50. */
    MeetingId next() {
        if (said == LIFE) {
            meeting = MeetingId.next(Instant.now());
            said = 0;
        }
        said++;
        return meeting;
    }

    /** Whether the meeting that {@link #next()} told was new. */
    boolean isNew() {
        return said == 1;
    }

    public static SegmentRecorded recorded(MeetingId meeting, int number) {
        var at = Instant.now();
        return new SegmentRecorded(
                meeting,
                TENANT,
                new SegmentId(new UUID(meeting.value().getMostSignificantBits(), number)),
                LENA,
                "Lena",
                Invitee.Role.LEAD,
                WORDS,
                at,
                at,
                Source.TYPED);
    }

    /** What Parley's bus writes on every event, for peers that have no such bus. */
    public static Map<String, Object> envelope() {
        var command = UUID.randomUUID().toString();
        var envelope = new HashMap<String, Object>();
        envelope.put(Envelope.TENANT_ID, TENANT.toString());
        envelope.put(Envelope.ACTOR_ID, SPEAKER.id());
        envelope.put(Envelope.ACTOR_NAME, SPEAKER.name());
        envelope.put(Envelope.ACTOR_TYPE, "user");
        envelope.put(Envelope.COMMAND_ID, command);
        envelope.put(Envelope.CORRELATION_ID, command);
        envelope.put(Envelope.CAUSATION_ID, command);
        envelope.put(Envelope.APP_VERSION, "development");
        return envelope;
    }

    public static byte[] json(Object value) {
        return WireFormat.mapper().writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
    }
}
