package dev.parley.saga.scoring;

import static dev.parley.api.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Actor;
import dev.parley.api.interview.Answer;
import dev.parley.api.interview.InterviewEvent.AnswerRecorded;
import dev.parley.api.interview.InterviewEvent.InterviewCompleted;
import dev.parley.api.interview.InterviewEvent.InterviewerSeated;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.lead.HeardAnswer;
import dev.parley.api.lead.LeadCommand.ScoreLead;
import dev.parley.api.lead.Participation;
import dev.parley.api.meeting.Invitee.Role;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.transcript.Source;
import dev.parley.api.transcript.TranscriptEvent.SegmentCorrected;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import dev.parley.saga.DecidingSide;
import dev.parley.saga.Errands.Errand;
import dev.parley.saga.RecordedErrands;
import dev.parley.saga.TheLog;
import dev.parley.saga.scoring.ScoreInterview.Request;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScoreInterviewTest {
    private static final Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    private static final InterviewId interview = InterviewId.of(discoveryCall);
    private static final Answer yes = new Answer("yes", 0.9, List.of(segment(3)), "Yes");
    private static final Answer notes = new Answer("notes", 0.9, List.of(segment(1)), "Notes");

    private final TheLog log = new TheLog(() -> now);
    private final DecidingSide decidingSide = new DecidingSide();

    @Test
    void an_interview_is_scored_when_it_is_complete_and_once_more_when_the_meeting_ends() {
        var errands = new RecordedErrands();
        var reaction = new WhenInterviewCompletedThenScore(errands, clock);
        reaction.on(new InterviewCompleted(interview, discoveryCall, MoveReason.ALL_COVERED));
        reaction.on(aDiscoveryCall().ended());
        assertThat(errands.sent())
                .extracting(Errand::payload)
                .containsExactly(new Request(discoveryCall), new Request(discoveryCall));
        assertThat(errands.sent()).extracting(Errand::key).doesNotHaveDuplicates();
    }

    @Test
    void lays_what_was_answered_and_how_the_lead_took_part_before_the_rubric() {
        interviewed();
        log.says(
                said(1, Role.LEAD, "Notes get lost every week."),
                said(2, Role.LEAD, "Why?"),
                said(9, Role.INTERVIEWER, "Is there a budget?"),
                said(3, Role.LEAD, "Yse"),
                new SegmentCorrected(discoveryCall, segment(3), "Yes", "misheard"),
                recorded(budget.questionId(), yes),
                recorded(need.questionId(), notes));
        score();
        assertThat(decidingSide.asked())
                .containsExactly(new ScoreLead(
                        lenasLead,
                        Actor.system(demo, "scoring"),
                        now,
                        discoveryCall,
                        3,
                        List.of(new HeardAnswer(need, notes), new HeardAnswer(budget, yes)),
                        new Participation(
                                2, 7, 1, List.of(segment(1), segment(2), segment(3)), "Notes get lost every week.")));
    }

    @Test
    void looks_at_the_newest_answer_to_a_question() {
        interviewed();
        log.says(
                said(1, Role.LEAD, "Well."),
                recorded(budget.questionId(), new Answer("no", 0.5, List.of(segment(1)), "Well")),
                recorded(budget.questionId(), yes));
        score();
        assertThat(decidingSide.asked(ScoreLead.class).getFirst().answers())
                .containsExactly(new HeardAnswer(budget, yes));
    }

    @Test
    void scores_nobody_who_was_not_interviewed_or_said_nothing() {
        log.says(aDiscoveryCall().soFar()).says(said(1, Role.LEAD, "Hello?"));
        score();
        assertThat(decidingSide.asked()).isEmpty();
    }

    @Test
    void scores_nobody_who_said_nothing() {
        interviewed();
        score();
        assertThat(decidingSide.asked()).isEmpty();
    }

    private void interviewed() {
        log.says(aDiscoveryCall().soFar())
                .says(new InterviewerSeated(
                        interview, discoveryCall, demo, ParticipantId.interviewerOf(discoveryCall), qualification));
    }

    private void score() {
        new ScoreInterview(log.history(), decidingSide.commands(), clock).carryOut(new Request(discoveryCall));
    }

    private static AnswerRecorded recorded(QuestionId question, Answer answer) {
        return new AnswerRecorded(interview, discoveryCall, question, answer);
    }

    private static SegmentRecorded said(int number, Role role, String text) {
        return new SegmentRecorded(
                discoveryCall,
                demo,
                segment(number),
                lenaInTheRoom.participantId(),
                "Lena Lead",
                role,
                text,
                now,
                now,
                Source.TYPED);
    }
}
