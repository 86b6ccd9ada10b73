package dev.parley.api.assignment;

import dev.parley.api.Refusal;

/** Why an organisation's rules say no. */
public enum AssignmentRefusal implements Refusal {
    NO_ASSIGNMENTS(Kind.UNKNOWN, "There are no such rules."),
    RULE_UNKNOWN(Kind.UNKNOWN, "There is no such rule."),
    TOO_MANY_RULES(Kind.CONFLICT, "There are 200 rules already.");

    private final Kind kind;
    private final String text;

    AssignmentRefusal(Kind kind, String text) {
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
