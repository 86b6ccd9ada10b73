package dev.parley.signaling.frame;

import static dev.parley.api.ShapeRefusal.MALFORMED_CHOICE;
import static dev.parley.api.ShapeRefusal.MALFORMED_TIME;
import static dev.parley.signaling.frame.SignalRefusal.CANDIDATE_MALFORMED;

import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.meeting.LinkQuality;
import dev.parley.api.meeting.LinkQuality.CandidateType;
import dev.parley.api.transcript.GapCause;
import dev.parley.api.transcript.SegmentId;
import dev.parley.api.transcript.Source;
import dev.parley.signaling.frame.sdp.CandidateLine;
import dev.parley.signaling.frame.sdp.SessionDescription;
import java.util.Optional;

/** Reads the payload of each client frame; strict on what is there, blind to what it does not know. */
final class ClientFrames {
    private static final int TOKEN = 200;

    private static final int OUTAGE = 600;

    private final FrameLimits limits;
    private final boolean inDevelopment;

    ClientFrames(FrameLimits limits, boolean inDevelopment) {
        this.limits = limits;
        this.inDevelopment = inDevelopment;
    }

    /** @return empty for a type that this version does not know */
    Optional<ClientFrame> read(String type, Payload envelope, Payload payload) {
        return Optional.ofNullable(
                switch (type) {
                    case "join" -> join(payload);
                    case "leave" -> new ClientFrame.Leave();
                    case "consent" -> consent(payload);
                    case "media" -> new ClientFrame.Media(payload.flag("audio"), payload.flag("video"));
                    case "offer" ->
                        new ClientFrame.Offer(envelope.participant("to"), description(payload), epoch(payload));
                    case "answer" ->
                        new ClientFrame.Answer(envelope.participant("to"), description(payload), epoch(payload));
                    case "candidate" ->
                        new ClientFrame.Candidate(envelope.participant("to"), candidate(payload), epoch(payload));
                    case "level" -> new ClientFrame.Level(payload.share("level"), payload.flag("speaking"));
                    case "quality" -> quality(payload);
                    case "ice-servers" -> new ClientFrame.IceServers();
                    case "refresh" -> new ClientFrame.Refresh(payload.optionalLine("ticket", TOKEN));
                    case "simulate" -> inDevelopment ? simulate(payload) : null;
                    case "segment" -> segment(payload);
                    case "gap" -> gap(payload);
                    case "said" -> said(payload);
                    case "typing" -> new ClientFrame.Typing();
                    case "chat" -> new ClientFrame.Chat(payload.paragraphs("text", limits.chat()));
                    case "hand" -> new ClientFrame.Hand(payload.flag("raised"));
                    case "admit" -> new ClientFrame.Admit(payload.participant("participantId"));
                    case "admit-all" -> new ClientFrame.AdmitAll();
                    case "deny" -> new ClientFrame.Deny(payload.participant("participantId"));
                    case "mute" -> new ClientFrame.Mute(payload.participant("participantId"), payload.flag("force"));
                    case "remove" -> new ClientFrame.Remove(payload.participant("participantId"), payload.flag("ban"));
                    case "lock" -> new ClientFrame.Lock(payload.flag("locked"));
                    default -> null;
                });
    }

    private static ClientFrame join(Payload payload) {
        var resume = payload.has("resume")
                ? Optional.of(resume(payload.inside("resume")))
                : Optional.<ClientFrame.Resume>empty();
        return new ClientFrame.Join(payload.line("ticket", TOKEN), resume);
    }

    private static ClientFrame.Resume resume(Payload resume) {
        return new ClientFrame.Resume(resume.line("token", TOKEN), resume.whole("lastSeq", 0, Payload.LARGEST));
    }

    private static ClientFrame consent(Payload payload) {
        var given = payload.flag("given");
        return new ClientFrame.Consent(given, given ? payload.paragraphs("text", Shape.SENTENCE) : "");
    }

    private static long epoch(Payload payload) {
        return payload.whole("epoch", 1, Payload.LARGEST);
    }

    /** Not what came but what was understood of it goes on (docs/protocol.md §3). */
    private String description(Payload payload) {
        return SessionDescription.read(payload.raw("sdp", limits.sdp()), limits.description())
                .write();
    }

    private Optional<IceCandidate> candidate(Payload payload) {
        if (!payload.has("candidate")) return Optional.empty();
        var ice = payload.inside("candidate");
        var index = ice.has("sdpMLineIndex")
                ? Optional.of((int) ice.whole("sdpMLineIndex", 0, 1_000))
                : Optional.<Integer>empty();
        return Optional.of(new IceCandidate(
                way(ice.raw("candidate", limits.candidate())),
                ice.optionalLine("sdpMid", 64),
                index,
                ice.optionalLine("usernameFragment", 256)));
    }

    /** An empty line ends the candidates of one section (W3C webrtc-pc §4.8.1.1); Firefox says so. */
    private static String way(String line) {
        if (line.isEmpty()) return line;
        return CandidateLine.read(line)
                .map(CandidateLine::write)
                .orElseThrow(() -> new Refused(CANDIDATE_MALFORMED, "candidate"));
    }

    private static ClientFrame quality(Payload payload) {
        return new ClientFrame.Quality(
                payload.participant("peer"),
                (int) payload.whole("rtt", 0, LinkQuality.LONGEST),
                payload.share("loss"),
                (int) payload.whole("jitter", 0, LinkQuality.LONGEST),
                payload.choice("candidateType", CandidateType.class));
    }

    private static ClientFrame simulate(Payload payload) {
        return new ClientFrame.Simulate(
                payload.choice("fault", ClientFrame.Simulate.Fault.class), (int) payload.whole("seconds", 0, OUTAGE));
    }

    private static ClientFrame gap(Payload payload) {
        var startedAt = payload.instant("startedAt");
        var endedAt = payload.instant("endedAt");
        if (endedAt.isBefore(startedAt)) throw new Refused(MALFORMED_TIME, "endedAt");
        return new ClientFrame.Gap(
                new SegmentId(payload.uuid("gapId")), startedAt, endedAt, payload.choice("cause", GapCause.class));
    }

    private static ClientFrame said(Payload payload) {
        return new ClientFrame.Said(
                new SegmentId(payload.uuid("segmentId")),
                (int) payload.whole("characters", 0, Shape.TEXT),
                payload.choice("outcome", ClientFrame.Said.Outcome.class));
    }

    private static ClientFrame segment(Payload payload) {
        var startedAt = payload.optionalInstant("startedAt");
        var endedAt = payload.optionalInstant("endedAt");
        if (startedAt.isPresent() && endedAt.isPresent() && endedAt.get().isBefore(startedAt.get()))
            throw new Refused(MALFORMED_TIME, "endedAt");
        var source = payload.choice("source", Source.class);
        if (source == Source.INTERVIEWER) throw new Refused(MALFORMED_CHOICE, "source");
        return new ClientFrame.Segment(
                new SegmentId(payload.uuid("segmentId")),
                (int) payload.whole("revision", 0, Integer.MAX_VALUE),
                payload.flag("final"),
                payload.paragraphs("text", Shape.TEXT),
                startedAt,
                endedAt,
                source);
    }
}
