package dev.parley.saga.interview;

import static dev.parley.api.Samples.*;
import static dev.parley.api.interview.MoveReason.*;
import static dev.parley.saga.interview.Conversation.*;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.api.interview.InterviewCommand.AskQuestion;
import java.util.List;
import org.assertj.core.groups.Tuple;

/** An interviewer that follows a script, and the errand by which it takes its turns. */
final class Interviewing {
    final ScriptedInterviewer interviewer = new ScriptedInterviewer();
    private final InterviewSettings settings;

    Interviewing() {
        this(Conversation.settings);
    }

    Interviewing(InterviewSettings settings) {
        this.settings = settings;
    }

    void take(Conversation talk, Turn turn) {
        new ContinueInterview(talk.history(), talk.decidingSide.commands(), interviewer, settings, talk.clock())
                .carryOut(turn);
    }

    void takeLatest(Conversation talk) {
        take(talk, Turn.afterHearing(talk.latest(), discoveryCall));
    }

    static List<Tuple> asked(Conversation talk) {
        return talk.decidingSide.asked(AskQuestion.class).stream()
                .map(ask -> tuple(ask.questionId(), ask.followUp(), ask.reason()))
                .toList();
    }
}
