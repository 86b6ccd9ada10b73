package dev.parley.api;

import java.util.Optional;

/** The one domain exception: a refusal, with the field that it concerns. Costs no stack trace; it is an answer, not a fault. */
public final class Refused extends RuntimeException {
    private final transient Refusal refusal;
    private final String field;

    public Refused(Refusal refusal) {
        this(refusal, "");
    }

    /** @param field path in the request body, for instance {@code invitees[2].email}; empty where no single field is to blame */
    public Refused(Refusal refusal, String field) {
        super(refusal.text(), null, false, false);
        this.refusal = refusal;
        this.field = field;
    }

    public Refusal refusal() {
        return refusal;
    }

    public Optional<String> field() {
        return field.isEmpty() ? Optional.empty() : Optional.of(field);
    }

    /** The same refusal, seen from the object that contains the field. */
    public Refused within(String parent) {
        return new Refused(refusal, field.isEmpty() ? parent : parent + "." + field);
    }

    @Override
    public String toString() {
        return field.isEmpty() ? refusal.name() : refusal.name() + " (" + field + ")";
    }
}
