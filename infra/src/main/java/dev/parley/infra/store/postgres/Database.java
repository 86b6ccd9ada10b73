package dev.parley.infra.store.postgres;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A database and the user who may create roles in it.
 *
 * @param options what else the URL said, for instance {@code sslmode}
 */
record Database(String host, int port, String name, String user, String password, Map<String, String> options) {
    private static final String REMEDY =
            "Set PARLEY_DATABASE_URL to postgres://user:password@host:5432/database, or leave it out to use the built-in PostgreSQL.";

    /** Reads {@code postgres://…}, {@code postgresql://…} or {@code jdbc:postgresql://…}. */
    static Database at(String url) {
        var uri = parse(url);
        var options = new TreeMap<>(parameters(uri.getRawQuery()));
        var login = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        var user = login.length > 0 ? decoded(login[0]) : options.getOrDefault("user", "");
        var password = login.length > 1 ? decoded(login[1]) : options.getOrDefault("password", "");
        options.keySet().removeAll(java.util.Set.of("user", "password"));
        var name = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
        if (user.isEmpty() || password.isEmpty()) throw cannotUse("names no user and password");
        if (name.isEmpty()) throw cannotUse("names no database");
        return new Database(uri.getHost(), uri.getPort() < 0 ? 5432 : uri.getPort(), name, user, password, options);
    }

    /** With the given connection settings; never with a user or password in it. */
    String jdbcUrl(Map<String, String> settings) {
        var all = new TreeMap<>(options);
        all.putAll(settings);
        return all.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "jdbc:postgresql://" + host + ":" + port + "/" + name + "?", ""));
    }

    /** Without secrets, for messages. */
    @Override
    public String toString() {
        return host + ":" + port + "/" + name;
    }

    private static URI parse(String url) {
        try {
            var uri = URI.create(url.strip().replaceFirst("^jdbc:", ""));
            var postgres = "postgres".equals(uri.getScheme()) || "postgresql".equals(uri.getScheme());
            if (!postgres || uri.getHost() == null) throw cannotUse("is not the address of a PostgreSQL database");
            return uri;
        } catch (IllegalArgumentException e) {
            throw cannotUse("is not an address");
        }
    }

    private static CannotStart cannotUse(String why) {
        return new CannotStart("PARLEY_DATABASE_URL " + why + ".", REMEDY, null);
    }

    private static Map<String, String> parameters(@Nullable String query) {
        if (query == null) return Map.of();
        return Arrays.stream(query.split("&"))
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> decoded(pair[0]), pair -> decoded(pair[1]), (first, second) -> second));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
