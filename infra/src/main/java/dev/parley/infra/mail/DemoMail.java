package dev.parley.infra.mail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it arrived, taken apart for the page.
 *
 * @param kind what it is for, where we wrote it
 * @param tenant whose page shows it; empty for mail that is not ours
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record DemoMail(
        String id,
        String from,
        String to,
        String subject,
        Instant receivedAt,
        String kind,
        String text,
        String html,
        String calendar,
        @JsonIgnore String tenant,
        @JsonIgnore byte[] raw) {

    static DemoMail of(String id, String to, MimeMessage message, Instant now) throws MessagingException, IOException {
        var raw = new ByteArrayOutputStream();
        message.writeTo(raw);
        return new DemoMail(
                id,
                from(message),
                to,
                orEmpty(message.getSubject()),
                now,
                orEmpty(message.getHeader("X-Parley-Kind", null)),
                partOf(message, "text/plain"),
                partOf(message, "text/html"),
                partOf(message, "text/calendar"),
                orEmpty(message.getHeader("X-Parley-Tenant", null)),
                raw.toByteArray());
    }

    private static String from(MimeMessage message) throws MessagingException {
        var senders = message.getFrom();
        if (senders == null) return "";
        return Arrays.stream(senders)
                .map(sender -> sender instanceof InternetAddress known ? known.toUnicodeString() : sender.toString())
                .collect(Collectors.joining(", "));
    }

    /** The first part of a type, however deep, that is no file. */
    private static String partOf(Part part, String type) throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) return "";
        if (part.isMimeType(type)) return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!(part.getContent() instanceof Multipart parts)) return "";
        for (var i = 0; i < parts.getCount(); i++) {
            var found = partOf(parts.getBodyPart(i), type);
            if (!found.isEmpty()) return found;
        }
        return "";
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
