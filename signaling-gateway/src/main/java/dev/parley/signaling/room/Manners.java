package dev.parley.signaling.room;

import dev.parley.api.interview.InterviewEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the interviewer from talking over people: what it says, and whatever follows on that, waits for a pause. Pure. */
final class Manners {
    private final Deque<InterviewEvent> waiting = new ArrayDeque<>();

    /** @return whether it is not to be told yet */
    boolean holdsBack(InterviewEvent event, boolean somebodySpeaks) {
        if (waiting.isEmpty() && !(somebodySpeaks && isSpoken(event))) return false;
        waiting.add(event);
        return true;
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    boolean isWaitingFor(InterviewEvent event) {
        return waiting.contains(event);
    }

    /** What may be told now, in order; asked twice, there is nothing. */
    List<InterviewEvent> go() {
        var events = List.copyOf(waiting);
        waiting.clear();
        return events;
    }

    private static boolean isSpoken(InterviewEvent event) {
        return switch (event) {
            case InterviewEvent.QuestionAsked _, InterviewEvent.TurnTaken _, InterviewEvent.FloorYielded _ -> true;
            case InterviewEvent.InterviewerSeated _,
                    InterviewEvent.MomentAsked _,
                    InterviewEvent.SpeechCutOff _,
                    InterviewEvent.LeadStayedSilent _,
                    InterviewEvent.AnswerRecorded _,
                    InterviewEvent.QuestionSkipped _,
                    InterviewEvent.LeadsQuestionNoted _,
                    InterviewEvent.LanguageSwitched _,
                    InterviewEvent.ModelRested _,
                    InterviewEvent.InterviewPaused _,
                    InterviewEvent.InterviewResumed _,
                    InterviewEvent.InterviewHandedToHuman _,
                    InterviewEvent.InterviewCompleted _ -> false;
        };
    }
}
