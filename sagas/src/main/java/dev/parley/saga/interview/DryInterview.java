package dev.parley.saga.interview;

import dev.parley.api.interview.Answer;
import dev.parley.api.interview.InterviewEvent;
import dev.parley.api.interview.InterviewEvent.AnswerRecorded;
import dev.parley.api.interview.InterviewEvent.InterviewCompleted;
import dev.parley.api.interview.InterviewEvent.QuestionSkipped;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.QuestionId;
import dev.parley.saga.History.Fact;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets the very interview that leads meetings lead one that never was. */
public final class DryInterview implements DryRun {
    private static final int MOST_TURNS = 600;

    private final InterviewSettings settings;

    public DryInterview(InterviewSettings settings) {
        this.settings = settings;
    }

    @Override
    public Script play(Interviewer interviewer, PinnedQuestionSet questions, Duration length, Lead lead) {
        var meeting = new DryMeeting(questions, length);
        var interview =
                new ContinueInterview(meeting.history(), meeting.commands(), interviewer, settings, meeting.clock());
        interview.carryOut(Turn.because(Turn.Cause.LEAD_AGREED, meeting.meetingId()));
        for (var turn = 0; turn < MOST_TURNS && meeting.progress().mayTalk(); turn++) {
            var asked = meeting.progress().onTheTable();
            if (asked.isEmpty()) break;
            var words = meeting.lines().getLast().text();
            var heard = meeting.leadSays(lead.answer(asked.get(), words));
            interview.carryOut(Turn.afterHearing(heard, meeting.meetingId()));
        }
        return script(meeting);
    }

    private static Script script(DryMeeting meeting) {
        var history = meeting.history().of(InterviewId.of(meeting.meetingId()), InterviewEvent.class);
        return new Script(meeting.lines(), answers(history), leftAside(history), meeting.sinceStart(), ended(history));
    }

    private static Map<QuestionId, Answer> answers(List<Fact<InterviewEvent>> history) {
        var answers = new LinkedHashMap<QuestionId, Answer>();
        for (var fact : history)
            if (fact.event() instanceof AnswerRecorded it) answers.put(it.questionId(), it.answer());
        return answers;
    }

    private static Map<QuestionId, MoveReason> leftAside(List<Fact<InterviewEvent>> history) {
        var aside = new LinkedHashMap<QuestionId, MoveReason>();
        for (var fact : history)
            if (fact.event() instanceof QuestionSkipped it) aside.put(it.questionId(), it.reason());
        return aside;
    }

    private static Optional<MoveReason> ended(List<Fact<InterviewEvent>> history) {
        return history.stream()
                .map(Fact::event)
                .filter(InterviewCompleted.class::isInstance)
                .map(completed -> ((InterviewCompleted) completed).reason())
                .findFirst();
    }
}
