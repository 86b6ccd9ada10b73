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
    OPTIONS_DIFFER(Kind.UNACCEPTABLE, "A translation names each option of the question, in the same order."),
    LANGUAGE_TWICE(Kind.UNACCEPTABLE, "This language is there already."),
    LANGUAGE_NOT_OFFERED(Kind.UNACCEPTABLE, "This question set is not meant to be asked in this language."),
    TRANSLATION_MISSING(
            Kind.UNACCEPTABLE, "The set cannot be published in a language in which a question has no words."),
    LANGUAGE_NOT_PUBLISHED(
            Kind.CONFLICT, "The published version of this question set cannot be asked in this language."),
    UNIT_NEEDS_NUMBER(Kind.UNACCEPTABLE, "Only a number has a unit."),
    CRM_FIELD_NOT_OURS(Kind.UNACCEPTABLE, "This is no field of a lead that Parley may write."),
    TRANSFORM_DOES_NOT_FIT(Kind.UNACCEPTABLE, "Answers of this type cannot be written like this."),
    ORDER_CHANGED(Kind.CONFLICT, "Somebody else has moved questions meanwhile."),
    PEOPLE_PUBLISH(Kind.FORBIDDEN, "Only people publish questions."),
    SUGGESTION_UNKNOWN(Kind.UNKNOWN, "There is no such suggestion."),
    TOO_MANY_SUGGESTIONS(Kind.CONFLICT, "There are 20 suggestions to decide on already."),
    TABLE_UNREADABLE(Kind.MALFORMED, "This is not a table of questions as it is exported."),
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
