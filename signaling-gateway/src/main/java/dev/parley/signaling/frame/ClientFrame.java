package dev.parley.signaling.frame;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.api.meeting.LinkQuality;
import dev.parley.api.meeting.LinkQuality.CandidateType;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.transcript.GapCause;
import dev.parley.api.transcript.SegmentId;
import dev.parley.api.transcript.Source;
import java.time.Instant;
import java.util.Optional;

/** What a client says (docs/protocol.md §3). */
public sealed interface ClientFrame {

    record Join(String ticket, Optional<Resume> resume) implements ClientFrame {}

    record Resume(String token, long lastSeq) {}

    record Leave() implements ClientFrame {}

    record Consent(boolean given, String text) implements ClientFrame {}

    record Media(boolean audio, boolean video) implements ClientFrame {}

    /** One step of connecting media with one other participant. */
    sealed interface Negotiation extends ClientFrame {
        ParticipantId to();

        long epoch();
    }

    record Offer(ParticipantId to, String sdp, long epoch) implements Negotiation {}

    record Answer(ParticipantId to, String sdp, long epoch) implements Negotiation {}

    /** @param candidate empty means the end of candidates */
    record Candidate(
            ParticipantId to,
            @JsonInclude(JsonInclude.Include.ALWAYS) Optional<IceCandidate> candidate,
            long epoch) implements Negotiation {}

    /** What a client measures: told to the others at a bearable rate, and forgotten. */
    sealed interface Measurement extends ClientFrame {}

    record Level(double level, boolean speaking) implements Measurement {
        @JsonIgnore
        public boolean isSilence() {
            return level == 0 && !speaking;
        }
    }

    record Quality(ParticipantId peer, int rtt, double loss, int jitter, CandidateType candidateType)
            implements Measurement {
        public LinkQuality link() {
            return new LinkQuality(peer, rtt, loss, jitter, candidateType);
        }
    }

    /** What one may have anew without leaving the room. */
    sealed interface Renewal extends ClientFrame {}

    record IceServers() implements Renewal {}

    /** @param ticket a new one, to show that one may still come in; without, a ticket is asked for */
    record Refresh(Optional<String> ticket) implements Renewal {}

    /** Breaks something on purpose; known to servers in development only. */
    record Simulate(Fault fault, int seconds) implements ClientFrame {
        public enum Fault {
            DROP_SIGNALING,
            DROP_MEDIA,
            RESTART
        }
    }

    record Segment(
            SegmentId segmentId,
            int revision,
            @JsonProperty("final") boolean isFinal,
            String text,
            Optional<Instant> startedAt,
            Optional<Instant> endedAt,
            Source source)
            implements ClientFrame {}

    /** Somebody may have spoken without being heard; it is kept as words are. */
    record Gap(SegmentId gapId, Instant startedAt, Instant endedAt, GapCause cause) implements ClientFrame {}

    /**
     * How far this client has spoken what the interviewer said.
     *
     * @param characters from its beginning that were heard aloud, in whole sentences
     */
    record Said(SegmentId segmentId, int characters, Outcome outcome) implements ClientFrame {
        public enum Outcome {
            FINISHED,
            CUT,
            /** It could not be spoken, so it was only shown. */
            FAILED
        }
    }

    /** Somebody is writing an answer; said while they do. */
    record Typing() implements ClientFrame {}

    record Chat(String text) implements ClientFrame {}

    record Hand(boolean raised) implements ClientFrame {}

    /** What only hosts may ask for. */
    sealed interface Moderation extends ClientFrame {}

    record Admit(ParticipantId participantId) implements Moderation {}

    record AdmitAll() implements Moderation {}

    record Deny(ParticipantId participantId) implements Moderation {}

    record Mute(ParticipantId participantId, boolean force) implements Moderation {}

    record Remove(ParticipantId participantId, boolean ban) implements Moderation {}

    record Lock(boolean locked) implements Moderation {}
}
