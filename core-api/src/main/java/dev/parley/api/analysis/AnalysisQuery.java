package dev.parley.api.analysis;

import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.transcript.SegmentId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What people ask about analyses, and the answers' shapes. */
public sealed interface AnalysisQuery {

    /** What is known of a talk so far, while it goes on and afterwards. */
    record MeetingAnalysis(MeetingId meetingId, List<SegmentReading> readings, Coverage coverage, TalkMetrics talk)
            implements AnalysisQuery {}

    /** @param answers the question that had been asked last before */
    record SegmentReading(
            SegmentId segmentId,
            Optional<QuestionId> answers,
            Sentiment sentiment,
            List<BuyingSignal> signals,
            String readBy)
            implements AnalysisQuery {}

    /**
     * @param settled answered, refused or carried over
     * @param openMandatory mandatory questions that are not settled
     */
    record Coverage(int questions, int settled, int answered, List<QuestionId> openMandatory)
            implements AnalysisQuery {}

    /**
     * How people talked, in numbers; zero where there is nothing to divide by.
     *
     * @param length from the first word to the last
     * @param switchesPerMinute changes of speaker, over the length
     * @param questionsPerHour of the interviewer, over the length
     * @param patience the median pause between the end of the lead's turn and the next turn of anybody else
     * @param responseLatency the median pause between the end of anybody else's turn and the lead's next one
     */
    record TalkMetrics(
            Duration length,
            double switchesPerMinute,
            double questionsPerHour,
            Duration patience,
            Duration responseLatency,
            List<SpeakerMetrics> speakers)
            implements AnalysisQuery {}

    /**
     * @param spoken time in which this person spoke; where two speak at once it counts for each of them, once
     * @param share of the time that all have spoken together, 0 to 1
     * @param turns stretches that nobody else's words interrupt
     * @param longestMonologue the longest of these, with its pauses
     * @param interruptions how often they began half a second or more before somebody else had ended
     * @param estimated whether a part of the time is reckoned from the number of words, 150 a minute: typed words and the
     *     interviewer's have a beginning, but no end that anybody measured
     */
    record SpeakerMetrics(
            ParticipantId participantId,
            String name,
            Invitee.Role role,
            Duration spoken,
            double share,
            int turns,
            double wordsPerTurn,
            Duration longestMonologue,
            int interruptions,
            boolean estimated)
            implements AnalysisQuery {}
}
