package dev.parley.api.template;

import java.util.List;

/** A letter with gaps. Text that people wrote fills the gaps and is escaped in HTML. */
public record Wording(String subject, String text, String html) {
    public static final int LONGEST_SUBJECT = 300;
    public static final int LONGEST_TEXT = 20_000;
    public static final int LONGEST_HTML = 60_000;

    /** The three parts by the name of their field. */
    List<Part> parts() {
        return List.of(new Part("subject", subject), new Part("text", text), new Part("html", html));
    }

    record Part(String field, String content) {}
}
