package dev.parley.infra.mail;

import static dev.parley.infra.mail.MailSamples.letter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Ids;
import dev.parley.api.TenantId;
import dev.parley.api.notification.NotificationKind;
import dev.parley.saga.notification.Invitations;
import dev.parley.saga.notification.Invitations.Letter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import smallhouse.Gates;

@SpringBootTest(classes = Gates.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class MailboxControllerTest {
    private static final TenantId DEMO = new TenantId(Ids.named("tenant", "demo"));

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Invitations invitations;

    private WebTestClient client;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("parley.home", () -> home.toString());
    }

    @BeforeEach
    void connect() {
        client =
                WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
        invitations.deliver(sentByTheDemo(letter(NotificationKind.INVITATION)));
    }

    @Test
    void shows_the_letters_of_ones_own_tenant() {
        assertThat(lettersOf("sales@demo.test").getFirst())
                .containsEntry("kind", "invitation")
                .containsEntry("to", "lena@acme.test")
                .containsKeys("id", "from", "subject", "receivedAt", "text", "html", "calendar")
                .doesNotContainKeys("raw", "tenant");
        assertThat(lettersOf("sales@other.test")).isEmpty();
    }

    @Test
    void hands_out_a_letter_as_it_was_sent() {
        var id = lettersOf("sales@demo.test").getFirst().get("id");
        get("/api/v1/demo/mailbox/" + id + ".eml", "sales@demo.test")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("message/rfc822")
                .expectBody(String.class)
                .value(text -> assertThat(text).contains("Content-Type: text/calendar; charset=UTF-8; method=REQUEST"));
    }

    @Test
    void knows_no_letter_of_another_tenant() {
        var id = lettersOf("sales@demo.test").getFirst().get("id");
        for (var user : List.of("sales@other.test"))
            get("/api/v1/demo/mailbox/" + id + ".eml", user)
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("MAIL_UNKNOWN");
    }

    @Test
    void puts_the_guests_own_link_into_the_letter() {
        assertThat(lettersOf("sales@demo.test").getFirst().get("text"))
                .matches(text -> text.matches("(?s).*http://localhost:" + port + "/join/[A-Za-z0-9_-]{100,}\\s.*"));
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, String>> lettersOf(String user) {
        return (List<Map<String, String>>) (List<?>) get("/api/v1/demo/mailbox", user)
                .expectStatus()
                .isOk()
                .expectBodyList(Map.class)
                .returnResult()
                .getResponseBody();
    }

    private WebTestClient.ResponseSpec get(String path, String user) {
        return client.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(tokenOf(user)))
                .exchange();
    }

    private String tokenOf(String user) {
        var session = client.post()
                .uri("/api/v1/session")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("user", user))
                .exchange()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(session.get("token"));
    }

    private static Letter sentByTheDemo(Letter letter) {
        return new Letter(
                letter.notificationId(),
                DEMO,
                letter.kind(),
                letter.recipient(),
                letter.others(),
                letter.meetingId(),
                letter.title(),
                letter.hostName(),
                letter.time(),
                letter.sequence(),
                letter.reason(),
                letter.summary(),
                letter.assessment(),
                letter.style());
    }
}
