package dev.parley.infra.inbox;

import dev.parley.infra.mail.PlainText;
import dev.parley.saga.inbox.IncomingMail.Bounce;
import dev.parley.saga.inbox.IncomingMail.Complaint;
import dev.parley.saga.inbox.IncomingMail.Content;
import dev.parley.saga.inbox.IncomingMail.Unreadable;
import dev.parley.saga.inbox.IncomingMail.Unrelated;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What servers report on letters of ours: not delivered (RFC 3464), or called spam (RFC 5965). */
final class Reports {
    private Reports() {}

    /** @return empty if the letter is no report */
    static Optional<Content> read(Parts parts) throws MessagingException, IOException {
        return switch (parts.reportType().toLowerCase(Locale.ROOT)) {
            case "delivery-status" -> Optional.of(bounce(parts));
            case "feedback-report" -> Optional.of(complaint(parts));
            default -> Optional.empty();
        };
    }

    private static Content bounce(Parts parts) throws MessagingException, IOException {
        var status = parts.first("message/delivery-status");
        var letter = letterOfOurs(parts);
        if (status.isEmpty() || letter.isEmpty()) return new Unreadable("MALFORMED_REPORT");
        // The first group of fields is about the letter, each further one about a recipient; ours have one.
        var groups = status.get().replace("\r\n", "\n").strip().split("\n\\s*\n", 3);
        var fields = fields(groups[groups.length > 1 ? 1 : 0]);
        if (!"failed".equalsIgnoreCase(field(fields, "Action"))) return new Unrelated("NOT_A_FAILURE");
        var code = field(fields, "Status");
        return new Bounce(letter.get(), code.matches("\\d(\\.\\d{1,3}){2}") ? code : "", reason(fields));
    }

    private static Content complaint(Parts parts) throws MessagingException, IOException {
        var report = parts.first("message/feedback-report");
        var letter = letterOfOurs(parts);
        if (report.isEmpty() || letter.isEmpty()) return new Unreadable("MALFORMED_REPORT");
        return new Complaint(letter.get(), field(fields(report.get()), "Feedback-Type"));
    }

    /** The Message-ID of the letter that the report brings along, whole or its headers only. */
    private static Optional<String> letterOfOurs(Parts parts) throws MessagingException, IOException {
        var letter = parts.first("message/rfc822", "text/rfc822-headers", "message/global");
        if (letter.isEmpty()) return Optional.empty();
        return Optional.of(field(fields(letter.get()), "Message-ID")).filter(id -> !id.isEmpty());
    }

    /** For instance {@code smtp; 550 no such user}: what stands behind the kind. */
    private static String reason(InternetHeaders fields) {
        var diagnostic = field(fields, "Diagnostic-Code");
        return diagnostic.substring(diagnostic.indexOf(';') + 1).strip();
    }

    private static InternetHeaders fields(String text) throws MessagingException {
        return new InternetHeaders(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String field(InternetHeaders fields, String name) {
        return PlainText.line(first(fields.getHeader(name)));
    }

    private static @Nullable String first(String @Nullable [] values) {
        return values == null || values.length == 0 ? null : values[0];
    }
}
