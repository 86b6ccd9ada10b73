package dev.parley.infra.inbox;

import dev.parley.api.Refused;
import dev.parley.api.Shape;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who a letter is from (ADR 0029). Anybody can write any From line; our own mail server knows better if it checks, and says so
 * in the topmost {@code Authentication-Results} that bears its name (RFC 8601 §5: it removes others that bear it).
 */
final class Senders {
    private static final Pattern PASSED = Pattern.compile("\\bdmarc\\s*=\\s*pass\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}&&[^\r\n\t]]");
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");

    private final String trusted;

    Senders(String trusted) {
        this.trusted = trusted.strip().toLowerCase(Locale.ROOT);
    }

    /** @param mailbox empty if there is none, or more than one */
    record Sender(String mailbox, boolean forged) {}

    Sender of(MimeMessage message) throws MessagingException {
        var from = message.getHeader("From");
        if (from == null || from.length != 1 || UNPRINTABLE.matcher(from[0]).find())
            return new Sender("", from != null);
        var mailbox = ReadMail.onlyMailbox(from[0]).filter(Senders::isPlain);
        return new Sender(mailbox.orElse(""), !trusted.isEmpty() && !hasPassed(message));
    }

    /** Addresses that are read differently by different readers belong to nobody. */
    private static boolean isPlain(String mailbox) {
        try {
            return !Shape.email("from", mailbox).contains("=?"); // an encoded word to some (RFC 2047 §5)
        } catch (Refused e) {
            return false;
        }
    }

    private boolean hasPassed(MimeMessage message) throws MessagingException {
        return Optional.ofNullable(message.getHeader("Authentication-Results")).stream()
                .flatMap(Arrays::stream)
                .map(results -> COMMENT.matcher(results).replaceAll(" ").strip())
                .filter(this::isOfOurServer)
                .findFirst()
                .filter(results -> PASSED.matcher(results).find())
                .isPresent();
    }

    private boolean isOfOurServer(String results) {
        var name = results.split("[\\s;]", 2)[0];
        return name.toLowerCase(Locale.ROOT).equals(trusted);
    }
}
