package dev.parley.infra.gemini;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The instructions, as text files under {@code prompts/}. */
final class Prompts {
    private Prompts() {}

    static String load(String name) {
        try (var file = Prompts.class.getResourceAsStream("/prompts/" + name + ".md")) {
            if (file == null) throw new IllegalStateException("prompts/" + name + ".md is missing from the jar");
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
