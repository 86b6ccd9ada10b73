package dev.parley.infra.mail;

import java.io.StringWriter;

/** Text that may grow up to a length and no further. */
final class BoundedText extends StringWriter {
    private final int longest;

    BoundedText(int longest) {
        this.longest = longest;
    }

    @Override
    public void write(int character) {
        bounded(1);
        super.write(character);
    }

    @Override
    public void write(char[] characters, int from, int length) {
        bounded(length);
        super.write(characters, from, length);
    }

    @Override
    public void write(String text) {
        bounded(text.length());
        super.write(text);
    }

    @Override
    public void write(String text, int from, int length) {
        bounded(length);
        super.write(text, from, length);
    }

    private void bounded(int more) {
        if (getBuffer().length() + more > longest)
            throw new IllegalStateException("A letter of more than " + longest + " characters.");
    }
}
