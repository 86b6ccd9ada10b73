package dev.parley.saga.scoring;

import dev.parley.api.TenantId;
import dev.parley.api.interview.Answer;
import dev.parley.api.interview.InterviewEvent;
import dev.parley.api.interview.InterviewEvent.AnswerRecorded;
import dev.parley.api.interview.InterviewEvent.InterviewerSeated;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.lead.HeardAnswer;
import dev.parley.api.lead.LeadId;
import dev.parley.api.lead.Participation;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingEvent.MeetingScheduled;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.transcript.TranscriptEvent;
import dev.parley.api.transcript.TranscriptId;
import dev.parley.saga.History;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that a score may look at, read once from the log. */
record HeardInterview(
        TenantId tenant,
        LeadId leadId,
        int questionSetVersion,
        List<HeardAnswer> answers,
        Participation participation) {

    /** Empty where nobody was interviewed. */
    static Optional<HeardInterview> of(MeetingId meeting, History history) {
        var interview = history.of(InterviewId.of(meeting), InterviewEvent.class);
        if (interview.isEmpty() || !(interview.getFirst().event() instanceof InterviewerSeated seated))
            return Optional.empty();
        var answers = new HashMap<QuestionId, Answer>();
        for (var fact : interview)
            if (fact.event() instanceof AnswerRecorded recorded) answers.put(recorded.questionId(), recorded.answer());
        return Optional.of(new HeardInterview(
                seated.tenant(),
                leadOf(meeting, history),
                seated.questionSet().version(),
                inOrder(seated.questionSet(), answers),
                LeadsPart.in(history.of(TranscriptId.of(meeting), TranscriptEvent.class))));
    }

    private static LeadId leadOf(MeetingId meeting, History history) {
        return history.of(meeting, MeetingEvent.class).stream()
                .map(History.Fact::event)
                .filter(MeetingScheduled.class::isInstance)
                .map(MeetingScheduled.class::cast)
                .map(MeetingScheduled::leadId)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody scheduled meeting " + meeting));
    }

    private static List<HeardAnswer> inOrder(PinnedQuestionSet set, Map<QuestionId, Answer> answers) {
        return set.questions().stream()
                .flatMap(question -> Optional.ofNullable(answers.get(question.questionId()))
                        .map(answer -> new HeardAnswer(question, answer))
                        .stream())
                .toList();
    }
}
