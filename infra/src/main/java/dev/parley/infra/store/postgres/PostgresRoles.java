package dev.parley.infra.store.postgres;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes the roles that V1 describes, with their passwords. Runs before every migration, on every node; repeating it changes nothing. */
final class PostgresRoles {
    static final String OWNER = "parley_owner";
    static final String WRITE = "parley_write";
    static final String QUERY = "parley_query";

    private static final List<String> GROUPS = List.of(OWNER, "parley_command", "parley_projection");

    private final Database database;
    private final DatabaseSettings settings;

    PostgresRoles(Database database, DatabaseSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** @return the passwords by role */
    Map<String, String> make() {
        var passwords = Map.of(
                WRITE, password(settings.writePassword(), WRITE), QUERY, password(settings.queryPassword(), QUERY));
        var login = new Properties();
        login.setProperty("user", database.user());
        login.setProperty("password", database.password());
        try (var connection = DriverManager.getConnection(database.jdbcUrl(Map.of("connectTimeout", "5")), login)) {
            // Two nodes that alter one role at the same time would fail with "tuple concurrently updated".
            run(connection, "select pg_advisory_lock(7711)");
            for (var role : GROUPS) create(connection, role, "nologin");
            for (var role : passwords.keySet()) create(connection, role, "login");
            for (var entry : passwords.entrySet()) setPassword(connection, entry.getKey(), entry.getValue());
            run(connection, "grant parley_owner to current_user");
            run(connection, "grant parley_command, parley_projection to parley_write");
            run(connection, onDatabase("grant connect on database %I to parley_write, parley_query", connection));
            run(connection, onDatabase("grant create, connect on database %I to parley_owner", connection));
            return passwords;
        } catch (SQLException e) {
            throw explained(e);
        }
    }

    private String password(String chosen, String role) {
        if (!chosen.isEmpty()) return chosen;
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(database.password().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(role.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static void create(Connection connection, String role, String login) throws SQLException {
        try (var known = connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            known.setString(1, role);
            if (known.executeQuery().next()) return;
        }
        run(connection, "create role " + role + " " + login + " nosuperuser nocreatedb nocreaterole");
    }

    private static void setPassword(Connection connection, String role, String password) throws SQLException {
        try (var format = connection.prepareStatement("select format('alter role %I password %L', ?, ?)")) {
            format.setString(1, role);
            format.setString(2, password);
            var result = format.executeQuery();
            result.next();
            run(connection, result.getString(1));
        }
    }

    private String onDatabase(String grant, Connection connection) throws SQLException {
        try (var format = connection.prepareStatement("select format(?, current_database())")) {
            format.setString(1, grant);
            var result = format.executeQuery();
            result.next();
            return result.getString(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private CannotStart explained(SQLException e) {
        var state = String.valueOf(e.getSQLState());
        if (state.startsWith("08"))
            return new CannotStart(
                    "The database at " + database + " cannot be reached.",
                    "Start it, or correct PARLEY_DATABASE_URL, or leave that out to use the built-in PostgreSQL.",
                    e);
        if (state.startsWith("28"))
            return new CannotStart(
                    "The database at " + database + " refuses the user " + database.user() + ".",
                    "Correct user and password in PARLEY_DATABASE_URL.",
                    e);
        if (state.equals("3D000"))
            return new CannotStart(
                    "There is no database at " + database + ".", "Create it: createdb " + database.name(), e);
        if (state.equals("42501"))
            return new CannotStart(
                    "The user " + database.user() + " may not create roles in " + database + ".",
                    "Use a user with CREATEROLE who owns the database.",
                    e);
        return new CannotStart(
                "The roles of the database at " + database + " cannot be made: " + e.getMessage() + ".",
                "Look into the database's log.",
                e);
    }
}
