package dev.parley.query.inbound;

import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.elsewhere;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.TenantId;
import dev.parley.api.notification.InboundQuery.InboundLine;
import dev.parley.api.notification.InboundQuery.Verdict;
import dev.parley.query.Views;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InboundTest {
    @RegisterExtension
    static final Views views = new Views();

    @BeforeEach
    void empty() {
        views.jdbc().sql("delete from inbox").update();
    }

    @Test
    void shows_what_came_back_and_what_became_of_it() {
        came("1", demo, now, "QUARANTINED");
        assertThat(newest(10))
                .containsExactly(new InboundLine(
                        uuid("1"),
                        now,
                        "eve@evil.test",
                        "Accepted",
                        Verdict.QUARANTINED,
                        "SENDER_IS_NOT_THE_ATTENDEE",
                        Optional.of(discoveryCall)));
    }

    @Test
    void shows_the_newest_first_and_only_as_many_as_wanted() {
        came("1", demo, now, "ACCEPTED");
        came("2", demo, now.plusSeconds(1), "ACCEPTED");
        assertThat(newest(1)).extracting(InboundLine::id).containsExactly(uuid("2"));
    }

    @Test
    void shows_nobody_what_is_not_theirs_or_nobodys_or_not_yet_decided() {
        came("1", elsewhere, now, "ACCEPTED");
        came("2", null, now, "PARKED");
        came("3", demo, now, null);
        assertThat(newest(10)).isEmpty();
    }

    private static List<InboundLine> newest(int limit) {
        return new InboundReader(views.reads())
                .newest(demo, limit)
                .collectList()
                .block();
    }

    private static void came(String id, @Nullable TenantId tenant, Instant at, @Nullable String verdict) {
        views.jdbc()
                .sql("""
                        insert into inbox (source, external_id, id, validity, uid, received_at, payload_hash, attempts, tenant_id,
                            meeting_id, sender, subject, verdict, reason)
                        values ('imap', :external, :id, 1, 1, :at, sha256(''), 1, :tenant, :meeting, 'eve@evil.test', 'Accepted', :verdict,
                            'SENDER_IS_NOT_THE_ATTENDEE')""")
                .param("external", id)
                .param("id", uuid(id))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("tenant", tenant == null ? null : tenant.value())
                .param("meeting", discoveryCall.value())
                .param("verdict", verdict)
                .update();
    }
}
