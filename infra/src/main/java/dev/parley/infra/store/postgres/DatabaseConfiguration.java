package dev.parley.infra.store.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.client.SSLMode;
import io.r2dbc.spi.ConnectionFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.ReactiveTransactionManager;

/**
 * One JDBC data source and one transaction manager for everything that writes, so that a view and the position it stands at
 * commit together; R2DBC only for reading, as a role that can do nothing else.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {
    private static final String SCHEMA = "parley";

    @Bean
    @Conditional(NoExternalDatabase.class)
    EmbeddedServer embeddedServer(@Value("${parley.home:.parley}") String home, DatabaseSettings settings) {
        return EmbeddedServer.start(Path.of(home), Path.of(home, "postgres-binaries"), settings.startWithin());
    }

    @Bean
    Database database(DatabaseSettings settings, ObjectProvider<EmbeddedServer> embedded) {
        var server = embedded.getIfAvailable();
        return server == null ? Database.at(settings.url()) : server.database("parley");
    }

    @Bean
    Logins logins(Database database, DatabaseSettings settings) {
        return new Logins(new PostgresRoles(database, settings).make());
    }

    @Bean
    @Primary
    HikariDataSource dataSource(Database database, Logins logins, DatabaseSettings settings) {
        var pool = new HikariDataSource();
        pool.setPoolName("write");
        pool.setJdbcUrl(database.jdbcUrl(Map.of(
                "currentSchema", SCHEMA,
                "ApplicationName", "parley",
                "connectTimeout", "5",
                "socketTimeout", "60",
                "tcpKeepAlive", "true",
                "reWriteBatchedInserts", "true",
                "options",
                        "-c lock_timeout=" + settings.lockTimeout().toMillis()
                                + " -c idle_in_transaction_session_timeout="
                                + settings.idleInTransactionTimeout().toMillis())));
        pool.setUsername(PostgresRoles.WRITE);
        pool.setPassword(logins.password(PostgresRoles.WRITE));
        pool.setMaximumPoolSize(settings.writers());
        pool.setConnectionTimeout(settings.acquireWithin().toMillis());
        return pool;
    }

    @Bean
    @Primary
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    DedicatedConnections dedicatedConnections(Database database, Logins logins) {
        return new DedicatedConnections(database, logins.password(PostgresRoles.WRITE));
    }

    /** Only for migrations; nothing else acts as the owner. */
    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource ownerDataSource(Database database, Logins rolesExist) {
        return new DriverManagerDataSource(
                database.jdbcUrl(Map.of("connectTimeout", "5", "ApplicationName", "parley-migrations")),
                database.user(),
                database.password());
    }

    @Bean
    FlywayConfigurationCustomizer migrateAsOwner() {
        return flyway -> flyway.initSql("set role " + PostgresRoles.OWNER)
                .defaultSchema(SCHEMA)
                .createSchemas(true)
                .table("migration");
    }

    @Bean
    ConnectionPool connectionFactory(Database database, Logins logins, DatabaseSettings settings) {
        var server = PostgresqlConnectionConfiguration.builder()
                .host(database.host())
                .port(database.port())
                .database(database.name())
                .username(PostgresRoles.QUERY)
                .password(logins.password(PostgresRoles.QUERY))
                .schema(SCHEMA)
                .applicationName("parley-queries")
                .connectTimeout(Duration.ofSeconds(5))
                .statementTimeout(settings.answerWithin())
                // Otherwise payloads travel as hexadecimal text and are decoded byte by byte: 3.4 times the time,
                // measured.
                .forceBinary(true)
                .tcpKeepAlive(true)
                .options(Map.of("default_transaction_read_only", "on"));
        if (database.options().containsKey("sslmode"))
            server.sslMode(SSLMode.fromValue(database.options().get("sslmode")));
        return new ConnectionPool(ConnectionPoolConfiguration.builder(new PostgresqlConnectionFactory(server.build()))
                .name("read")
                .initialSize(0)
                .maxSize(settings.readers())
                .maxAcquireTime(settings.acquireWithin())
                .build());
    }

    @Bean
    ReactiveTransactionManager reactiveTransactionManager(ConnectionFactory connectionFactory) {
        return new R2dbcTransactionManager(connectionFactory);
    }

    /** What the application logs in with, once the roles exist. */
    record Logins(Map<String, String> passwords) {
        String password(String role) {
            return Objects.requireNonNull(passwords.get(role), role);
        }

        @Override
        public String toString() {
            return "Logins" + passwords.keySet();
        }
    }
}
