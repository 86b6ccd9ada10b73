package dev.parley.infra.mail;

import static dev.parley.infra.mail.MailSamples.letter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.api.Samples;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.series.Occurrence;
import dev.parley.api.series.SeriesId;
import dev.parley.saga.notification.CalendarEntry;
import dev.parley.saga.notification.CalendarEntry.OneOfSeries;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentCheckTest {
    private static final CalendarEntry one = new OneOfSeries(new Occurrence(
            SeriesId.beginningWith(Samples.discoveryCall),
            2,
            MailSamples.nineInBerlin.localStart(),
            MailSamples.nineInBerlin.zone()));

    private final DocumentCheck check = new DocumentCheck();

    @Test
    void lets_no_document_out_that_says_too_little() {
        for (var entry : List.of(CalendarEntry.SINGLE, one))
            for (var attempt = 0; attempt < 2; attempt++)
                assertThatIllegalStateException()
                        .isThrownBy(() -> check.look(nameless(), "REQUEST", entry))
                        .withMessageContaining("UID");
    }

    @Test
    void what_one_form_is_says_nothing_about_another() throws Exception {
        var sound = document("Lena Lead", "Discovery call", CalendarEntry.SINGLE);
        check.look(sound, "REQUEST", CalendarEntry.SINGLE);
        assertThatIllegalStateException().isThrownBy(() -> check.look(nameless(), "CANCEL", CalendarEntry.SINGLE));
        assertThatIllegalStateException().isThrownBy(() -> check.look(nameless(), "REQUEST", one));
    }

    /** The reason why one document may speak for all of its form. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN:VEVENT",
                "a\"b;c,d\\e:f",
                "END:VCALENDAR\\nUID:x",
                "佐藤 花子",
                "^n^'^^",
                "=?utf-8?q?x?=",
                "DTSTART;VALUE=DATE:20261201"
            })
    void nothing_that_people_write_makes_a_document_invalid(String text) throws Exception {
        for (var entry : List.of(CalendarEntry.SINGLE, one))
            assertThat(document(text, text, entry).validate().getEntries()).isEmpty();
    }

    private static Calendar nameless() {
        var document = new Calendar();
        document.add(new ProdId("-//Parley//Meetings//EN"));
        document.add(ImmutableVersion.VERSION_2_0);
        document.add(ImmutableMethod.REQUEST);
        document.add(new VEvent(false));
        return document;
    }

    private static Calendar document(String name, String title, CalendarEntry entry) throws Exception {
        var about = letter(
                NotificationKind.INVITATION,
                MailSamples.lead(name, "lena@acme.test"),
                title,
                "",
                MailSamples.nineInBerlin,
                0);
        var text = new InviteDocument(MailSamples.settings())
                .of(MailSamples.as(about, entry), URI.create("https://meet.example/join/x"), Samples.now);
        return new CalendarBuilder().build(new StringReader(text));
    }
}
