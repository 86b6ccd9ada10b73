package dev.parley.api.questionset;

/** What kind of answer a question wants. */
public enum QuestionType {
    OPEN,
    YES_NO,
    SCALE,
    NUMBER,
    DATE,
    CHOICE,
    MULTI;

    public boolean hasOptions() {
        return this == CHOICE || this == MULTI;
    }
}
