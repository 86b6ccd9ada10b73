package dev.parley.infra.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.infra.diagnosis.Finding.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smallhouse.LoopbackDns;

/** The sender's domain, as a DNS server on loopback tells of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SenderRecordsTest {
    private final LoopbackDns dns = aGoodDomain();

    static LoopbackDns aGoodDomain() {
        return new LoopbackDns()
                .mx("parley.example", "mx.parley.example")
                .txt("parley.example", "v=spf1 include:mail.example -all", "something else")
                .txt("s1._domainkey.parley.example", "v=DKIM1; k=rsa; p=" + "A".repeat(400))
                .txt("_dmarc.parley.example", "v=DMARC1; p=reject; rua=mailto:a@parley.example");
    }

    static Dns lookingAt(LoopbackDns server) {
        return new Dns(new DiagnosisSettings(Duration.ofSeconds(2), server.address(), "s1"));
    }

    @AfterEach
    void stop() {
        dns.close();
    }

    @Test
    void is_told_what_receivers_miss() {
        try (var empty = new LoopbackDns()) {
            var found = new SenderRecords(lookingAt(empty), "s1").of("parley.example");
            assertThat(found)
                    .extracting(Finding::cause)
                    .containsExactly("NO_MX", "NO_SPF", "DKIM_KEY_MISSING", "NO_DMARC");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "v=spf1 +all,                            SPF_OPEN",
        "v=spf1 include:a.test all,              SPF_OPEN",
        "v=spf1 a a a a mx mx mx mx ptr ptr a -all, SPF_TOO_LONG",
        "v=spf10 -all,                           NO_SPF"
    })
    void is_told_what_is_wrong_with_its_spf(String record, String cause) {
        dns.txt("parley.example", record);
        assertThat(records().get(1).cause()).isEqualTo(cause);
    }

    @Test
    void may_have_one_spf_record_only() {
        dns.txt("parley.example", "v=spf1 -all", "v=spf1 mx -all");
        assertThat(records().get(1).cause()).isEqualTo("SPF_TWICE");
    }

    @Test
    void may_have_keys_longer_than_a_piece_of_a_record_but_none_that_was_withdrawn() {
        assertThat(records().get(2).state()).isEqualTo(State.OK);
        dns.txt("s1._domainkey.parley.example", "v=DKIM1; p=");
        assertThat(records().get(2).cause()).isEqualTo("DKIM_KEY_REVOKED");
    }

    @Test
    void is_covered_by_the_policy_of_the_domain_above() {
        assertThat(new SenderRecords(lookingAt(dns), "")
                        .of("mail.parley.example")
                        .get(3)
                        .state())
                .isEqualTo(State.OK);
        dns.txt("_dmarc.parley.example", "v=DMARC1; pct=100");
        assertThat(records().get(3).cause()).isEqualTo("DMARC_MALFORMED");
    }

    @Test
    void is_not_waited_for_when_dns_is_silent() {
        assertThat(new SenderRecords(lookingAt(dns.silent()), "s1").of("parley.example"))
                .extracting(Finding::cause)
                .containsOnly("DNS_UNAVAILABLE");
    }

    private List<Finding> records() {
        return new SenderRecords(lookingAt(dns), "s1").of("parley.example");
    }
}
