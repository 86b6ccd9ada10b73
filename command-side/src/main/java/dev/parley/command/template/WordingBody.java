package dev.parley.command.template;

import dev.parley.api.Shape;
import dev.parley.api.template.Wording;
import org.jspecify.annotations.Nullable;

/** A wording as it comes from outside: anything may be missing or misshapen. */
record WordingBody(
        @Nullable String subject,
        @Nullable String text,
        @Nullable String html) {

    Wording wording() {
        return new Wording(
                Shape.line("subject", subject, Wording.LONGEST_SUBJECT),
                Shape.paragraphs("text", text, Wording.LONGEST_TEXT),
                Shape.paragraphs("html", html, Wording.LONGEST_HTML));
    }
}
