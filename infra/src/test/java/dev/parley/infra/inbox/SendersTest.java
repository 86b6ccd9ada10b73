package dev.parley.infra.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.saga.inbox.IncomingMail;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a letter is from, and whether to believe it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SendersTest {
    private static final String lena = "lena@acme.test";
    private static final String passed = "Authentication-Results: mx.ours.test; dmarc=pass header.from=acme.test";

    @Test
    void is_who_the_From_line_names() {
        assertThat(from("", "X-Nothing: here", lena)).returns(lena, IncomingMail::sender);
        assertThat(from("", "X-Nothing: here", lena)).returns(false, IncomingMail::forged);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lena@acme.test>, <eve@evil.test",
                "<aaa@bbb.test>ccc@ddd.test",
                "lena@acme.test\0",
                "lena@[127.0.0.1]",
                "=?utf-8?q?lena?=@acme.test"
            })
    void is_nobody_where_the_address_can_be_read_in_several_ways(String address) {
        assertThat(from("", "X-Nothing: here", address).sender()).isEmpty();
    }

    @Test
    void is_nobody_where_two_From_lines_name_two_people() {
        assertThat(from("", "From: eve@evil.test", lena).sender()).isEmpty();
    }

    @Test
    void counts_where_our_server_checks_only_if_it_let_it_pass() {
        assertThat(checked(passed)).isFalse();
        assertThat(checked(passed.replace("pass", "fail"))).isTrue();
        assertThat(checked("X-Nothing: here")).isTrue();
    }

    @Test
    void is_not_believed_on_another_servers_word() {
        assertThat(checked(passed.replace("ours", "evil"))).isTrue();
        assertThat(checked(passed.replace("ours.test", "ours.test.evil.test"))).isTrue();
    }

    @Test
    void is_not_believed_for_what_stands_in_a_comment() {
        assertThat(checked(passed.replace("dmarc=pass", "dmarc=fail (dmarc=pass)")))
                .isTrue();
    }

    @Test
    void is_judged_by_the_topmost_word_of_our_server() {
        assertThat(checked(passed.replace("pass", "fail") + "\r\n" + passed)).isTrue();
    }

    /** Whether it counts as forged. */
    private static boolean checked(String header) {
        return from("mx.ours.test", header, lena).forged();
    }

    private static IncomingMail from(String trusts, String header, String address) {
        var mail = header + "\r\n" + new String(Mails.accepted(address, lena), StandardCharsets.UTF_8);
        return new ReadMail(Mailboxes.trusting(trusts))
                .open(mail.getBytes(StandardCharsets.UTF_8))
                .mail();
    }
}
