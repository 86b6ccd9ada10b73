package dev.parley.infra.diagnosis;

import java.time.Duration;

/**
 * The server that mail is handed to, and as whom. It is the configured one: nobody can have another looked at.
 *
 * @param demo whether it is the embedded mailbox, which sends nothing
 * @param patience with each step
 */
public record MailTarget(
        String host,
        int port,
        Encryption encryption,
        String username,
        String password,
        String from,
        boolean demo,
        Duration patience) {

    /** How the setting {@code PARLEY_MAIL_TLS} has it. */
    public enum Encryption {
        NONE,
        IF_OFFERED,
        STARTTLS,
        IMPLICIT
    }

    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }

    String server() {
        return host + ":" + port;
    }

    @Override
    public String toString() {
        return server();
    }
}
