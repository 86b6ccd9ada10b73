package dev.parley.cli;

import dev.parley.api.WireFormat;
import dev.parley.infra.zones.ZoneRulesInForce;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
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
        else checkReachable("mail server", "smtp://" + mail + ":" + setting("PARLEY_MAIL_PORT", "25"), 25);
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
