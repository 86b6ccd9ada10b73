package dev.parley.infra.mail;

import dev.parley.api.WireFormat;
import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.template.Part;
import dev.parley.api.template.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The letters as we ship them, in {@code resources/mail}: a folder for each language, the subject on top of each text. */
final class ShippedWordings {
    private static final String SUBJECT = "Subject: ";

    private final Map<String, String> files = new ConcurrentHashMap<>();

    Wording of(NotificationKind kind, Language language) {
        var text = file(language, WireFormat.name(kind) + ".txt");
        var head = text.indexOf("\n\n");
        if (!text.startsWith(SUBJECT) || head < 0) throw new IllegalStateException("no subject on top of " + text);
        return new Wording(
                text.substring(SUBJECT.length(), head),
                text.substring(head + 2),
                file(language, WireFormat.name(kind) + ".html"));
    }

    String part(Part part, Language language, String extension) {
        return file(language, "part-" + part.word() + extension);
    }

    /** Of the few files that there are, each is read once. */
    private String file(Language language, String name) {
        return files.computeIfAbsent("/mail/" + WireFormat.name(language) + "/" + name, ShippedWordings::read);
    }

    private static String read(String path) {
        try (var file = Objects.requireNonNull(ShippedWordings.class.getResourceAsStream(path), path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
