package dev.parley.infra.gemini;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The instructions, as text files under {@code prompts/}. */
final class Prompts {
    private static final int ENOUGH_OF_A_HASH = 12;

    private Prompts() {}

    /** Changes with every word of the instructions. */
    static String version(String instructions) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(instructions.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, ENOUGH_OF_A_HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static String load(String name) {
        try (var file = Prompts.class.getResourceAsStream("/prompts/" + name + ".md")) {
            if (file == null) throw new IllegalStateException("prompts/" + name + ".md is missing from the jar");
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
