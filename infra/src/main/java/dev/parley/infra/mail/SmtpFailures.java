package dev.parley.infra.mail;

import dev.parley.saga.notification.Invitations.Delivery;
import dev.parley.saga.notification.Invitations.Delivery.Deferred;
import dev.parley.saga.notification.Invitations.Delivery.Failed;
import dev.parley.saga.notification.Invitations.Delivery.Unconfirmed;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What a failed attempt means: 5xx about this letter is the end of it; 4xx, silence and everything that is wrong between us
 * and the server (connection, TLS, our credentials) may pass; silence after the letter's last line leaves it in doubt.
 */
final class SmtpFailures {
    private SmtpFailures() {}

    /** @param complete whether the letter's last line was said, so that only an answer could tell whether it is sent */
    static Delivery delivery(MessagingException failure, boolean complete) {
        if (failure instanceof AuthenticationFailedException)
            return new Deferred("The mail server does not accept our credentials.");
        var answer = answer(failure);
        var reason = PlainText.line(answer.map(Answer::words).orElseGet(() -> words(failure)));
        if (complete && answer.isEmpty()) return new Unconfirmed("No answer to the whole letter: " + reason);
        return answer.filter(Answer::isFinal)
                .<Delivery>map(_ -> new Failed(reason))
                .orElseGet(() -> new Deferred(reason));
    }

    private record Answer(int code, String words) {
        boolean isFinal() {
            return code >= 500;
        }
    }

    /** The innermost is the most exact: what was said about the recipient rather than about the attempt. */
    private static Optional<Answer> answer(MessagingException failure) {
        var inner =
                failure.getNextException() instanceof MessagingException next ? answer(next) : Optional.<Answer>empty();
        return inner.or(() ->
                Optional.of(codeOf(failure)).filter(code -> code >= 400).map(code -> new Answer(code, words(failure))));
    }

    private static int codeOf(MessagingException failure) {
        return switch (failure) {
            case SMTPAddressFailedException recipient -> recipient.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException letter -> letter.getReturnCode();
            default -> 0;
        };
    }

    private static String words(MessagingException failure) {
        var words = failure.getMessage();
        return words == null || words.isBlank() ? failure.getClass().getSimpleName() : words;
    }
}
