package dev.parley.infra.inbox;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Settings for tests: three letters at once, of at most 20 kB. */
final class Mailboxes {
    private Mailboxes() {}

    static InboxSettings on(int port) {
        return settings(port, "");
    }

    static InboxSettings trusting(String server) {
        return settings(993, server);
    }

    private static InboxSettings settings(int port, String trusts) {
        return new InboxSettings(
                "127.0.0.1",
                port,
                "meetings",
                "secret",
                false,
                "INBOX",
                Duration.ofMinutes(1),
                3,
                DataSize.ofKilobytes(20),
                3,
                Duration.ofDays(90),
                trusts,
                Duration.ofSeconds(10));
    }
}
