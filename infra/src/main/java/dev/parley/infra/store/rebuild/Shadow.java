package dev.parley.infra.store.rebuild;

import dev.parley.infra.store.rebuild.RebuildReport.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables of one view a second time, in a schema of their own. Making and placing them is the owner's; filling them the writer's. */
final class Shadow implements AutoCloseable {
    private final Connection connection;
    private final JdbcClient owner;
    private final TransactionTemplate atOnce;
    private final JdbcClient writer;
    private final String schema;
    private final List<String> tables;

    /** Holds, until it is closed, what keeps others from rebuilding the same view. */
    Shadow(DataSource owners, JdbcClient writer, String processor) throws SQLException {
        this.writer = writer;
        this.schema = "rebuild_" + processor.replaceAll("[^a-z0-9]", "_");
        this.tables = writer.sql("select name from view_table where processor = ? order by name")
                .param(processor)
                .query((row, _) -> row.getString(1))
                .list();
        this.connection = owners.getConnection();
        var same = new SingleConnectionDataSource(connection, true);
        this.owner = JdbcClient.create(same);
        this.atOnce = new TransactionTemplate(new JdbcTransactionManager(same));
        owner.sql("set role parley_owner").update();
        var free = owner.sql("select pg_try_advisory_lock(hashtext('rebuild'), hashtext(?))")
                .param(processor)
                .query(Boolean.class)
                .single();
        if (free) return;
        connection.close();
        throw new CannotRebuild("Somebody is rebuilding " + processor + " already.");
    }

    String schema() {
        return schema;
    }

    List<String> tables() {
        return tables;
    }

    /** Whatever a crash has left behind goes first. */
    void make() {
        atOnce.executeWithoutResult(_ -> {
            drop();
            owner.sql("create schema " + schema).update();
            owner.sql("grant usage on schema " + schema + " to parley_projection, parley_command")
                    .update();
            for (var table : tables)
                owner.sql("call parley.shadow_of(?, ?)").params(table, schema).update();
            owner.sql("create table " + schema + ".progress (segment integer primary key, position bigint not null)")
                    .update();
            owner.sql("grant select, insert, update on " + schema + ".progress to parley_command")
                    .update();
        });
    }

    void drop() {
        owner.sql("drop schema if exists " + schema + " cascade").update();
    }

    /** By content, whatever the order of the rows. */
    List<Table> compared() {
        return tables.stream().map(this::compared).toList();
    }

    private Table compared(String name) {
        var live = "parley." + name;
        var rebuilt = schema + "." + name;
        if (sum(live).equals(sum(rebuilt))) return new Table(name, rows(live), rows(rebuilt), 0, 0);
        return new Table(name, rows(live), rows(rebuilt), onlyIn(live, rebuilt), onlyIn(rebuilt, live));
    }

    private String sum(String table) {
        return writer.sql("""
                select count(*) || ':' || coalesce(sum(('x' || md5(t::text))::bit(64)::bigint::numeric), 0)
                from %s t""".formatted(table)).query(String.class).single();
    }

    private long rows(String table) {
        return writer.sql("select count(*) from " + table).query(Long.class).single();
    }

    private long onlyIn(String table, String other) {
        return writer.sql("select count(*) from (select t::text from %s t except all select t::text from %s t) lonely"
                        .formatted(table, other))
                .query(Long.class)
                .single();
    }

    /** The new tables, the position they stand at, and no more letters: all of it or nothing. */
    void takePlace(LiveView live, long position, Duration within) {
        atOnce.executeWithoutResult(_ -> {
            owner.sql("set local lock_timeout = " + within.toMillis()).update();
            live.goOnAt(position, owner);
            live.forgetLetters(owner);
            for (var table : tables)
                owner.sql("call parley.take_the_place_of(?, ?)")
                        .params(table, schema)
                        .update();
            drop();
        });
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException gone) {
            // Then the lock is gone as well.
        }
    }
}
