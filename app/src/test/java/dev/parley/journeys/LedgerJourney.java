package dev.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the house says that it told calendars, held against what a mail server got. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LedgerJourney {
    private static final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static ParleyProcess parley;
    private static SalesDesk desk;

    /** What a calendar reads, or what the ledger says that it read; of the document only the fingerprint. */
    private record Told(String whom, String method, String uid, int sequence, String document) {}

    @BeforeAll
    static void start() throws Exception {
        server.start();
        var settings = Map.of(
                "PARLEY_MAIL_HOST",
                "127.0.0.1",
                "PARLEY_MAIL_PORT",
                String.valueOf(server.getSmtp().getPort()));
        parley = ParleyProcess.started(settings);
        desk = new SalesDesk(parley.url());
    }

    @AfterAll
    static void stop() throws Exception {
        parley.close();
        server.stop();
    }

    @Test
    void the_sequence_ledger_equals_the_mails_sent() throws Exception {
        var meeting = desk.newMeeting().path();
        change("POST", meeting + "/invitees", "{\"name\":\"Gus\",\"email\":\"gus@guest.test\"}");
        for (var i = 0; i < 3; i++) change("PATCH", meeting, "{\"localStart\":\"%s\"}".formatted(desk.nextStart()));
        change("PATCH", meeting, "{\"title\":\"Another title\"}");
        var moved = ledger(meeting, 10);
        assertThat(moved.path("sequence").asInt()).isEqualTo(4);
        assertThat(shows(moved)).containsExactly("current", "current");

        change("POST", meeting + "/calendar-ledger/" + participant(moved, 1) + "/repair", null);
        change("DELETE", meeting + "/invitees/" + participant(moved, 1), null);
        change("POST", meeting + "/cancel", "{\"reason\":\"ill\"}");
        var ended = ledger(meeting, 14);

        assertThat(shows(ended)).containsExactly("cancelled", "cancelled");
        assertThat(told(ended)).containsExactlyInAnyOrderElementsOf(arrived());
        assertThat(sequences(ended, "lena@lead.test")).containsExactly(0, 1, 2, 3, 4, 6, 7);
        assertThat(sequences(ended, "gus@guest.test")).containsExactly(0, 1, 2, 3, 4, 5, 6);
    }

    /** Once it has so many letters, and a mail server's answer to each. */
    private static JsonNode ledger(String meeting, int letters) {
        return await().atMost(Duration.ofSeconds(60)).until(() -> get(meeting + "/calendar-ledger"), ledger -> {
            var answers = ledger.findValuesAsString("state");
            return answers.size() == letters && answers.stream().allMatch("sent"::equals);
        });
    }

    private static List<Told> told(JsonNode ledger) {
        return ledger.path("attendees")
                .valueStream()
                .flatMap(attendee -> attendee.path("entries").valueStream().map(entry -> told(ledger, attendee, entry)))
                .toList();
    }

    private static Told told(JsonNode ledger, JsonNode attendee, JsonNode entry) {
        return new Told(
                attendee.path("email").asString(),
                entry.path("kind").asString().equals("cancellation") ? "CANCEL" : "REQUEST",
                ledger.path("uid").asString(),
                entry.path("sequence").asInt(),
                entry.path("documentHash").asString());
    }

    private static List<Told> arrived() throws Exception {
        var told = Stream.<Told>builder();
        for (var mail : server.getReceivedMessages()) told.add(read(mail));
        return told.build().toList();
    }

    private static Told read(MimeMessage mail) throws Exception {
        var alternatives =
                (Multipart) ((Multipart) mail.getContent()).getBodyPart(0).getContent();
        var document = bytes(alternatives.getBodyPart(2));
        var lines = new String(document, StandardCharsets.UTF_8)
                .replace("\r\n ", "")
                .lines()
                .toList();
        var hash = MessageDigest.getInstance("SHA-256").digest(document);
        return new Told(
                Arrays.stream(mail.getRecipients(Message.RecipientType.TO))
                        .map(address -> address.toString().replaceAll(".*<|>.*", ""))
                        .findFirst()
                        .orElseThrow(),
                value(lines, "METHOD"),
                value(lines, "UID"),
                Integer.parseInt(value(lines, "SEQUENCE")),
                HexFormat.of().formatHex(hash, 0, 16));
    }

    private static byte[] bytes(BodyPart part) throws Exception {
        return part.getInputStream().readAllBytes();
    }

    private static String value(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> shows(JsonNode ledger) {
        return ledger.path("attendees").findValuesAsString("shows");
    }

    private static List<Integer> sequences(JsonNode ledger, String whom) {
        return told(ledger).stream()
                .filter(one -> one.whom().equals(whom))
                .map(Told::sequence)
                .sorted()
                .toList();
    }

    private static String participant(JsonNode ledger, int number) {
        return ledger.path("attendees").path(number).path("participantId").asString();
    }

    private static void change(String method, String path, @Nullable String body) throws Exception {
        var answer = desk.ask(new Wish(method, path, body, "*"));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }

    private static JsonNode get(String path) throws Exception {
        return JsonMapper.shared()
                .readTree(desk.ask(new Wish("GET", path, null, null)).body());
    }
}
