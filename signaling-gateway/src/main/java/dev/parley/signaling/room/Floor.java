package dev.parley.signaling.room;

import dev.parley.api.interview.InterviewEvent;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.frame.ServerFrame;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whom the interviewer asked to speak, from facts, and who is next: a host before everybody else. Pure. */
final class Floor {
    private Optional<ParticipantId> holder = Optional.empty();

    /** @return whether somebody else has the floor now, or nobody any more */
    boolean on(InterviewEvent event) {
        return switch (event) {
            case InterviewEvent.FloorYielded yielded -> give(Optional.of(yielded.participantId()));
            case InterviewEvent.QuestionAsked _,
                    InterviewEvent.TurnTaken _,
                    InterviewEvent.InterviewPaused _,
                    InterviewEvent.InterviewHandedToHuman _,
                    InterviewEvent.InterviewCompleted _ -> give(Optional.empty());
            case InterviewEvent.InterviewerSeated _,
                    InterviewEvent.MomentAsked _,
                    InterviewEvent.SpeechCutOff _,
                    InterviewEvent.LeadStayedSilent _,
                    InterviewEvent.AnswerRecorded _,
                    InterviewEvent.QuestionSkipped _,
                    InterviewEvent.LeadsQuestionNoted _,
                    InterviewEvent.LanguageSwitched _,
                    InterviewEvent.ModelRested _,
                    InterviewEvent.InterviewResumed _ -> false;
        };
    }

    boolean isGiven() {
        return holder.isPresent();
    }

    boolean left(ParticipantId who) {
        return holder.equals(Optional.of(who)) && give(Optional.empty());
    }

    ServerFrame.Floor frame(List<ParticipantId> asking, Predicate<ParticipantId> isHost) {
        var others =
                asking.stream().filter(who -> !holder.equals(Optional.of(who))).toList();
        var queue =
                Stream.concat(others.stream().filter(isHost), others.stream().filter(isHost.negate()));
        return new ServerFrame.Floor(holder, queue.toList());
    }

    private boolean give(Optional<ParticipantId> next) {
        if (holder.equals(next)) return false;
        holder = next;
        return true;
    }
}
