package dev.parley.command;

import dev.parley.api.Refusal;
import dev.parley.api.Refused;
import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.hamcrest.TypeSafeMatcher;

/** Matches a refusal by its code and, where it blames one, by the field. */
public final class RefusedBecause extends TypeSafeMatcher<Throwable> {
    private final Refusal refusal;
    private final String field;

    private RefusedBecause(Refusal refusal, String field) {
        this.refusal = refusal;
        this.field = field;
    }

    public static Matcher<Throwable> refused(Refusal refusal) {
        return new RefusedBecause(refusal, "");
    }

    public static Matcher<Throwable> refused(Refusal refusal, String field) {
        return new RefusedBecause(refusal, field);
    }

    @Override
    protected boolean matchesSafely(Throwable error) {
        return error instanceof Refused refused
                && refused.refusal() == refusal
                && refused.field().orElse("").equals(field);
    }

    @Override
    public void describeTo(Description description) {
        description.appendText(new Refused(refusal, field).toString());
    }
}
