package dev.parley.infra.diagnosis;

import static dev.parley.infra.diagnosis.Finding.Step.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.infra.diagnosis.Finding.State;
import dev.parley.infra.diagnosis.Finding.Step;
import dev.parley.infra.diagnosis.MailTarget.Encryption;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import smallhouse.EncryptedSmtp;
import smallhouse.LoopbackDns;
import smallhouse.ScriptedSmtp;

/** Every trouble is made by a real server; the doctor is told nothing but the configured address. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MailDoctorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @TempDir
    static Path folder;

    private static KeyStore good;
    private static KeyStore expired;
    private static KeyStore elsewhere;

    private final LoopbackDns dns = SenderRecordsTest.aGoodDomain();

    @BeforeAll
    static void certificates() throws Exception {
        good = certificate("good", "san=dns:localhost,ip:127.0.0.1", "-validity", "90");
        expired = certificate("expired", "san=dns:localhost", "-startdate", "-9d", "-validity", "3");
        elsewhere = certificate("elsewhere", "san=dns:mail.elsewhere.test", "-validity", "90");
    }

    @AfterEach
    void stop() {
        dns.close();
    }

    @Nested
    class A_server_that_is_well {
        @ParameterizedTest
        @EnumSource(
                value = Encryption.class,
                names = {"STARTTLS", "IF_OFFERED"})
        void is_found_well_at_every_step(Encryption encryption) {
            try (var server = EncryptedSmtp.byStartTls(good)) {
                var diagnosis = examine(server.port(), encryption, "parley", "sesame", good);
                assertThat(diagnosis.verdict()).isEqualTo("All is well.");
                assertThat(diagnosis.well()).isTrue();
                assertThat(diagnosis.steps()).extracting(Finding::state).containsOnly(State.OK);
                assertThat(diagnosis.steps()).extracting(Finding::step).containsExactlyInAnyOrder(Step.values());
            }
        }

        @Test
        void is_found_well_with_tls_at_once() {
            try (var server = EncryptedSmtp.atOnce(good)) {
                assertThat(examine(server.port(), Encryption.IMPLICIT, "parley", "sesame", good)
                                .verdict())
                        .isEqualTo("All is well.");
            }
        }
    }

    @Nested
    class The_wrong_tls_mode {
        @Test
        void is_named_when_we_begin_in_plain_text_at_a_port_for_tls() {
            try (var server = EncryptedSmtp.atOnce(good)) {
                for (var plain : List.of(Encryption.NONE, Encryption.IF_OFFERED, Encryption.STARTTLS))
                    assertCause(examine(server.port(), plain, "", "", good), TLS, "TLS_EXPECTED_AT_ONCE");
            }
        }

        @Test
        void is_named_even_where_the_certificate_is_bad_too() {
            try (var server = EncryptedSmtp.atOnce(expired)) {
                assertCause(examine(server.port(), Encryption.STARTTLS, "", "", expired), TLS, "TLS_EXPECTED_AT_ONCE");
            }
        }

        @Test
        void is_named_when_we_begin_with_tls_at_a_port_for_plain_text() {
            try (var server = new ScriptedSmtp()) {
                var diagnosis = examine(server.port(), Encryption.IMPLICIT, "", "", good);
                assertCause(diagnosis, TLS, "PLAIN_TEXT_BEHIND_A_TLS_SETTING");
                assertThat(diagnosis.advice()).contains("PARLEY_MAIL_TLS=starttls");
            }
        }

        @Test
        void is_named_when_starttls_is_demanded_and_not_offered() {
            try (var server = new ScriptedSmtp()) {
                assertCause(examine(server.port(), Encryption.STARTTLS, "", "", good), TLS, "STARTTLS_NOT_OFFERED");
            }
        }
    }

    @Nested
    class A_certificate {
        @ParameterizedTest
        @CsvSource({"true", "false"})
        void that_has_expired_is_named(boolean atOnce) {
            try (var server = atOnce ? EncryptedSmtp.atOnce(expired) : EncryptedSmtp.byStartTls(expired)) {
                var encryption = atOnce ? Encryption.IMPLICIT : Encryption.STARTTLS;
                var diagnosis = examine(server.port(), encryption, "", "", expired);
                assertCause(diagnosis, CERTIFICATE, "CERTIFICATE_EXPIRED");
                assertThat(diagnosis.verdict()).isEqualTo("The server's certificate has expired.");
            }
        }

        @Test
        void for_another_name_is_named() {
            try (var server = EncryptedSmtp.byStartTls(elsewhere)) {
                assertCause(
                        examine(server.port(), Encryption.STARTTLS, "", "", elsewhere),
                        CERTIFICATE,
                        "CERTIFICATE_FOR_ANOTHER_NAME");
            }
        }

        @Test
        void that_nobody_signed_is_named() {
            try (var server = EncryptedSmtp.byStartTls(elsewhere)) {
                assertCause(
                        examine(server.port(), Encryption.STARTTLS, "", "", good),
                        CERTIFICATE,
                        "CERTIFICATE_NOT_TRUSTED");
            }
        }
    }

    @Nested
    class Between_us_and_the_server {
        @Test
        void a_wrong_password_is_named_and_never_repeated() {
            try (var server = EncryptedSmtp.byStartTls(good)) {
                var diagnosis = examine(server.port(), Encryption.STARTTLS, "parley", "open-says-me", good);
                assertCause(diagnosis, LOGIN, "LOGIN_REFUSED");
                assertThat(diagnosis.toString()).doesNotContain("open-says-me");
            }
        }

        @Test
        void a_login_that_nobody_offers_is_named() {
            try (var server = new ScriptedSmtp()) {
                assertCause(examine(server.port(), Encryption.NONE, "parley", "x", good), LOGIN, "LOGIN_NOT_OFFERED");
            }
        }

        @Test
        void a_closed_port_is_named() throws IOException {
            int port;
            try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = closed.getLocalPort();
            }
            var diagnosis = examine(port, Encryption.NONE, "", "", good);
            assertCause(diagnosis, CONNECT, "CONNECTION_REFUSED");
            assertThat(diagnosis.steps())
                    .filteredOn(finding -> finding.state() == State.SKIPPED)
                    .extracting(Finding::step)
                    .contains(TLS, CERTIFICATE, HELO, LOGIN, SENDER);
        }

        @Test
        void silence_is_named_and_not_waited_for_for_ever() throws IOException {
            try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
                assertCause(examine(silent.getLocalPort(), Encryption.NONE, "", "", good), HELO, "NO_GREETING");
            }
        }

        @Test
        void a_name_that_does_not_exist_is_named() {
            var target = new MailTarget(
                    "no.such.host.invalid", 25, Encryption.NONE, "", "", "meet@parley.example", false, PATIENCE);
            assertCause(doctor(good, dns).examine(target), CONNECT, "HOST_UNKNOWN");
        }

        @ParameterizedTest
        @CsvSource({
            "CONNECT, 554 5.7.1 blocked,       HELO,   GREETING_REFUSED",
            "EHLO,    550 5.7.1 bad name,      HELO,   HELO_REFUSED",
            "MAIL,    553 5.7.1 not your name, SENDER, SENDER_REFUSED",
            "MAIL,    '',                      SENDER, SERVER_HUNG_UP"
        })
        void every_refusal_is_named_by_its_step(String when, String answer, Step step, String cause) {
            try (var server = new ScriptedSmtp().answering(when, answer)) {
                var diagnosis = examine(server.port(), Encryption.NONE, "", "", good);
                assertCause(diagnosis, step, cause);
            }
        }

        @Test
        void what_is_no_mail_server_is_not_listened_to_for_ever() {
            try (var server = new ScriptedSmtp().answering("EHLO", "250-" + "x".repeat(1_000_000))) {
                assertCause(examine(server.port(), Encryption.NONE, "", "", good), HELO, "SERVER_HUNG_UP");
            }
        }

        @Test
        void plain_text_is_a_warning_only() {
            try (var server = new ScriptedSmtp()) {
                var diagnosis = examine(server.port(), Encryption.IF_OFFERED, "", "", good);
                assertThat(diagnosis.well()).isTrue();
                assertThat(diagnosis.verdict()).isEqualTo("Mail goes to the server unencrypted.");
            }
        }
    }

    @Test
    void the_demo_mailbox_is_told_for_what_it_is() {
        var target = new MailTarget("127.0.0.1", 1, Encryption.NONE, "", "", "meet@parley.example", true, PATIENCE);
        var diagnosis = doctor(good, dns).examine(target);
        assertThat(diagnosis.well()).isTrue();
        assertThat(diagnosis.verdict()).contains("demo mailbox");
    }

    private Diagnosis examine(int port, Encryption encryption, String user, String password, KeyStore trusted) {
        return doctor(trusted, dns)
                .examine(new MailTarget(
                        "localhost", port, encryption, user, password, "meet@parley.example", false, PATIENCE));
    }

    private static MailDoctor doctor(KeyStore trusted, LoopbackDns dns) {
        return new MailDoctor(
                new ServerVisit(new Certificates(trusted), Clock.systemUTC()),
                new SenderRecords(SenderRecordsTest.lookingAt(dns), "s1"));
    }

    private static void assertCause(Diagnosis diagnosis, Step step, String cause) {
        assertThat(diagnosis.well()).isFalse();
        assertThat(diagnosis.steps())
                .filteredOn(finding -> finding.state() == State.WRONG)
                .as(diagnosis.toString())
                .extracting(Finding::step, Finding::cause)
                .containsExactly(org.assertj.core.api.Assertions.tuple(step, cause));
        assertThat(diagnosis.verdict()).isNotBlank();
        assertThat(diagnosis.advice()).isNotBlank();
    }

    /** Made by the JDK's own tool, since the JDK has no API for it. */
    private static KeyStore certificate(String name, String extension, String... validity) throws Exception {
        var file = folder.resolve(name + ".p12");
        var command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                extension,
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit"));
        command.addAll(List.of(validity));
        var made = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(made.exitValue())
                .as(new String(made.getInputStream().readAllBytes()))
                .isZero();
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, EncryptedSmtp.STORE_PASSWORD);
        }
        return store;
    }
}
