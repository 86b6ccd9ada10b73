package dev.parley.query.hostpools;

import dev.parley.api.hostpool.HostPoolEvent;
import dev.parley.api.hostpool.HostPoolEvent.AssignmentWithdrawn;
import dev.parley.api.hostpool.HostPoolEvent.HostAssigned;
import dev.parley.api.hostpool.HostPoolEvent.HostPoolDefined;
import dev.parley.api.hostpool.HostPoolEvent.HostPoolRetired;
import dev.parley.api.hostpool.HostPoolEvent.HostPoolRevised;
import dev.parley.query.Documents;
import dev.parley.query.Hints;
import dev.parley.query.Rows;
import dev.parley.query.Stamp;
import java.time.ZoneOffset;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps one row per pool, and one per meeting that was given to somebody of it. */
@Component
@ProcessingGroup("view.hostpools")
final class HostPoolProjection {
    private final JdbcClient jdbc;
    private final Rows pools;
    private final Hints hints;

    HostPoolProjection(JdbcClient jdbc, Hints hints) {
        this.jdbc = jdbc;
        this.pools = new Rows(jdbc, "host_pool", "host_pool_id");
        this.hints = hints;
    }

    @EventHandler
    void on(HostPoolEvent event, Stamp stamp) {
        var pool = pools.row(event.hostPoolId().value(), stamp);
        switch (event) {
            case HostPoolDefined e ->
                pool.set("name", e.name())
                        .set("members", Documents.of(e.members()))
                        .add();
            case HostPoolRevised e ->
                pool.set("name", e.name())
                        .set("members", Documents.of(e.members()))
                        .change();
            case HostPoolRetired _ -> pool.set("retired", true).change();
            case HostAssigned e -> {
                if (isNews(pool)) assign(e, stamp);
                pool.change();
            }
            case AssignmentWithdrawn e -> {
                if (isNews(pool)) withdraw(e, stamp);
                pool.change();
            }
        }
        stamp.tell(hints, "host-pool", event.hostPoolId());
    }

    @ResetHandler
    void forget() {
        pools.forgetAll();
        jdbc.sql("delete from host_assignment").update();
    }

    /** A row of an assignment cannot tell: it is gone when the assignment was withdrawn. */
    private static boolean isNews(Rows.Row pool) {
        return pool.take("name").isPresent();
    }

    /** A meeting that is assigned again counts for the new host only. */
    private void assign(HostAssigned e, Stamp stamp) {
        jdbc.sql("""
                        insert into host_assignment
                          (tenant_id, host_pool_id, meeting_id, number, host_id, host_name, reason, assigned_at)
                        values (:tenant, :pool, :meeting, :number, :host, :name, :reason, :at)
                        on conflict (tenant_id, host_pool_id, meeting_id) do update
                          set number = excluded.number, host_id = excluded.host_id, host_name = excluded.host_name,
                              reason = excluded.reason, assigned_at = excluded.assigned_at
                        """)
                .param("tenant", stamp.tenant().value())
                .param("pool", e.hostPoolId().value())
                .param("meeting", e.meetingId().value())
                .param("number", stamp.sequence())
                .param("host", e.hostId())
                .param("name", e.hostName())
                .param("reason", e.reason())
                .param("at", e.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void withdraw(AssignmentWithdrawn e, Stamp stamp) {
        jdbc.sql("""
                        delete from host_assignment
                        where tenant_id = :tenant and host_pool_id = :pool and meeting_id = :meeting
                        """)
                .param("tenant", stamp.tenant().value())
                .param("pool", e.hostPoolId().value())
                .param("meeting", e.meetingId().value())
                .update();
    }
}
