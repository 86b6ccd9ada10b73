package dev.parley.command.questionset;

import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.Question.Signal;
import dev.parley.api.questionset.QuestionType;
import java.util.List;

/** Thinks of questions that a set lacks. What it returns is laid beside the draft for people to decide on; may take seconds. */
public interface Suggestions {

    /** At most five; none is no fault. */
    List<Proposal> suggest(Brief brief);

    /** @param goal what the team wants to find out, in its own words; may be empty */
    record Brief(String title, String goal, List<Question> draft) {}

    /**
     * @param rationale why it is worth asking
     * @param from the model, or the rules
     */
    record Proposal(
            String text, QuestionType type, List<String> options, Signal signal, String rationale, String from) {}
}
