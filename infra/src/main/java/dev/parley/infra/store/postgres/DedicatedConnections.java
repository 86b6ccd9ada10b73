package dev.parley.infra.store.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Connections outside the pool, for those who keep one for ever: LISTEN, and NOTIFY, which must never wait in a transaction. */
public final class DedicatedConnections {
    private final Database database;
    private final String password;

    DedicatedConnections(Database database, String password) {
        this.database = database;
        this.password = password;
    }

    /** @param purpose shown by pg_stat_activity */
    public Connection open(String purpose) throws SQLException {
        return open(purpose, Map.of());
    }

    /** @param settings of the driver, beyond those that all have */
    public Connection open(String purpose, Map<String, String> settings) throws SQLException {
        var login = new Properties();
        login.setProperty("user", PostgresRoles.WRITE);
        login.setProperty("password", password);
        var all = new HashMap<String, String>(settings);
        all.putAll(Map.of("connectTimeout", "5", "tcpKeepAlive", "true", "ApplicationName", "parley-" + purpose));
        return DriverManager.getConnection(database.jdbcUrl(all), login);
    }
}
