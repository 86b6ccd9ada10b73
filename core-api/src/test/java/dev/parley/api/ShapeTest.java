package dev.parley.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.api.questionset.QuestionType;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ShapeTest {
    @Nested
    class A_line {
        @Test
        void is_stripped() {
            assertThat(Shape.line("title", "  Call \t", 10)).isEqualTo("Call");
        }

        @Test
        void may_be_as_long_as_allowed_and_no_longer() {
            assertThat(Shape.line("title", "x".repeat(10), 10)).hasSize(10);
            refuses(() -> Shape.line("title", "x".repeat(11), 10), ShapeRefusal.TOO_LONG, "title");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\u200b", "\u2060\u200d", "\u00a0"})
        void is_missing_when_nobody_can_see_it(String text) {
            refuses(() -> Shape.line("title", text, 10), ShapeRefusal.MISSING, "title");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a\u0000b",
                    "a\nb",
                    "a\rb",
                    "a\u0085b",
                    "a\u2028b",
                    "a\u202eb",
                    "a\u2066b",
                    "a\ufeffb",
                    "\ud800"
                })
        void has_no_control_or_direction_characters(String text) {
            refuses(() -> Shape.line("title", text, 10), ShapeRefusal.CONTROL_CHARACTERS, "title");
        }

        @Test
        void keeps_names_from_everywhere() {
            for (var name : List.of("Zoë O’Neill", "山田 太郎", "محمد", "👩‍🚀 Ada"))
                assertThat(Shape.line("name", name, 40)).isEqualTo(name);
        }
    }

    @Nested
    class An_address {
        @ParameterizedTest
        @ValueSource(strings = {"lena@acme.test", "l.e-n+a@mail.acme.co.test", "o'neill@acme.test"})
        void that_mail_can_be_sent_to_is_taken(String address) {
            assertThat(Shape.email("email", address)).isEqualTo(address);
        }

        /** What a strict InternetAddress still lets through. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<aaa@bbb.test>ccc@ddd.test",
                    "a@x.test (c)",
                    "a@[127.0.0.1]",
                    "=?utf-8?q?a?=@x.test\u00e4",
                    "\"a b\"@x.test",
                    "a@localhost",
                    "a@x..test",
                    ".a@x.test",
                    "a.@x.test",
                    "a@-x.test",
                    "a@@x.test",
                    "@x.test",
                    "a@",
                    "a",
                    "a b@x.test",
                    "a@x.test,b@x.test"
                })
        void that_mail_systems_would_stumble_over_is_refused(String address) {
            refuses(() -> Shape.email("email", address), ShapeRefusal.MALFORMED_EMAIL, "email");
        }
    }

    @Nested
    class A_zone {
        @ParameterizedTest
        @ValueSource(strings = {"Europe/Berlin", "America/Argentina/Buenos_Aires", "Asia/Kathmandu", "UTC"})
        void is_a_region(String zone) {
            assertThat(Shape.zone("zone", zone).getId()).isEqualTo(zone);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "+02:00",
                    "-00:00",
                    "Z",
                    "UTC+2",
                    "GMT",
                    "GMT+2",
                    "UT-05:30",
                    "Etc/GMT+5",
                    "Etc/GMT-2",
                    "EST",
                    "PST",
                    "CET",
                    "EST5EDT",
                    "SystemV/AST4"
                })
        void is_never_an_offset_nor_an_abbreviation(String zone) {
            refuses(() -> Shape.zone("zone", zone), ShapeRefusal.NOT_A_REGION, "zone");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Mars/Phobos",
                    "europe/berlin",
                    "Europe/Berlin\u0000",
                    "Europe/Berlin\r\nBEGIN:VEVENT",
                    "../../etc/passwd",
                    "Europe/../Europe/Berlin",
                    "Europe/Berlin;TZID=x",
                    "Europe/",
                    "/",
                    "\uD83D\uDE00/\uD83D\uDE00",
                    "\uD800",
                    "+99:99",
                    "GMT+99",
                    "${jndi:ldap://x}"
                })
        void is_nothing_that_nobody_lives_in(String zone) {
            refuses(() -> Shape.zone("zone", zone), ShapeRefusal.UNKNOWN_ZONE, "zone");
        }

        @Test
        void may_be_asked_for_at_any_length() {
            refuses(() -> Shape.zone("zone", "Europe/Berlin".repeat(100_000)), ShapeRefusal.UNKNOWN_ZONE, "zone");
        }
    }

    @Test
    void a_choice_is_written_in_lower_case_with_dashes() {
        assertThat(Shape.choice("type", "yes-no", QuestionType.class)).isEqualTo(QuestionType.YES_NO);
        refuses(() -> Shape.choice("type", "YES_NO", QuestionType.class), ShapeRefusal.MALFORMED_CHOICE, "type");
    }

    @Test
    void an_entry_of_a_list_is_named_by_its_index() {
        refuses(
                () -> Shape.each("invitees", List.of("a@x.test", "nowhere"), 5, Shape::email),
                ShapeRefusal.MALFORMED_EMAIL,
                "invitees[1]");
        refuses(() -> Shape.each("invitees", List.of("a", "b"), 1, Shape::email), ShapeRefusal.TOO_MANY, "invitees");
    }

    private static void refuses(ThrowingCallable call, ShapeRefusal refusal, String field) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(refusal);
            assertThat(refused.field()).hasValue(field);
        });
    }
}
