package dev.parley.query;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One server for all tests of this JVM. Migrations run once, into a template that each test class copies. */
final class RealPostgres {
    private static final String TEMPLATE = "migrated";
    private static RealPostgres server;

    private final EmbeddedPostgres postgres;

    private RealPostgres() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("fsync", "off")
                .start();
        makeRoles();
        run("postgres", "create database " + TEMPLATE);
        run(TEMPLATE, "grant create, connect on database " + TEMPLATE + " to parley_owner");
        migrate();
    }

    static synchronized RealPostgres server() {
        try {
            if (server == null) server = new RealPostgres();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return postgres.getPort();
    }

    void create(String database) {
        run("postgres", "create database " + database + " template " + TEMPLATE);
    }

    private DataSource login(String database, String role) {
        var login = new PGSimpleDataSource();
        login.setServerNames(new String[] {"127.0.0.1"});
        login.setPortNumbers(new int[] {port()});
        login.setDatabaseName(database);
        login.setUser(role);
        login.setPassword(role);
        login.setCurrentSchema("parley");
        return login;
    }

    /** One connection that stays open. */
    SingleConnectionDataSource stay(String database, String role) {
        var login = new SingleConnectionDataSource(
                "jdbc:postgresql://127.0.0.1:" + port() + "/" + database + "?currentSchema=parley", role, role, true);
        login.setDriverClassName("org.postgresql.Driver");
        return login;
    }

    /** As infra's PostgresRoles makes them. */
    private void makeRoles() {
        for (var group : new String[] {"parley_owner", "parley_command", "parley_projection"})
            run("postgres", "create role " + group + " nologin nosuperuser");
        for (var login : new String[] {"parley_write", "parley_query"})
            run("postgres", "create role " + login + " login nosuperuser password '" + login + "'");
        run("postgres", "grant parley_command, parley_projection to parley_write");
    }

    /** The log's tables and rules come from infra's own files, so that no copy of them can go stale. */
    private void migrate() {
        Flyway.configure()
                .dataSource(login(TEMPLATE, "postgres"))
                .initSql("set role parley_owner")
                .defaultSchema("parley")
                .createSchemas(true)
                .table("migration")
                .locations("filesystem:../infra/src/main/resources/db/migration", "classpath:db/migration")
                .load()
                .migrate();
        run(TEMPLATE, """
                create procedure parley.empty_all() language plpgsql set session_replication_role = replica as $$
                declare name text;
                begin
                    for name in select tablename from pg_tables where schemaname = 'parley' and tablename <> 'migration' loop
                        execute format('delete from parley.%I', name);
                    end loop;
                end $$
                """);
    }

    private void run(String database, String sql) {
        JdbcClient.create(login(database, "postgres")).sql(sql).update();
    }
}
