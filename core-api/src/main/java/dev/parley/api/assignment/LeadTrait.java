package dev.parley.api.assignment;

import dev.parley.api.Shape;
import dev.parley.api.lead.Contact;
import java.util.Locale;

/**
 * What tells the leads of a segment.
 *
 * @param value that the trait has; for company and title, words that are part of it
 */
public record LeadTrait(Of of, String value) {
    public LeadTrait {
        value = Shape.line("value", value, 200);
    }

    /** What is known of every lead. */
    public enum Of {
        EMAIL_DOMAIN,
        COMPANY,
        TITLE
    }

    public boolean isOf(Contact lead) {
        return switch (of) {
            case EMAIL_DOMAIN -> lead.email().toLowerCase(Locale.ROOT).endsWith("@" + value.toLowerCase(Locale.ROOT));
            case COMPANY -> contains(lead.company());
            case TITLE -> contains(lead.title());
        };
    }

    private boolean contains(String text) {
        return text.toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT));
    }
}
