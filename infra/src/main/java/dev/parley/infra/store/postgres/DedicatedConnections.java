package dev.parley.infra.store.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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
        var login = new Properties();
        login.setProperty("user", PostgresRoles.WRITE);
        login.setProperty("password", password);
        var settings = Map.of("connectTimeout", "5", "tcpKeepAlive", "true", "ApplicationName", "parley-" + purpose);
        return DriverManager.getConnection(database.jdbcUrl(settings), login);
    }
}
