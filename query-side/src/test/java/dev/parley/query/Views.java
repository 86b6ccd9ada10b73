package dev.parley.query;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A database of its own for a test class, with the real migrations and roles; empty before each test. */
public final class Views implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name = "views_" + NUMBER.incrementAndGet();
    private SingleConnectionDataSource writer;
    private SingleConnectionDataSource superuser;
    private ConnectionPool readers;

    /** What projections write with: the role that the application writes with. */
    public DataSource writer() {
        return writer;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(writer);
    }

    /** Sees and may do everything. */
    public JdbcClient asSuperuser() {
        return JdbcClient.create(superuser);
    }

    /** At most two connections, so that one that is not given back is noticed. */
    public ConnectionPool connections() {
        return readers;
    }

    public TenantReads reads() {
        return new TenantReads(readers);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (isNested(context)) return;
        RealPostgres.server().create(name);
        writer = RealPostgres.server().stay(name, "parley_write");
        superuser = RealPostgres.server().stay(name, "postgres");
        var login = PostgresqlConnectionConfiguration.builder()
                .forceBinary(true)
                .host("127.0.0.1")
                .port(RealPostgres.server().port())
                .database(name)
                .username("parley_query")
                .password("parley_query")
                .schema("parley")
                .build();
        readers = new ConnectionPool(ConnectionPoolConfiguration.builder(new PostgresqlConnectionFactory(login))
                .initialSize(0)
                .maxSize(2)
                .build());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        asSuperuser().sql("call empty_all()").update();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (isNested(context)) return;
        readers.dispose();
        writer.destroy();
        superuser.destroy();
    }

    /** Nested classes share the database of the class around them. */
    private static boolean isNested(ExtensionContext context) {
        return context.getRequiredTestClass().getEnclosingClass() != null;
    }
}
