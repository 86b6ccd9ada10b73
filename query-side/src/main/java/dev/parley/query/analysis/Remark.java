package dev.parley.query.analysis;

import dev.parley.api.analysis.Reading;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.transcript.SegmentId;

/** What the log knows about a talk and what was read out of it. */
sealed interface Remark {

    /** Nothing has been said, but there is a meeting. */
    record Scheduled() implements Remark {}

    record Seated(PinnedQuestionSet questionSet) implements Remark {}

    record Asked(QuestionId questionId) implements Remark {}

    record Answered(QuestionId questionId) implements Remark {}

    record Skipped(QuestionId questionId) implements Remark {}

    record Said(SegmentId segmentId, Stretch stretch) implements Remark {}

    record Read(SegmentId segmentId, Reading reading) implements Remark {}
}
