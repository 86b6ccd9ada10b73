package dev.parley.query.agenda;

import static dev.parley.api.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.TenantId;
import dev.parley.api.meeting.MeetingEvent.MeetingRescheduled;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingQuery.AgendaEntry;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.query.Hints.Hint;
import dev.parley.query.Told;
import dev.parley.query.Views;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AgendaTest {
    @RegisterExtension
    static final Views views = new Views();

    private static final Instant nine = Instant.parse("2026-12-01T08:00:00Z");
    private Told told;

    @BeforeEach
    void begin() {
        told = new Told(views);
        told.to(new AgendaProjection(views.jdbc(), told));
    }

    @Test
    void shows_who_meets_whom_and_when() {
        told.that(discoveryCall, aDiscoveryCall().soFar());

        var entry = agenda(demo).getFirst();
        assertThat(entry.meetingId()).isEqualTo(discoveryCall);
        assertThat(entry.title()).isEqualTo("Discovery call");
        assertThat(entry.hostName()).isEqualTo("Alice Seller");
        assertThat(entry.leadId()).isEqualTo(lenasLead);
        assertThat(entry.leadName()).isEqualTo("Lena Lead");
        assertThat(entry.start()).isEqualTo(nine);
        assertThat(entry.end()).isEqualTo(nine.plus(Duration.ofMinutes(30)));
        assertThat(entry.localStart()).isEqualTo(LocalDateTime.parse("2026-12-01T09:00"));
        assertThat(entry.zone()).hasToString("Europe/Berlin");
        assertThat(entry.status()).isEqualTo(MeetingStatus.SCHEDULED);
        assertThat(entry.version()).isEqualTo(1);
    }

    @Test
    void follows_a_meeting_to_its_new_time() {
        var later = berlin("2026-12-02T15:00");
        told.that(
                discoveryCall,
                aDiscoveryCall().then(new MeetingRescheduled(discoveryCall, later, later.start(), "2026a", 1)));

        assertThat(agenda(demo)).singleElement().satisfies(entry -> {
            assertThat(entry.start()).isEqualTo(later.start());
            assertThat(entry.localStart()).isEqualTo(LocalDateTime.parse("2026-12-02T15:00"));
            assertThat(entry.version()).isEqualTo(2);
        });
    }

    @Test
    void knows_how_a_meeting_went() {
        var call = aDiscoveryCall();
        told.that(discoveryCall, call.then(call.lobbyOpened(), call.started()));
        assertThat(agenda(demo)).extracting(AgendaEntry::status).containsExactly(MeetingStatus.ACTIVE);

        told.that(discoveryCall, call.ended());
        assertThat(agenda(demo)).extracting(AgendaEntry::status).containsExactly(MeetingStatus.COMPLETED);
    }

    @Test
    void says_the_same_however_often_it_is_told() {
        var call = aDiscoveryCall();
        told.that(discoveryCall, call.then(call.lobbyOpened(), call.started(), call.leadJoined(), call.ended()));
        var once = agenda(demo);

        told.again();
        assertThat(agenda(demo)).isEqualTo(once);

        told.rebuilt();
        assertThat(agenda(demo)).isEqualTo(once);
    }

    @Test
    void tells_of_each_change_but_not_of_a_rebuild() {
        told.that(discoveryCall, aDiscoveryCall().ledByAPerson().scheduled());
        var expected = List.of(new Hint(demo, "agenda", discoveryCall.toString(), told.lastPosition()));
        assertThat(told.hints()).isEqualTo(expected);

        told.rebuilt();
        assertThat(told.hints()).isEqualTo(expected);
    }

    @Test
    void shows_what_overlaps_the_range_however_little() {
        told.that(discoveryCall, aDiscoveryCall().soFar());

        assertThat(between(nine.plusSeconds(29 * 60), nine.plusSeconds(3600))).hasSize(1);
        assertThat(between(nine.minusSeconds(60), nine.plusSeconds(1))).hasSize(1);
        assertThat(between(nine.minusSeconds(60), nine)).isEmpty();
        assertThat(between(nine.plusSeconds(30 * 60), nine.plusSeconds(3600))).isEmpty();
    }

    @Test
    void shows_one_host_if_asked() {
        told.that(discoveryCall, aDiscoveryCall().soFar());

        assertThat(of(demo, Optional.of("alice"))).hasSize(1);
        assertThat(of(demo, Optional.of("bob"))).isEmpty();
    }

    @Test
    void keeps_other_tenants_out() {
        told.by(eve).that(new MeetingId(uuid("eve's call")), aDiscoveryCall().scheduled());

        assertThat(agenda(demo)).isEmpty();
        assertThat(agenda(elsewhere)).hasSize(1);
    }

    private static List<AgendaEntry> agenda(TenantId tenant) {
        return of(tenant, Optional.empty());
    }

    private static List<AgendaEntry> of(TenantId tenant, Optional<String> host) {
        return new AgendaReader(views.reads())
                .between(tenant, now, now.plus(Duration.ofDays(30)), host)
                .collectList()
                .block();
    }

    private static List<AgendaEntry> between(Instant from, Instant to) {
        return new AgendaReader(views.reads())
                .between(demo, from, to, Optional.empty())
                .collectList()
                .block();
    }
}
