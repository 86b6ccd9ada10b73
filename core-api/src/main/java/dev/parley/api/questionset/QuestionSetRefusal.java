package dev.parley.api.questionset;

import dev.parley.api.Refusal;

/** Why a question set says no. */
public enum QuestionSetRefusal implements Refusal {
    QUESTION_SET_UNKNOWN(Kind.UNKNOWN, "There is no such question set."),
    ID_REUSED(Kind.CONFLICT, "This id already names another question set."),
    QUESTION_UNKNOWN(Kind.UNKNOWN, "There is no such question in this set."),
    QUESTION_ALREADY_THERE(Kind.CONFLICT, "This question is in the set already."),
    OPTIONS_NEEDED(Kind.UNACCEPTABLE, "A choice needs at least two options."),
    TOO_MANY_QUESTIONS(Kind.UNACCEPTABLE, "A question set holds at most 100 questions."),
    ORDER_INCOMPLETE(Kind.UNACCEPTABLE, "The new order must name each question exactly once."),
    NOTHING_TO_PUBLISH(Kind.CONFLICT, "The draft has no questions, or nothing changed since the last version."),
    CONDITION_UNKNOWN(Kind.UNACCEPTABLE, "This condition names a question that is not in the set."),
    BRANCH_CYCLE(Kind.UNACCEPTABLE, "These questions wait for one another, so none of them would be asked."),
    BRANCH_DEAD_END(Kind.UNACCEPTABLE, "No answer can make this condition hold, so the question would never be asked."),
    NOT_PUBLISHED(Kind.CONFLICT, "This question set has no published version yet."),
    RETIRED(Kind.CONFLICT, "This question set is retired.");

    private final Kind kind;
    private final String text;

    QuestionSetRefusal(Kind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String text() {
        return text;
    }
}
