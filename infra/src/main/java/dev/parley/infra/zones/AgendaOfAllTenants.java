package dev.parley.infra.zones;

import dev.parley.api.TenantId;
import dev.parley.api.meeting.MeetingId;
import dev.parley.saga.zones.FutureMeetings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the agenda says of meetings to come; a meeting that it does not show yet is found by the next look. */
final class AgendaOfAllTenants implements FutureMeetings {
    /** Not started, whenever it was to be: the new instant may be in the future though the old one is past. */
    private static final String AFTER = """
            select tenant_id, meeting_id, local_start, zone, starts_at from agenda
            where status in ('SCHEDULED', 'LOBBY_OPEN') and (tenant_id, meeting_id) > (:tenant, :meeting)
            order by tenant_id, meeting_id limit :most""";

    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient sql;

    AgendaOfAllTenants(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<FutureMeeting> after(Optional<FutureMeeting> last, int most) {
        return sql.sql(AFTER)
                .param("tenant", last.map(meeting -> meeting.tenant().value()).orElse(FIRST))
                .param(
                        "meeting",
                        last.map(meeting -> meeting.meetingId().value()).orElse(FIRST))
                .param("most", most)
                .query((row, _) -> meeting(row))
                .list();
    }

    private static FutureMeeting meeting(ResultSet row) throws SQLException {
        return new FutureMeeting(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                new MeetingId(row.getObject("meeting_id", UUID.class)),
                row.getObject("local_start", LocalDateTime.class),
                row.getString("zone"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant());
    }
}
