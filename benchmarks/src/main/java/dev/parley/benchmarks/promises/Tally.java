package dev.parley.benchmarks.promises;

import dev.parley.api.questionset.QuestionSetEvent.QuestionSetDrafted;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetRevised;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A view that forgives nothing: an event that is skipped, repeated or out of order changes its digest for ever, since nothing
 * in it is idempotent. Besides it keeps how often it has seen each position.
 */
@ConditionalOnBooleanProperty(name = "promises.views", matchIfMissing = true)
@ProcessingGroup(Tally.GROUP)
class Tally {
    static final String GROUP = "view.tally";

    /** Notebooks that cannot be digested begin with this, until the switch in the database says that it was mended. */
    static final String POISON = "poison";

    private final JdbcClient sql;

    Tally(DataSource database) {
        this.sql = JdbcClient.create(database);
    }

    /** As a migration would. */
    static final List<String> TABLES = List.of(
            "create table tally (id text primary key, tenant_id uuid not null, changes int not null, digest text not null)",
            "create table seen (processor text, position bigint, times int not null, tenant_id uuid not null,"
                    + " at timestamptz not null default clock_timestamp(), primary key (processor, position))",
            "create table mended (yes boolean, tenant_id uuid not null)",
            "alter table tally owner to parley_owner",
            "alter table seen owner to parley_owner",
            "alter table mended owner to parley_owner",
            "call view_of_tenant('tally')",
            "call view_of_tenant('seen')",
            "call view_of_tenant('mended')");

    @EventHandler
    void on(QuestionSetDrafted event, TrackingToken token, @MetaDataValue("tenantId") String tenant)
            throws SQLException {
        digest(event.questionSetId().toString(), event.title(), token, tenant);
    }

    @EventHandler
    void on(QuestionSetRevised event, TrackingToken token, @MetaDataValue("tenantId") String tenant)
            throws SQLException {
        digest(event.questionSetId().toString(), event.title(), token, tenant);
    }

    private void digest(String id, String title, TrackingToken token, String tenant) {
        if (title.startsWith(POISON) && !mended()) throw new IllegalArgumentException("cannot digest " + title);
        sql.sql("""
                insert into tally values (?, ?::uuid, 1, md5(?))
                on conflict (id) do update set changes = tally.changes + 1, digest = md5(tally.digest || ?)""").params(id, tenant, title, title).update();
        note(sql, GROUP, token, tenant);
    }

    private boolean mended() {
        return sql.sql("select count(*) from mended").query(Long.class).single() > 0;
    }

    static void note(JdbcClient sql, String processor, TrackingToken token, String tenant) {
        sql.sql("""
                insert into seen values (?, ?, 1, ?::uuid)
                on conflict (processor, position) do update set times = seen.times + 1""").params(processor, token.position().orElse(-1), tenant).update();
    }
}
