package dev.parley.api;

import java.util.Optional;
import java.util.OptionalInt;

/** The one domain exception: a refusal, with the field that it concerns. Costs no stack trace; it is an answer, not a fault. */
public final class Refused extends RuntimeException {
    private final transient Refusal refusal;
    private final String field;
    private final int line;

    public Refused(Refusal refusal) {
        this(refusal, "");
    }

    /** @param field path in the request body, for instance {@code invitees[2].email}; empty where no single field is to blame */
    public Refused(Refusal refusal, String field) {
        this(refusal, field, 0);
    }

    private Refused(Refusal refusal, String field, int line) {
        super(refusal.text(), null, false, false);
        this.refusal = refusal;
        this.field = field;
        this.line = line;
    }

    /** The same refusal of one line of the field's text; 0 where it is about no single line. */
    public Refused atLine(int number) {
        return new Refused(refusal, field, number);
    }

    public Refusal refusal() {
        return refusal;
    }

    public Optional<String> field() {
        return field.isEmpty() ? Optional.empty() : Optional.of(field);
    }

    public OptionalInt line() {
        return line == 0 ? OptionalInt.empty() : OptionalInt.of(line);
    }

    /** The same refusal, seen from the object that contains the field. */
    public Refused within(String parent) {
        return new Refused(refusal, field.isEmpty() ? parent : parent + "." + field, line);
    }

    @Override
    public String toString() {
        return field.isEmpty() ? refusal.name() : refusal.name() + " (" + field + ")";
    }
}
