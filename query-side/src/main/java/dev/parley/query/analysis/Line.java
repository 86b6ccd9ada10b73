package dev.parley.query.analysis;

import dev.parley.api.analysis.Reading;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.transcript.SegmentId;
import dev.parley.query.Cells;
import java.time.Instant;
import java.util.Optional;

/** A fact as the log has it. */
record Line(long position, Remark remark) {
    static final String[] TYPES = {
        "meeting.MeetingScheduled",
        "transcript.SegmentRecorded",
        "interview.InterviewerSeated",
        "interview.QuestionAsked",
        "interview.AnswerRecorded",
        "interview.QuestionSkipped",
        "analysis.SegmentAnalysed"
    };

    private record Payload(
            Optional<SegmentId> segmentId,
            Optional<ParticipantId> speaker,
            Optional<String> speakerName,
            Optional<Invitee.Role> speakerRole,
            Optional<String> text,
            Optional<Instant> startedAt,
            Optional<Instant> endedAt,
            Optional<QuestionId> questionId,
            Optional<PinnedQuestionSet> questionSet,
            Optional<Reading> reading) {

        Stretch stretch() {
            return Stretch.of(
                    speaker.orElseThrow(),
                    speakerName.orElseThrow(),
                    speakerRole.orElseThrow(),
                    text.orElseThrow(),
                    startedAt.orElseThrow(),
                    endedAt.orElseThrow());
        }
    }

    static Line of(Cells cells) {
        return new Line(cells.count("position"), remark(cells));
    }

    private static Remark remark(Cells cells) {
        var type = cells.text("event_type");
        if (type.equals("meeting.MeetingScheduled")) return new Remark.Scheduled();
        var payload = cells.document("payload", Payload.class);
        return switch (type) {
            case "transcript.SegmentRecorded" ->
                new Remark.Said(payload.segmentId().orElseThrow(), payload.stretch());
            case "interview.InterviewerSeated" ->
                new Remark.Seated(payload.questionSet().orElseThrow());
            case "interview.QuestionAsked" ->
                new Remark.Asked(payload.questionId().orElseThrow());
            case "interview.AnswerRecorded" ->
                new Remark.Answered(payload.questionId().orElseThrow());
            case "interview.QuestionSkipped" ->
                new Remark.Skipped(payload.questionId().orElseThrow());
            default ->
                new Remark.Read(
                        payload.segmentId().orElseThrow(), payload.reading().orElseThrow());
        };
    }
}
