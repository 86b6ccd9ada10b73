package dev.parley.infra.mail;

import static dev.parley.infra.mail.MailSamples.lead;
import static dev.parley.infra.mail.MailSamples.letter;
import static dev.parley.infra.mail.MailSamples.nineInBerlin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.lead.Score;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.template.Variable;
import dev.parley.api.template.WordedBy;
import dev.parley.api.template.Wording;
import dev.parley.api.template.WordingRules;
import dev.parley.saga.notification.Assessment;
import dev.parley.saga.notification.Invitations.Letter;
import dev.parley.saga.notification.Style;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Organisations word their letters; what they write cannot do more than say words. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnWordingTest {
    private static final Assessment assessment = new Assessment(
            Optional.of(new Score(72, 60, Score.Band.HOT, "bant-1", List.of())), List.of("Forty thousand are there"));

    private final LetterWriter writer = new LetterWriter(HostZones.UNKNOWN);

    @Test
    void is_used_and_named() {
        var words = write(NotificationKind.INVITATION, new Wording("Hi {{recipient}}", "{{way}}", "<b>{{title}}</b>"));
        assertThat(words.subject()).isEqualTo("Hi Lena Lead");
        assertThat(words.html()).isEqualTo("<b>Discovery call</b>");
        assertThat(words.by()).isEqualTo(new WordedBy(Language.DE, 7));
    }

    @ParameterizedTest
    @EnumSource(NotificationKind.class)
    void may_be_the_shipped_one_in_every_language(NotificationKind kind) {
        for (var language : Language.values())
            assertThat(WordingRules.of(kind).faultsOf(new ShippedWordings().of(kind, language)))
                    .as(language + " " + kind)
                    .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(NotificationKind.class)
    void is_ours_in_german_where_the_reader_speaks_it(NotificationKind kind) {
        var words = writer.write(styled(letter(kind), Style.shipped(Language.DE)), links());
        assertThat(words.text()).startsWith("Guten Tag Lena Lead,");
        assertThat(words.html()).contains("<html lang=\"de\">").doesNotContain("{{");
    }

    @Test
    void that_cannot_be_filled_gives_way_to_ours() {
        var words = write(NotificationKind.INVITATION, new Wording("{{#title}}", "x", "y"));
        assertThat(words.by()).isEqualTo(WordedBy.shipped(Language.DE));
        assertThat(words.text()).contains("Guten Tag");
        var endless = "x{{#title}}".repeat(1) + "y".repeat(600_000) + "{{/title}}";
        assertThat(write(NotificationKind.INVITATION, new Wording("x", endless, "y"))
                        .by())
                .isEqualTo(WordedBy.shipped(Language.DE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{{title.class}}", "{{title.length}}", "{{title.bytes}}", "{{points.size}}", "{{class.name}}"})
    void reaches_no_object_even_if_the_rules_were_broken(String text) {
        assertThat(write(NotificationKind.SUMMARY, new Wording("x", "[" + text + "]", "y"))
                        .text())
                .isEqualTo("[]");
    }

    @Test
    void reads_no_file_even_if_the_rules_were_broken() {
        var words = write(NotificationKind.INVITATION, new Wording("x", "{{>../../application.yml}}", "y"));
        assertThat(words.by()).isEqualTo(WordedBy.shipped(Language.DE));
    }

    @Test
    void shows_what_people_wrote_as_text() {
        var evil = lead("<img src=x onerror=alert(1)>", "lena@acme.test");
        var title = "x\r\nBcc: all@evil.test {{way}} <script>";
        var mail = letter(NotificationKind.INVITATION, evil, title, "", nineInBerlin, 0);
        var own = new Wording("{{recipient}} {{title}}", "{{recipient}}", "<p>{{recipient}} {{title}}</p>");
        var words = writer.write(styled(mail, new Style(new WordedBy(Language.EN, 1), Optional.of(own))), links());
        assertThat(words.html()).doesNotContain("<img", "<script").contains("&lt;img", "{{way}}");
        assertThat(words.subject()).doesNotContain("\r", "\n");
    }

    @Test
    void tells_the_lead_nothing_of_what_we_make_of_them_whatever_it_asks_for() {
        var nosy = new Wording("{{assessment}}", "{{assessment}}{{#insights}}{{.}}{{/insights}}", "{{assessment}}");
        for (var style :
                List.of(Style.shipped(Language.EN), new Style(new WordedBy(Language.EN, 1), Optional.of(nosy)))) {
            var toLena = writer.write(assessed(letter(NotificationKind.SUMMARY), style), links());
            assertThat(toLena.subject() + toLena.text() + toLena.html())
                    .doesNotContain("Fit 72", "Engagement", "hot", "Forty thousand", "For you as the host");
            var alice = new Invitee(
                    dev.parley.api.Samples.lena.participantId(), "Alice", "alice@parley.test", Invitee.Role.HOST);
            var mine = letter(NotificationKind.SUMMARY, alice, "Discovery call", "", nineInBerlin, 0);
            assertThat(writer.write(assessed(mine, style), links()).text()).contains("Fit 72", "hot", "Forty thousand");
        }
    }

    @Test
    void that_the_rules_take_is_always_filled() {
        var random = new Random(20261123);
        var accepted = 0;
        for (var i = 0; i < 20_000; i++) {
            var kind = NotificationKind.values()[random.nextInt(NotificationKind.values().length)];
            var wording = new Wording("s", mandatory(kind) + scribble(random), mandatory(kind) + scribble(random));
            if (!WordingRules.of(kind).faultsOf(wording).isEmpty()) continue;
            accepted++;
            assertThat(write(kind, wording).by()).as(wording.toString()).isEqualTo(new WordedBy(Language.DE, 7));
        }
        assertThat(accepted).isGreaterThan(500);
    }

    private static String mandatory(NotificationKind kind) {
        return kind.isCourtesy() ? "{{>unsubscribe}}" : kind == NotificationKind.INVITATION ? "{{way}}" : "";
    }

    private static String scribble(Random random) {
        var text = new StringBuilder();
        for (var i = random.nextInt(6); i > 0; i--) {
            var name = random.nextBoolean()
                    ? Variable.values()[random.nextInt(Variable.values().length)].word()
                    : List.of("x", "when", "join", "begin", ".", "a.b", "title").get(random.nextInt(7));
            var sigil = List.of("", "", "#", "^", "/", ">", "!", "&", "=").get(random.nextInt(9));
            text.append(List.of("", "\n", " a ", "{", "}", "<b>", "}}").get(random.nextInt(7)));
            text.append("{{")
                    .append(random.nextBoolean() ? " " : "")
                    .append(sigil)
                    .append(name)
                    .append("}}");
            if (sigil.equals("#") || sigil.equals("^"))
                if (random.nextInt(4) > 0) text.append("y{{/").append(name).append("}}");
        }
        return text.toString();
    }

    private Words write(NotificationKind kind, Wording wording) {
        var style = new Style(new WordedBy(Language.DE, 7), Optional.of(wording));
        return writer.write(styled(letter(kind), style), links());
    }

    private static Links links() {
        return MailSamples.ways().linksOf(letter(NotificationKind.INVITATION));
    }

    private static Letter styled(Letter it, Style style) {
        return with(it, it.assessment(), style);
    }

    private static Letter assessed(Letter it, Style style) {
        return with(it, Optional.of(assessment), style);
    }

    private static Letter with(Letter it, Optional<Assessment> assessment, Style style) {
        return new Letter(
                it.notificationId(),
                it.tenant(),
                it.kind(),
                it.recipient(),
                it.others(),
                it.meetingId(),
                it.title(),
                it.hostName(),
                it.time(),
                it.sequence(),
                it.reason(),
                it.summary(),
                assessment,
                style);
    }
}
