package dev.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a lead's calendar answers by mail, seen by the host; and the host's own feed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnswersJourney {
    private static final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private static GreenMailUser mailbox;
    private static ParleyProcess parley;
    private static SalesDesk desk;

    @BeforeAll
    static void start() throws Exception {
        server.start();
        mailbox = server.setUser("meetings@parley.test", "meetings", "secret");
        var settings = Map.of(
                "PARLEY_MAIL_INBOX_HOST", "127.0.0.1",
                "PARLEY_MAIL_INBOX_PORT", String.valueOf(server.getImap().getPort()),
                "PARLEY_MAIL_INBOX_USERNAME", "meetings",
                "PARLEY_MAIL_INBOX_PASSWORD", "secret",
                "PARLEY_MAIL_INBOX_TLS", "false",
                "PARLEY_MAIL_INBOX_POLL", "500ms");
        parley = ParleyProcess.started(settings);
        desk = new SalesDesk(parley.url());
    }

    @AfterAll
    static void stop() throws Exception {
        parley.close();
        server.stop();
    }

    @Test
    void a_leads_yes_and_another_time_stand_on_the_page_and_the_host_decides() throws Exception {
        var meeting = desk.newMeeting().path();
        answer(meeting, "lena@lead.test", "REPLY", "20201130T080000Z", "");
        var page = waitFor(meeting, lead -> lead.path("response").asString().equals("accepted"));

        var start = page.path("start").asString().replaceAll("[-:]", "");
        var times = "DTSTART:%s\nDURATION:PT45M\n".formatted(start);
        answer(meeting, "lena@lead.test", "COUNTER", "20201130T080100Z", times);
        var proposing = waitFor(meeting, lead -> lead.path("proposal").isObject());
        var lead = proposing.path("invitees").get(0).path("participantId").asString();

        var accepted = desk.ask(new Wish("POST", meeting + "/proposals/" + lead + "/accept", null, "*"));
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(204);
        var moved = waitFor(meeting, one -> one.path("proposal").isNull());
        assertThat(moved.path("durationMinutes").asInt()).isEqualTo(45);
        assertThat(moved.path("invitees").get(0).path("response").isNull()).isTrue();
    }

    @Test
    void one_other_time_for_a_whole_series_is_declined_by_mail_and_the_desk_sees_why() throws Exception {
        var series = desk.newSeries().getKey().path();
        var times = "DTSTART:20301202T080000Z\nDURATION:PT45M\n";
        answer(series, "lena@lead.test", "COUNTER", "20201130T080000Z", times);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(get("/mail/inbound").toString())
                        .contains("\"declined\"")
                        .contains("NOT_ONE_MEETING"));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(get("/demo/mailbox").toString()).contains("\"proposal-declined\""));
    }

    @Test
    void an_answer_in_somebody_elses_name_is_shown_and_changes_nothing() throws Exception {
        var meeting = desk.newMeeting().path();
        answer(meeting, "eve@evil.test", "REPLY", "20201130T080000Z", "");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(get("/mail/inbound").toString())
                        .contains("\"quarantined\"")
                        .contains("SENDER_IS_NOT_THE_ATTENDEE")
                        .contains(idIn(meeting)));
        assertThat(get(meeting).path("invitees").get(0).path("response").isNull())
                .isTrue();
    }

    @Test
    void a_host_finds_the_meetings_at_a_secret_address_until_it_is_closed() throws Exception {
        var meeting = desk.newMeeting().path();
        var opened = desk.ask(new Wish("POST", "/calendar-feed", null, "*"));
        var url = URI.create(
                JsonMapper.shared().readTree(opened.body()).path("url").asString());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(read(url, "\"none\"").body())
                        .contains("METHOD:PUBLISH")
                        .contains(idIn(meeting)));
        var tag = read(url, "\"none\"").headers().firstValue("ETag").orElseThrow();
        assertThat(read(url, tag).statusCode()).isEqualTo(304);

        desk.ask(new Wish("POST", "/calendar-feed/close", null, "*"));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(read(url, tag).statusCode()).isEqualTo(404));
        assertThat(read(URI.create(url.toString().replace(".ics", "x.ics")), tag)
                        .statusCode())
                .isEqualTo(404);
    }

    private static JsonNode waitFor(String meeting, Predicate<JsonNode> lead) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> get(meeting),
                        page -> lead.test(page.path("invitees").get(0)));
    }

    /** About the lead, whoever sends it. */
    private static void answer(String meeting, String from, String method, String stamp, String times)
            throws Exception {
        var mail = """
                From: <%s>
                To: meetings@parley.test
                Subject: An answer
                MIME-Version: 1.0
                Content-Type: text/calendar; charset=UTF-8; method=%s

                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Guest//Calendar//EN
                METHOD:%s
                BEGIN:VEVENT
                UID:%s@parley.test
                DTSTAMP:%s
                SEQUENCE:0
                %sORGANIZER:mailto:meetings@parley.test
                ATTENDEE;PARTSTAT=ACCEPTED:mailto:lena@lead.test
                END:VEVENT
                END:VCALENDAR
                """.formatted(from, method, method, idIn(meeting), stamp, times);
        var raw = new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        mailbox.deliver(new MimeMessage(Session.getInstance(new Properties()), raw));
    }

    private static JsonNode get(String path) throws Exception {
        return JsonMapper.shared()
                .readTree(desk.ask(new Wish("GET", path, null, null)).body());
    }

    private static HttpResponse<String> read(URI url, String tag) throws Exception {
        var request = HttpRequest.newBuilder(parley.url().resolve(url.getPath()))
                .header("If-None-Match", tag)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static String idIn(String meeting) {
        return meeting.substring(meeting.lastIndexOf('/') + 1);
    }
}
