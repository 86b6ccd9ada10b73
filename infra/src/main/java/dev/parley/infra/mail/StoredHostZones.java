package dev.parley.infra.mail;

import dev.parley.saga.notification.Invitations.Letter;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From what hosts decided about when they can be met. */
final class StoredHostZones implements HostZones {
    private final JdbcClient jdbc;

    StoredHostZones(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    @Override
    public Optional<ZoneId> of(Letter letter) {
        return jdbc.sql("""
                        select h.availability ->> 'zone' from agenda a
                        join host_settings h on h.tenant_id = a.tenant_id and h.host_id = a.host_id
                        where a.tenant_id = :tenant and a.meeting_id = :meeting and h.availability is not null
                        """)
                .param("tenant", letter.tenant().value())
                .param("meeting", letter.meetingId().value())
                .query(String.class)
                .optional()
                .map(ZoneId::of);
    }
}
