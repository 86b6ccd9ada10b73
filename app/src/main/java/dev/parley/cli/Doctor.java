package dev.parley.cli;

import dev.parley.api.WireFormat;
import dev.parley.infra.diagnosis.DiagnosisConfiguration;
import dev.parley.infra.diagnosis.DiagnosisSettings;
import dev.parley.infra.diagnosis.MailTarget;
import dev.parley.infra.zones.ZoneRulesInForce;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says what is missing or wrong before somebody has to find out. */
@Command(
        name = "doctor",
        description = "Says what is missing or wrong on this machine.",
        mixinStandardHelpOptions = true)
final class Doctor implements Callable<Integer> {
    private int troubles;

    @Override
    public Integer call() {
        check("Java " + Runtime.version().feature(), Runtime.version().feature() >= 25, "install a JDK 25 or newer");
        var port = Integer.parseInt(setting("SERVER_PORT", "8080"));
        check("port " + port, isFree(port), "something else listens there: stop it or set SERVER_PORT");
        var home = Path.of(setting("PARLEY_HOME", ".parley")).toAbsolutePath();
        check("data in " + home, isWritable(home), "the folder cannot be written: set PARLEY_HOME");
        checkZoneRules(home);
        var database = setting("PARLEY_DATABASE_URL", "");
        if (database.isEmpty()) check("embedded PostgreSQL", true, "");
        else checkReachable("database", database, 5432);
        var mail = setting("PARLEY_MAIL_HOST", "");
        if (mail.isEmpty()) check("embedded mailbox", true, "");
        else checkMail(mail);
        var key = setting("PARLEY_GEMINI_API_KEY", "");
        check(key.isEmpty() ? "offline interviewer (no Gemini key)" : "Gemini key", true, "");
        System.out.println(troubles == 0 ? "all is well" : troubles + " to mend");
        return troubles == 0 ? 0 : 1;
    }

    private void checkZoneRules(Path home) {
        var rules = ZoneRulesInForce.enact(home, Optional.empty());
        check(
                "time zones of " + rules.tzdb() + " (" + rules.file().orElseGet(() -> WireFormat.name(rules.source()))
                        + "; Java's own: " + rules.java() + ")",
                true,
                "");
        rules.unused()
                .forEach(one -> check("zone rules in " + one.file(), false, one.reason() + "; remove or replace it"));
    }

    /** Each step of sending, and what receivers look up about the sender. */
    private void checkMail(String host) {
        var patience = Duration.ofSeconds(5);
        var target = new MailTarget(
                host,
                Integer.parseInt(setting("PARLEY_MAIL_PORT", "25")),
                MailTarget.Encryption.valueOf(setting("PARLEY_MAIL_TLS", "if-offered")
                        .toUpperCase(Locale.ROOT)
                        .replace('-', '_')),
                setting("PARLEY_MAIL_USERNAME", ""),
                setting("PARLEY_MAIL_PASSWORD", ""),
                setting("PARLEY_MAIL_FROM", "meetings@parley.test"),
                false,
                patience);
        var settings = new DiagnosisSettings(
                patience,
                setting("PARLEY_MAIL_DIAGNOSIS_RESOLVER", ""),
                setting("PARLEY_MAIL_DIAGNOSIS_DKIMSELECTOR", ""));
        for (var finding :
                DiagnosisConfiguration.withoutASystem(settings).examine(target).steps()) {
            var what = "mail, " + finding.step().name().toLowerCase(Locale.ROOT) + ": " + finding.found();
            switch (finding.state()) {
                case OK -> check(what, true, "");
                case WRONG -> check(what, false, finding.says() + " " + finding.advice());
                case WARNING -> System.out.println("note  " + what + ": " + finding.says() + " " + finding.advice());
                case SKIPPED -> System.out.println("--    " + what);
            }
        }
    }

    private void checkReachable(String what, String address, int defaultPort) {
        var uri = URI.create(address.replaceFirst("^jdbc:", ""));
        var port = uri.getPort() < 0 ? defaultPort : uri.getPort();
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(uri.getHost(), port), 3_000);
            check(what + " at " + uri.getHost() + ":" + port, true, "");
        } catch (IOException e) {
            check(what + " at " + uri.getHost() + ":" + port, false, "nothing answers there");
        }
    }

    private void check(String what, boolean well, String advice) {
        if (!well) troubles++;
        System.out.println((well ? "ok    " : "WRONG ") + what + (well ? "" : ": " + advice));
    }

    private static boolean isFree(int port) {
        try (var probe = new ServerSocket(port)) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isWritable(Path folder) {
        var existing = folder;
        while (existing != null && !Files.exists(existing)) existing = existing.getParent();
        return existing != null && Files.isDirectory(existing) && Files.isWritable(existing);
    }

    private static String setting(String name, String otherwise) {
        var value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
