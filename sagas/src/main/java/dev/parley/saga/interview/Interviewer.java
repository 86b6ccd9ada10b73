package dev.parley.saga.interview;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.parley.api.interview.Answer;
import dev.parley.api.interview.ModelTrouble;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.transcript.SegmentId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the words and understands the answers. It never decides what comes next: that is the planner's, and whatever it
 * returns is validated before it becomes a fact. Calls may block for seconds and may fail; the caller has a canned path.
 */
public interface Interviewer {

    /** What was answered, out of what the lead said since the question was asked. */
    Understanding understand(Hearing hearing);

    /** Words for the next move: at most three sentences (five to say goodbye), plain text, in the language of the question. */
    String phrase(Cue cue);

    /** Identifies adapter and model on the record, for instance {@code offline-1}. */
    String name();

    /** Whether it is less clever than usual just now, and until when. */
    default Optional<Rest> rest(Instant now) {
        return Optional.empty();
    }

    /** The model that rests, why, and until when. */
    record Rest(String model, ModelTrouble trouble, Instant until) {}

    /**
     * @param asked the question on the table
     * @param open the other questions without an answer, because people answer ahead
     * @param said what the lead said since it was asked, oldest first
     * @param supposed what was understood before and has just been said back for confirmation
     */
    record Hearing(Question asked, List<Question> open, List<Said> said, Optional<Answer> supposed) {
        @JsonCreator
        public Hearing {}

        public Hearing(Question asked, List<Question> open, List<Said> said) {
            this(asked, open, said, Optional.empty());
        }
    }

    record Said(SegmentId segmentId, String text) {

        /** Whether it means to steer the machine rather than to tell us something; then it is nobody's answer. */
        public boolean steersTheMachine() {
            return WordsForTheMachine.areIn(text);
        }
    }

    /**
     * @param answers for the question on the table (if it was answered) and for others that were answered on the way
     * @param counterQuestion what the lead wants to know, if they asked something
     */
    record Understanding(Verdict verdict, Map<QuestionId, Answer> answers, Optional<String> counterQuestion) {}

    enum Verdict {
        ANSWERED,
        /** Something was said, but a listener would want to hear more. */
        SHALLOW,
        /** It does not answer the question. */
        UNCLEAR,
        /** The lead wants to come back to it. */
        LATER,
        /** The lead does not want to answer this one. */
        REFUSED,
        /** The lead wants to end the conversation. */
        WANTS_TO_STOP
    }

    /**
     * @param question absent for greeting and closing
     * @param lastSaid the lead's latest words, to react to; may be empty
     * @param answered what is known so far, question text to value, for the recap
     * @param supposed what was understood of the question so far, to say it back
     * @param language to speak, as in BCP 47; the question is in it where somebody translated it
     */
    record Cue(
            Kind kind,
            String leadName,
            String meetingTitle,
            Optional<Question> question,
            int followUp,
            String lastSaid,
            Optional<String> counterQuestion,
            Map<String, String> answered,
            Optional<String> supposed,
            String language) {

        @JsonCreator
        public Cue {}

        public Cue(
                Kind kind,
                String leadName,
                String meetingTitle,
                Optional<Question> question,
                int followUp,
                String lastSaid,
                Optional<String> counterQuestion,
                Map<String, String> answered) {
            this(
                    kind,
                    leadName,
                    meetingTitle,
                    question,
                    followUp,
                    lastSaid,
                    counterQuestion,
                    answered,
                    Optional.empty(),
                    "en");
        }

        public enum Kind {
            /** Greets, once the lead has agreed to be transcribed; the first question follows separately. */
            GREET,
            ASK,
            /** Digs deeper into a shallow answer. */
            FOLLOW_UP,
            /** Asks again in other words, after an unclear answer. */
            CLARIFY,
            /** Says back what was understood, because it is not sure. */
            CONFIRM,
            /** Thanks, recaps what was understood, says what happens next, and says goodbye. */
            CLOSE
        }
    }
}
