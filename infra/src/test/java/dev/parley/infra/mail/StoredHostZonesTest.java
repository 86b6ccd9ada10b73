package dev.parley.infra.mail;

import static dev.parley.infra.mail.MailSamples.letter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.notification.NotificationKind;
import dev.parley.infra.store.RunningStore;
import java.time.ZoneId;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StoredHostZonesTest {
    private static RunningStore store;

    private final HostZones zones = new StoredHostZones(store.the(DataSource.class));

    @BeforeAll
    static void start() {
        store = RunningStore.start();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void are_known_of_hosts_who_said_when_they_can_be_met() {
        var letter = letter(NotificationKind.INVITATION);
        assertThat(zones.of(letter)).isEmpty();
        meetingOf(letter.tenant().value(), letter.meetingId().value());
        assertThat(zones.of(letter)).isEmpty();
        settings(UUID.randomUUID(), "{\"zone\":\"Asia/Tokyo\"}");
        settings(letter.tenant().value(), null);
        assertThat(zones.of(letter)).isEmpty();
        store.sql()
                .sql("update host_settings set availability = '{\"zone\":\"Europe/Berlin\"}' where tenant_id = :tenant")
                .param("tenant", letter.tenant().value())
                .update();
        assertThat(zones.of(letter)).contains(ZoneId.of("Europe/Berlin"));
    }

    private static void meetingOf(UUID tenant, UUID meeting) {
        store.sql().sql("""
                        insert into agenda (tenant_id, meeting_id, version, title, meeting_type, host_id, host_name, lead_id,
                            lead_name, starts_at, ends_at, local_start, zone, duration_minutes, status, interviewer)
                        values (:tenant, :meeting, 0, 't', 'discovery', 'bob', 'Bob', gen_random_uuid(), 'Lena',
                            now(), now(), now()::timestamp, 'America/New_York', 30, 'scheduled', 'ai')
                        """).param("tenant", tenant).param("meeting", meeting).update();
    }

    private static void settings(UUID tenant, @Nullable String availability) {
        store.sql()
                .sql("""
                        insert into host_settings (tenant_id, calendar_id, version, host_id, host_name, edition, availability)
                        values (:tenant, gen_random_uuid(), 0, 'bob', 'Bob', 1, :availability::jsonb)
                        """)
                .param("tenant", tenant)
                .param("availability", availability)
                .update();
    }
}
