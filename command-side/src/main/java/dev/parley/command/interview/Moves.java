package dev.parley.command.interview;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.parley.api.Ids;
import dev.parley.api.interview.InterviewEvent.LeadStayedSilent;
import dev.parley.api.interview.InterviewEvent.SpeechCutOff;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.transcript.SegmentId;
import java.util.Optional;
import java.util.stream.IntStream;

/** How often the interviewer has spoken, and what became of its newest words: a moment asked for, cut off, met by silence. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
final class Moves {
    private int made;
    private int momentAfter = -1;
    private Optional<SegmentId> cutOff = Optional.empty();
    private Optional<LeadStayedSilent> silence = Optional.empty();

    int made() {
        return made;
    }

    int next() {
        return made + 1;
    }

    /** Named by their place in the interview, so that the words enter the transcript once, however often they are sent. */
    static SegmentId words(InterviewId interview, int move) {
        return new SegmentId(Ids.named("said", interview, move));
    }

    /** While people talk over each other, the next words may have been found already. */
    boolean areLately(SegmentId words, InterviewId interview) {
        return IntStream.rangeClosed(Math.max(1, made - 2), made)
                .mapToObj(move -> words(interview, move))
                .anyMatch(words::equals);
    }

    boolean isMomentAsked() {
        return momentAfter == made;
    }

    boolean isCutOff(SegmentId words) {
        return cutOff.equals(Optional.of(words));
    }

    boolean isKnown(LeadStayedSilent silent) {
        return silence.equals(Optional.of(silent));
    }

    void made(int move) {
        made = move;
    }

    void momentAsked() {
        momentAfter = made;
    }

    void cutOff(SpeechCutOff cut) {
        cutOff = Optional.of(cut.segmentId());
    }

    void silent(LeadStayedSilent silent) {
        silence = Optional.of(silent);
    }
}
