package dev.parley.command.transcript;

import static dev.parley.api.RequestRefusal.VERSION_IS_STALE;
import static dev.parley.api.transcript.TranscriptRefusal.NOT_YOUR_WORDS;
import static dev.parley.api.transcript.TranscriptRefusal.SEGMENT_REDACTED;
import static dev.parley.api.transcript.TranscriptRefusal.SEGMENT_UNKNOWN;

import dev.parley.api.Actor;
import dev.parley.api.Envelope;
import dev.parley.api.Refused;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.transcript.SegmentId;
import dev.parley.api.transcript.TranscriptCommand;
import dev.parley.api.transcript.TranscriptCommand.CorrectSegment;
import dev.parley.api.transcript.TranscriptCommand.RecordGap;
import dev.parley.api.transcript.TranscriptCommand.RecordSegment;
import dev.parley.api.transcript.TranscriptCommand.RedactSegment;
import dev.parley.api.transcript.TranscriptEvent.SegmentCorrected;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import dev.parley.api.transcript.TranscriptEvent.SegmentRedacted;
import dev.parley.api.transcript.TranscriptEvent.TranscriptGapRecorded;
import dev.parley.api.transcript.TranscriptId;
import dev.parley.command.Speakers;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts words into a meeting's transcript. Holds no aggregate: a long conversation must not make the meeting slow to load,
 * and all that later words depend on is which segments there are.
 */
@Component
class TranscriptHandler {
    private final Speakers speakers;
    private final Transcripts transcripts;

    TranscriptHandler(Speakers speakers, Transcripts transcripts) {
        this.speakers = speakers;
        this.transcripts = transcripts;
    }

    @CommandHandler
    Long handle(RecordSegment command) {
        var by = command.by();
        if (!isParticipant(command.meetingId(), command.speaker(), by)) throw new Refused(NOT_YOUR_WORDS, "speaker");
        var speaker = speakers.speaking(by.tenant(), command.meetingId(), command.speaker(), command.at());
        var transcript = transcripts.open(TranscriptId.of(command.meetingId()));
        if (transcript.has(command.segmentId())) {
            if (!transcript.isBy(command.speaker(), command.segmentId()))
                throw new Refused(NOT_YOUR_WORDS, "segmentId");
            return transcripts.unchanged(transcript);
        }
        return transcripts.append(
                transcript,
                new SegmentRecorded(
                        command.meetingId(),
                        by.tenant(),
                        command.segmentId(),
                        command.speaker(),
                        speaker.name(),
                        speaker.role(),
                        PrivateNumbers.withheld(command.text()),
                        command.startedAt(),
                        command.endedAt(),
                        command.source()));
    }

    @CommandHandler
    Long handle(RecordGap command) {
        var by = command.by();
        if (!isParticipant(command.meetingId(), command.speaker(), by)) throw new Refused(NOT_YOUR_WORDS, "speaker");
        var speaker = speakers.speaking(by.tenant(), command.meetingId(), command.speaker(), command.at());
        var transcript = transcripts.open(TranscriptId.of(command.meetingId()));
        if (transcript.has(command.gapId())) {
            if (!transcript.isBy(command.speaker(), command.gapId())) throw new Refused(NOT_YOUR_WORDS, "gapId");
            return transcripts.unchanged(transcript);
        }
        return transcripts.append(
                transcript,
                new TranscriptGapRecorded(
                        command.meetingId(),
                        by.tenant(),
                        command.gapId(),
                        command.speaker(),
                        speaker.name(),
                        speaker.role(),
                        command.startedAt(),
                        command.endedAt(),
                        command.cause()));
    }

    /** By the sales team, or by whoever said it; also long after the meeting. */
    @CommandHandler
    Long handle(CorrectSegment command, @MetaDataValue(Envelope.EXPECTED_VERSION) @Nullable Long expected) {
        var transcript = openToChange(command, command.segmentId(), expected);
        if (transcript.isRedacted(command.segmentId())) throw new Refused(SEGMENT_REDACTED, "segmentId");
        var text = PrivateNumbers.withheld(command.text());
        if (transcript.reads(command.segmentId(), text)) return transcripts.unchanged(transcript);
        return transcripts.append(
                transcript, new SegmentCorrected(command.meetingId(), command.segmentId(), text, command.reason()));
    }

    /** By those who may correct it. */
    @CommandHandler
    Long handle(RedactSegment command, @MetaDataValue(Envelope.EXPECTED_VERSION) @Nullable Long expected) {
        var transcript = openToChange(command, command.segmentId(), expected);
        if (transcript.isRedacted(command.segmentId())) return transcripts.unchanged(transcript);
        return transcripts.append(
                transcript, new SegmentRedacted(command.meetingId(), command.segmentId(), command.reason()));
    }

    private Transcript openToChange(TranscriptCommand command, SegmentId segment, @Nullable Long expected) {
        var by = command.by();
        speakers.confirm(by.tenant(), command.meetingId());
        var transcript = transcripts.open(TranscriptId.of(command.meetingId()));
        if (expected != null && expected != transcript.version()) throw new Refused(VERSION_IS_STALE);
        var speaker = transcript.speakerOf(segment).orElseThrow(() -> new Refused(SEGMENT_UNKNOWN, "segmentId"));
        if (by.kind() != Actor.Kind.USER && !isParticipant(command.meetingId(), speaker, by))
            throw new Refused(NOT_YOUR_WORDS, "segmentId");
        return transcript;
    }

    /** Attribution by construction: each actor is one participant, and the interviewer's words come from the AI alone. */
    private static boolean isParticipant(MeetingId meeting, ParticipantId speaker, Actor actor) {
        return switch (actor.kind()) {
            case LEAD -> speaker.toString().equals(actor.id());
            case USER -> speaker.equals(ParticipantId.ofUser(meeting, actor.id()));
            case AI -> speaker.equals(ParticipantId.interviewerOf(meeting));
            case SYSTEM, CRM -> false;
        };
    }
}
