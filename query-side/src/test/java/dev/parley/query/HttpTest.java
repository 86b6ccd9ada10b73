package dev.parley.query;

import static dev.parley.api.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Samples;
import dev.parley.api.calendar.CalendarEvent.AvailabilityDefined;
import dev.parley.api.calendar.CalendarEvent.MeetingTypeDefined;
import dev.parley.api.hostpool.HostPoolEvent.HostPoolDefined;
import dev.parley.api.hostpool.HostPoolId;
import dev.parley.api.lead.LeadEvent.LeadRegistered;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.notification.NotificationEvent.NotificationRequested;
import dev.parley.api.notification.NotificationId;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.transcript.Source;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import dev.parley.api.transcript.TranscriptId;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.JsonPathAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The whole side behind HTTP, as Alice of the demo tenant sees it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HttpTest {
    @RegisterExtension
    static final Views views = new Views();

    private static final HostPoolId inbound = new HostPoolId(uuid("pool inbound"));
    private static final NotificationId toLena =
            NotificationId.of(discoveryCall, NotificationKind.INVITATION, lena.email(), "seq-0");

    private static SideOverHttp side;

    private WebTestClient alice;
    private WebTestClient stranger;

    @BeforeAll
    static void start() {
        side = new SideOverHttp(views);
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @BeforeEach
    void somethingHappened() {
        side.told()
                .that(lenasLead, new LeadRegistered(lenasLead, demo, "alice", lenasContact))
                .that(discoveryCall, aDiscoveryCall().then(aDiscoveryCall().started()))
                .that(TranscriptId.of(discoveryCall), said("Yes, there is a budget."))
                .that(inbound, new HostPoolDefined(inbound, demo, "Inbound", List.of()))
                .that(toLena, invitation())
                .that(alicesCalendar, new AvailabilityDefined(alicesCalendar, alicesOwn, 1, officeHours))
                .that(alicesCalendar, new MeetingTypeDefined(alicesCalendar, alicesOwn, 2, discovery));
        alice = side.as(Samples.alice);
        stranger = side.as(eve);
    }

    @ParameterizedTest
    @CsvSource({
        "/agenda?from=yesterday,                          400, MALFORMED_INSTANT,    from",
        "/agenda?to=2026-02-30,                           400, MALFORMED_INSTANT,    to",
        "/agenda?from=%2B999999999-01-01T00:00:00Z,       400, MALFORMED_INSTANT,    from",
        "/agenda?from=2026-12-02&to=2026-12-01T00:00:00Z, 400, ENDS_BEFORE_IT_STARTS, to",
        "/agenda?from=2026-01-01&to=2027-12-31,           400, RANGE_TOO_LONG,       to",
        "/agenda?zone=Mars/Olympus,                       400, UNKNOWN_ZONE,         zone",
        "/agenda?zone=%2B02:00,                           400, NOT_A_REGION,         zone",
        "/zones/offsets?from=2026-01-01&to=2026-02-01,    400, MISSING,              zone",
        "/zones/offsets?zone=Mars/Olympus,                400, UNKNOWN_ZONE,         zone",
        "/zones/offsets?zone=%00%0D%0A,                   400, UNKNOWN_ZONE,         zone",
        "/zones/offsets?zone=Europe/Berlin%0D%0A,         400, UNKNOWN_ZONE,         zone",
        "/zones/offsets?zone=EST5EDT,                     400, NOT_A_REGION,         zone",
        "/zones/offsets?zone=Etc/GMT-2,                   400, NOT_A_REGION,         zone",
        "/zones/offsets?zone=Europe/Berlin,               400, MISSING,              from",
        "/zones/offsets?zone=Europe/Berlin&from=2026-01-01, 400, MISSING,            to",
        "/zones/offsets?zone=Europe/Berlin&from=0000-01-01&to=2026-01-01, 400, MALFORMED_INSTANT, from",
        "/zones/offsets?zone=Europe/Berlin&from=2026-02-01&to=2026-01-01, 400, ENDS_BEFORE_IT_STARTS, to",
        "/zones/offsets?zone=Europe/Berlin&from=2026-01-01&to=2099-01-01, 400, RANGE_TOO_LONG, to",
        "/agenda?host=a%00b,                              400, CONTROL_CHARACTERS,   host",
        "/meetings/1,                                     400, MALFORMED_ID,         id",
        "/meetings/1/transcript,                          400, MALFORMED_ID,         id",
        "/leads/x,                                        400, MALFORMED_ID,         id",
        "/question-sets/x,                                400, MALFORMED_ID,         id",
        "/audit/meetings/x/events,                        400, MALFORMED_ID,         id",
        "/meetings/x/response-times,                      400, MALFORMED_ID,         id",
        "/meetings/x/analysis,                            400, MALFORMED_ID,         id",
        "/meetings/x/floor,                               400, MALFORMED_ID,         id",
        "/deliveries?meeting=x,                           400, MALFORMED_ID,         meeting",
        "/deliveries?limit=0,                             400, MALFORMED_NUMBER,     limit",
        "/deliveries?limit=many,                          400, MALFORMED_NUMBER,     limit",
        "/transcripts/search,                             400, MISSING,              q",
        "/transcripts/search?q=%20,                       400, MISSING,              q",
        "/transcripts/search?q=a&lead=x,                  400, MALFORMED_ID,         lead",
        "/transcripts/search?q=a&limit=101,               400, MALFORMED_NUMBER,     limit",
        "/transcripts/search?q=a&from=2026-12-02&to=2026-11-01, 400, ENDS_BEFORE_IT_STARTS, to",
    })
    void refuses_what_cannot_be_meant(String path, int status, String code, String field) {
        alice.get()
                .uri(URI.create("/api/v1" + path))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.field")
                .isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "/meetings/{meeting},              MEETING_UNKNOWN",
        "/meetings/{meeting}/transcript,   MEETING_UNKNOWN",
        "/audit/meetings/{meeting}/events, MEETING_UNKNOWN",
        "/meetings/{meeting}/response-times, MEETING_UNKNOWN",
        "/meetings/{meeting}/analysis,     MEETING_UNKNOWN",
        "/meetings/{meeting}/floor,        MEETING_UNKNOWN",
        "/leads/{lead},                    LEAD_UNKNOWN",
        "/leads/{lead}/score,              SCORE_UNKNOWN",
        "/question-sets/{lead},            QUESTION_SET_UNKNOWN",
        "/host-pools/{pool},               HOST_POOL_UNKNOWN",
        "/host-pools/{pool}/assignments,   HOST_POOL_UNKNOWN",
    })
    void knows_nothing_of_the_things_of_other_tenants(String path, String code) {
        var uri = "/api/v1"
                + path.replace("{meeting}", discoveryCall.toString())
                        .replace("{lead}", lenasLead.toString())
                        .replace("{pool}", inbound.toString());
        stranger.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "/agenda?from=2026-12-01&to=2026-12-01, $",
        "/leads,                                $",
        "/transcripts/search?q=budget,          $",
        "/deliveries,                           $",
        "/host-pools,                           $",
        "/calendars/alice,                      $.meetingTypes",
        "/availability?host=alice&from=2026-12-05&to=2026-12-05&reasons=true, $.slots",
    })
    void lists_nothing_of_other_tenants(String path, String list) {
        var theirs = path.startsWith("/availability") ? 48 : 0; // a host of theirs who decided nothing
        assertThat(lengthOf(stranger, path, list)).isEqualTo(theirs);
        assertThat(lengthOf(alice, path, list)).isNotEqualTo(theirs);
    }

    /** In October 2026 clocks in Berlin go back. */
    @ParameterizedTest
    @CsvSource({"slots?to=2027-10-31&from=2027-10-01,200", "slots?to=2027-11-01&from=2027-10-01,400"})
    void a_page_for_everybody_shows_a_whole_month_even_if_it_has_an_hour_more(String query, int status) {
        var uri = "/api/v1/public/demo/" + alicesCalendar + "/discovery/" + query + "&zone=Europe/Berlin";
        stranger.get().uri(uri).exchange().expectStatus().isEqualTo(status);
    }

    @Test
    void shows_a_meeting_with_the_version_that_a_change_must_name() {
        alice.get()
                .uri("/api/v1/meetings/" + discoveryCall)
                .header("If-None-Match", "\"2\"")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"")
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("active")
                .jsonPath("$.zone")
                .isEqualTo("Europe/Berlin")
                .jsonPath("$.questions[0].state")
                .isEqualTo("open");
    }

    @Test
    void shows_the_agenda_of_a_day_in_the_zone_of_the_reader() {
        agendaOn("from=2026-12-01&to=2026-12-01&zone=Europe/Berlin").isEqualTo(1);
        agendaOn("from=2026-12-01&to=2026-12-01&zone=Pacific/Kiritimati").isEqualTo(1);
        agendaOn("from=2026-12-02&to=2026-12-02").isEqualTo(0);
        agendaOn("from=2026-12-01T09:00:00+01:00&to=2026-12-01T10:00:00+01:00").isEqualTo(1);
        agendaOn("").isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/vtt                                | text/vtt;charset=UTF-8               | WEBVTT",
                "application/x-subrip                    | application/x-subrip;charset=UTF-8   | 1",
                "text/plain                              | text/plain;charset=UTF-8             | [00:00:05]",
                "text/*                                  | text/plain;charset=UTF-8             | [00:00:05]",
                "application/json                        | application/json                     | [{",
                "*/*                                     | application/json                     | [{",
                "text/html,application/xml;q=0.9,*/*;q=0.8 | application/json                   | [{",
                "application/x-ndjson                    | application/x-ndjson                 | {\"segmentId\"",
            })
    void hands_out_a_transcript_in_the_form_that_is_accepted(String accept, String type, String beginning) {
        alice.get()
                .uri("/api/v1/meetings/" + discoveryCall + "/transcript")
                .header("Accept", accept)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(type)
                .expectBody(String.class)
                .value(body -> assertThat(body).startsWith(beginning).contains("Yes, there is a budget."));
    }

    @Test
    void explains_an_unknown_transcript_even_to_those_who_wanted_subtitles() {
        stranger.get()
                .uri("/api/v1/meetings/" + discoveryCall + "/transcript")
                .header("Accept", "text/vtt")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void streams_the_record_line_by_line() {
        alice.get()
                .uri("/api/v1/audit/meetings/" + discoveryCall + "/events")
                .exchange()
                .expectHeader()
                .contentType(MediaType.APPLICATION_NDJSON)
                .expectBody(String.class)
                .value(body -> assertThat(body.lines()).hasSize(5).allMatch(line -> line.startsWith("{\"position\"")));
    }

    @Test
    void finds_what_was_said() {
        alice.get()
                .uri(uri -> uri.path("/api/v1/transcripts/search")
                        .queryParam("q", "budget")
                        .build())
                .exchange()
                .expectBody()
                .jsonPath("$[0].snippet")
                .isEqualTo("Yes, there is a \uE000budget\uE001.")
                .jsonPath("$[0].meetingTitle")
                .isEqualTo("Discovery call");
    }

    private static int lengthOf(WebTestClient client, String path, String list) {
        var length = new AtomicInteger();
        client.get()
                .uri(URI.create("/api/v1" + path))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath(list + ".length()")
                .value(Integer.class, length::set);
        return length.get();
    }

    private static NotificationRequested invitation() {
        return new NotificationRequested(toLena, demo, discoveryCall, NotificationKind.INVITATION, lena, "seq-0", 0);
    }

    private JsonPathAssertions agendaOn(String query) {
        return alice.get()
                .uri(URI.create("/api/v1/agenda?" + query))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.length()");
    }

    private static SegmentRecorded said(String words) {
        return new SegmentRecorded(
                discoveryCall,
                demo,
                segment(1),
                lenaInTheRoom.participantId(),
                "Lena Lead",
                Invitee.Role.LEAD,
                words,
                now.plusSeconds(5),
                now.plusSeconds(7),
                Source.SPEECH);
    }
}
