package dev.parley.api.template;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.now;
import static dev.parley.api.template.TemplateRefusal.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.api.Refused;
import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.template.TemplateCommand.PublishTemplate;
import dev.parley.api.template.WordingRules.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WordingRulesTest {

    @Test
    void take_what_is_well_formed() {
        assertThat(faults(NotificationKind.INVITATION, """
                {{>begin}}
                <p style="color:#123456">Dear {{ recipient }}, {{! a remark }}</p>
                <p><a href="{{way}}">Join</a> <a href='https://acme.test/'>us</a> <img src="https://acme.test/logo.png" alt="{}"/></p>
                {{>when}}{{>end}}""")).isEmpty();
        assertThat(faults(NotificationKind.SUMMARY, """
                {{#hasPoints}}<ul>{{#points}}<li>{{.}}</li>{{/points}}</ul>{{/hasPoints}}{{^hasPoints}}nothing{{/hasPoints}}
                {{>unsubscribe}}""")).isEmpty();
    }

    @Test
    void name_the_field_and_the_line_of_every_fault() {
        var wording = new Wording("{{colour}}", "{{>join}}\n\n{{#title}}", "<p>\n{{way}}\n{{{title}}}\n<script>\n{{x");
        assertThat(WordingRules.of(NotificationKind.INVITATION).faultsOf(wording))
                .containsExactly(
                        new Fault("subject", 1, UNKNOWN_VARIABLE),
                        new Fault("text", 3, SECTION_NOT_CLOSED),
                        new Fault("html", 3, TAG_NOT_ALLOWED),
                        new Fault("html", 4, MARKUP_NOT_ALLOWED),
                        new Fault("html", 5, TAG_NOT_CLOSED));
        assertThatThrownBy(() -> PublishTemplate.of(NotificationKind.INVITATION, Language.EN, alice, now, wording))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(UNKNOWN_VARIABLE);
                    assertThat(refused.field()).contains("subject");
                    assertThat(refused.line()).hasValue(1);
                });
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{{title,            TAG_NOT_CLOSED",
                "{{}},               TAG_NOT_ALLOWED",
                "{{{title}}},        TAG_NOT_ALLOWED",
                "{{&title}},         TAG_NOT_ALLOWED",
                "{{=<% %>=}},        TAG_NOT_ALLOWED",
                "{{title.class}},    TAG_NOT_ALLOWED",
                "{{-index}},         TAG_NOT_ALLOWED",
                "{{<join}},          TAG_NOT_ALLOWED",
                "{{$block}},         TAG_NOT_ALLOWED",
                "{{>../../etc}},     TAG_NOT_ALLOWED",
                "{{>secret}},        UNKNOWN_PART",
                "{{score}},          UNKNOWN_VARIABLE",
                "{{headline}},       UNKNOWN_VARIABLE",
                "{{.}},              UNKNOWN_VARIABLE",
                "{{#colour}}{{/colour}}, UNKNOWN_VARIABLE",
                "{{/title}},         SECTION_NOT_OPEN",
                "{{#title}}{{/host}}, SECTION_NOT_OPEN",
                "{{#title}},         SECTION_NOT_CLOSED"
            })
    void refuse_what_the_language_must_not_do(String text, TemplateRefusal refusal) {
        var wording = new Wording("Hello", "{{way}} " + text, "{{way}}");
        assertThat(WordingRules.of(NotificationKind.INVITATION).faultsOf(wording))
                .containsExactly(new Fault("text", 1, refusal));
    }

    @Test
    void refuse_what_grows_beyond_measure() {
        var nested = "{{#points}}{{#points}}{{#points}}x{{/points}}{{/points}}{{/points}}{{>unsubscribe}}";
        assertThat(faults(NotificationKind.SUMMARY, nested))
                .extracting(Fault::refusal)
                .contains(SECTION_NOT_ALLOWED);
        var hidden = "{{#points}}{{#hasPoints}}{{#insights}}x{{/insights}}{{/hasPoints}}{{/points}}{{>unsubscribe}}";
        assertThat(faults(NotificationKind.SUMMARY, hidden))
                .extracting(Fault::refusal)
                .contains(SECTION_NOT_ALLOWED);
        var deep = "{{#title}}".repeat(5) + "{{/title}}".repeat(5) + "{{way}}";
        assertThat(faults(NotificationKind.INVITATION, deep))
                .extracting(Fault::refusal)
                .contains(SECTION_NOT_ALLOWED);
        assertThat(faults(NotificationKind.SUMMARY, "{{points}}{{>unsubscribe}}"))
                .extracting(Fault::refusal)
                .containsExactly(LIST_NEEDS_A_SECTION);
    }

    @Nested
    class Markup {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<script>alert(1)</script>",
                    "<SCRIPT src=//x>",
                    "<p onclick=\"x\">",
                    "<img src=x onerror=alert(1)>",
                    "<img src=\"http://x.test/a.png\" onerror=\"x\">",
                    "<iframe src=\"https://x.test\">",
                    "<form action=\"https://x.test\">",
                    "<style>p{}</style>",
                    "<svg/onload=alert(1)>",
                    "<a href=\"javascript:alert(1)\">",
                    "<a href=\" java\nscript:alert(1)\">",
                    "<a href=\"&#106;avascript:alert(1)\">",
                    "<a href=\"data:text/html,x\">",
                    "<a href=javascript:x>",
                    "<p style=\"background:url(https://x.test)\">",
                    "<p style=\"width:expr\\65ssion(1)\">",
                    "<!-- <p> -->",
                    "<p",
                    "a < b",
                    "<meta http-equiv=\"refresh\">",
                    "<base href=\"https://x.test\">"
                })
        void shows_nothing_but_formatting(String html) {
            assertThat(faults(NotificationKind.INVITATION, html + "\n{{>join}}"))
                    .extracting(Fault::refusal)
                    .containsOnly(MARKUP_NOT_ALLOWED);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<a href=\"{{title}}\">x</a>",
                    "<a href=\"https://x.test/{{title}}\">x</a>",
                    "<a href=\"{{way}}#x\">x</a>",
                    "<p title=\"{{title}}\">",
                    "<p style=\"color:{{title}}\">",
                    "<p {{title}}>",
                    "<p class={{title}}>",
                    "<img src=\"{{way}}\">"
                })
        void takes_text_from_people_nowhere_but_between_elements(String html) {
            assertThat(faults(NotificationKind.INVITATION, html + "\n{{>join}}"))
                    .extracting(Fault::refusal)
                    .containsOnly(VARIABLE_NOT_ALLOWED_HERE);
        }

        @Test
        void is_looked_through_in_no_time_however_it_is_made() {
            var hostile = List.of(
                    "<p ".repeat(20_000), "<p a='".repeat(10_000), "<a ".repeat(5_000) + ">", "{{".repeat(20_000));
            for (var html : hostile)
                Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> faults(NotificationKind.INVITATION, html));
        }
    }

    @Nested
    class What_must_be_said {
        @Test
        void is_the_way_into_the_meeting_in_an_invitation() {
            assertThat(WordingRules.of(NotificationKind.INVITATION).faultsOf(new Wording("Hi", "Hi", "Hi {{>join}}")))
                    .containsExactly(new Fault("text", 0, JOIN_LINK_MISSING));
            assertThat(faults(NotificationKind.INVITATION, "{{#reason}}{{/reason}}"))
                    .extracting(Fault::refusal)
                    .contains(JOIN_LINK_MISSING);
        }

        @ParameterizedTest
        @EnumSource(
                value = NotificationKind.class,
                names = {"REMINDER", "SUMMARY", "NO_SHOW"})
        void is_how_to_get_no_more_in_what_can_be_declined(NotificationKind kind) {
            assertThat(WordingRules.of(kind).faultsOf(new Wording("Hi", "Hi", "Hi")))
                    .containsExactly(
                            new Fault("text", 0, UNSUBSCRIBE_LINK_MISSING),
                            new Fault("html", 0, UNSUBSCRIBE_LINK_MISSING));
        }

        @Test
        void does_not_count_where_it_may_be_left_out() {
            var hidden = "{{^title}}{{>unsubscribe}}{{/title}}";
            assertThat(WordingRules.of(NotificationKind.REMINDER)
                            .faultsOf(new Wording("Hi", hidden, "{{>unsubscribe}}")))
                    .containsExactly(new Fault("text", 0, UNSUBSCRIBE_LINK_MISSING));
        }
    }

    private static List<Fault> faults(NotificationKind kind, String html) {
        var good = kind.isCourtesy() ? "{{>unsubscribe}}" : "{{way}}";
        return WordingRules.of(kind).faultsOf(new Wording("Hello", good, html));
    }
}
