package dev.parley.saga.interview;

import static dev.parley.api.Samples.discoveryCall;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.parley.api.interview.Answer;
import dev.parley.api.interview.InterviewCommand.AskQuestion;
import dev.parley.api.interview.InterviewCommand.CompleteInterview;
import dev.parley.api.interview.InterviewCommand.RecordAnswer;
import dev.parley.api.interview.InterviewCommand.SkipQuestion;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** A whole interview through listener and planner, without a server: every turn is taken as soon as the lead has spoken. */
public final class PlayedInterview {
    private static final int MOST_TURNS = 300;

    private final Conversation talk;

    private PlayedInterview(Conversation talk) {
        this.talk = talk;
    }

    /** @param lead what is said to the words of a question, piece by piece */
    public static PlayedInterview with(
            Interviewer interviewer, List<Question> questions, Function<String, List<String>> lead) {
        var talk = Conversation.about(questions.toArray(Question[]::new)).agreed();
        var turns = new ContinueInterview(
                talk.history(), talk.decidingSide.commands(), interviewer, Conversation.settings, talk.clock());
        var played = new PlayedInterview(talk);
        turns.carryOut(Turn.because(Turn.Cause.LEAD_AGREED, discoveryCall));
        for (var turn = 0; turn < MOST_TURNS && !played.isComplete(); turn++) {
            for (var words : lead.apply(played.asked().getLast().text())) talk.said(words);
            turns.carryOut(Turn.afterHearing(talk.latest(), discoveryCall));
        }
        return played;
    }

    public boolean isComplete() {
        return !talk.decidingSide.asked(CompleteInterview.class).isEmpty();
    }

    public List<AskQuestion> asked() {
        return talk.decidingSide.asked(AskQuestion.class);
    }

    public Map<QuestionId, Answer> answers() {
        var answers = new LinkedHashMap<QuestionId, Answer>();
        talk.decidingSide
                .asked(RecordAnswer.class)
                .forEach(recorded -> answers.put(recorded.questionId(), recorded.answer()));
        return answers;
    }

    public Map<QuestionId, MoveReason> leftAside() {
        var aside = new LinkedHashMap<QuestionId, MoveReason>();
        talk.decidingSide.asked(SkipQuestion.class).forEach(skip -> aside.put(skip.questionId(), skip.reason()));
        return aside;
    }

    /** Questions that were put anew after there was an answer; digging deeper and saying back are not that. */
    public List<QuestionId> askedThoughAnswered() {
        var known = new ArrayList<QuestionId>();
        var again = new ArrayList<QuestionId>();
        for (var command : talk.decidingSide.asked()) {
            if (command instanceof RecordAnswer recorded) known.add(recorded.questionId());
            if (command instanceof AskQuestion ask && isAnew(ask) && known.contains(ask.questionId()))
                again.add(ask.questionId());
        }
        return again;
    }

    /** Everything the interviewer said. */
    public Stream<String> words() {
        return asked().stream().map(AskQuestion::text);
    }

    public Map<QuestionId, Long> timesAsked() {
        return asked().stream().collect(groupingBy(AskQuestion::questionId, counting()));
    }

    private static boolean isAnew(AskQuestion ask) {
        return ask.followUp() == 0 && ask.reason() != MoveReason.CONFIRMING;
    }
}
