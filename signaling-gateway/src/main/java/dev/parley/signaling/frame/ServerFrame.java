package dev.parley.signaling.frame;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.api.meeting.InterviewerKind;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.meeting.RoomId;
import dev.parley.api.transcript.SegmentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the server says (docs/protocol.md §4). */
public sealed interface ServerFrame {

    /** A slow reader gets only the newest of a kind, and nobody gets it twice; most frames have no kind and are never dropped. */
    default Optional<String> droppableAs() {
        return Optional.empty();
    }

    record Welcome(
            Participant self,
            MeetingLine meeting,
            RoomId room,
            String resumeToken,
            List<Present> participants,
            List<IceServer> iceServers,
            IceTransportPolicy iceTransportPolicy,
            InterviewerState interviewerState,
            Optional<String> disclosure,
            boolean locked,
            Optional<List<Knock>> waiting)
            implements ServerFrame {}

    record MeetingLine(MeetingId meetingId, String title, MeetingStatus status, InterviewerKind interviewer) {}

    /** Somebody who is in the room. */
    record Present(
            ParticipantId participantId,
            String name,
            Invitee.Role role,
            boolean audio,
            boolean video,
            boolean consented,
            boolean hand) {}

    record Resumed(long lastId) implements ServerFrame {}

    record Joined(Present participant) implements ServerFrame {}

    record Left(ParticipantId participantId, Departure reason) implements ServerFrame {}

    /** Why somebody is no longer in the room. */
    enum Departure {
        LEFT,
        CONNECTION_LOST,
        REPLACED,
        REMOVED,
        TOO_SLOW,
        RULES_BROKEN
    }

    /** @param atTheLatest when it ends if no host is there to decide, where that is so */
    record Waiting(WaitingFor reason, Instant since, Optional<Instant> atTheLatest) implements ServerFrame {}

    /** What somebody waits for. */
    enum WaitingFor {
        NOT_OPEN_YET,
        HOST_ADMITS,
        LOCKED
    }

    /** Somebody waits to be let in; for hosts. */
    record Knock(ParticipantId participantId, String name, Invitee.Role role, Instant since) implements ServerFrame {}

    record KnockOver(ParticipantId participantId) implements ServerFrame {}

    record Hand(boolean raised) implements ServerFrame {}

    /** @param by which host */
    record Mute(ParticipantId participantId, boolean force, ParticipantId by) implements ServerFrame {}

    record Lock(boolean locked) implements ServerFrame {}

    record Negotiate(ParticipantId peer, boolean polite, long epoch) implements ServerFrame {}

    record Offer(String sdp, long epoch) implements ServerFrame {}

    record Answer(String sdp, long epoch) implements ServerFrame {}

    /** @param candidate empty means the end of candidates */
    record Candidate(
            @JsonInclude(JsonInclude.Include.ALWAYS) Optional<IceCandidate> candidate, long epoch)
            implements ServerFrame {}

    record Level(double level, boolean speaking) implements ServerFrame {
        @Override
        public Optional<String> droppableAs() {
            return Optional.of("level");
        }
    }

    /** Who has the attention just now; empty in silence. */
    record ActiveSpeaker(
            @JsonInclude(JsonInclude.Include.ALWAYS) Optional<ParticipantId> participantId) implements ServerFrame {}

    record Quality(ParticipantId participantId, Grade grade) implements ServerFrame {}

    /** How well somebody is connected, from good to bad. */
    enum Grade {
        GOOD,
        FAIR,
        POOR
    }

    record IceServers(List<IceServer> iceServers, IceTransportPolicy iceTransportPolicy) implements ServerFrame {}

    /** A ticket for coming back, should the connection be lost. */
    record Refreshed(String ticket, Instant expiresAt) implements ServerFrame {}

    /** The server will close soon, on purpose. */
    record GoAway(Reason reason, long inSeconds) implements ServerFrame {
        public enum Reason {
            RESTART,
            SIMULATED
        }
    }

    record Media(boolean audio, boolean video) implements ServerFrame {}

    record Consent(boolean given) implements ServerFrame {}

    record Caption(
            SegmentId segmentId,
            ParticipantId speaker,
            String name,
            Invitee.Role role,
            String text,
            @JsonProperty("final") boolean isFinal,
            int revision)
            implements ServerFrame {
        @Override
        public Optional<String> droppableAs() {
            return isFinal ? Optional.empty() : Optional.of("caption");
        }
    }

    record Recorded(SegmentId segmentId) implements ServerFrame {}

    record Interviewer(InterviewerState state) implements ServerFrame {}

    /** What the interviewer is doing. */
    enum InterviewerState {
        IDLE,
        LISTENING,
        THINKING,
        SPEAKING,
        PAUSED
    }

    /** @param from where it goes on, in characters, after a noise has interrupted it */
    record Speech(SegmentId segmentId, Kind kind, String text, Optional<Integer> from) implements ServerFrame {
        public Speech(SegmentId segmentId, Kind kind, String text) {
            this(segmentId, kind, text, Optional.empty());
        }

        public enum Kind {
            DISCLOSURE,
            QUESTION,
            TURN
        }
    }

    /** What the interviewer was saying is not said to the end. */
    record Hush(SegmentId segmentId) implements ServerFrame {}

    /**
     * Whose turn the interviewer says it is.
     *
     * @param participantId who was asked to speak; empty while the interviewer leads
     * @param queue who else asks for the floor, in the order in which they will get it
     */
    record Floor(
            @JsonInclude(JsonInclude.Include.ALWAYS) Optional<ParticipantId> participantId, List<ParticipantId> queue)
            implements ServerFrame {}

    record Chat(String text) implements ServerFrame {}

    record Progress(int asked, int answered, int skipped, int total) implements ServerFrame {}

    record Status(MeetingStatus status) implements ServerFrame {}

    record Ended(String reason) implements ServerFrame {}

    record Error(String code, String message) implements ServerFrame {}
}
