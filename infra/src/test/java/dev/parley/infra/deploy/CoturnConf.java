package dev.parley.infra.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The configuration that operators copy, line by line. */
record CoturnConf(List<String> lines) {
    private static final Pattern PLACEHOLDER = Pattern.compile("<[^>]*>");

    static CoturnConf shipped() {
        try {
            return new CoturnConf(Files.readAllLines(Path.of("deploy/coturn.conf")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean says(String line) {
        return lines.contains(line);
    }

    List<String> values(String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .toList();
    }

    /** For one machine and no network: without certificates, with this secret. */
    CoturnConf onLoopback(int port, String secret) {
        var kept = lines.stream()
                .filter(line -> !line.matches("(listening-port|tls-listening-port|cert|pkey)=.*"))
                .map(line -> PLACEHOLDER
                        .matcher(line)
                        .replaceAll(line.startsWith("static-auth-secret") ? secret : "turn.example.org"));
        var own =
                List.of("listening-port=" + port, "listening-ip=127.0.0.1", "relay-ip=127.0.0.1", "no-tls", "no-dtls");
        return new CoturnConf(Stream.concat(kept, own.stream()).toList());
    }
}
