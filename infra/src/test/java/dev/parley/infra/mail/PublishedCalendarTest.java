package dev.parley.infra.mail;

import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.now;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.query.calendarfeed.FeedDocument.Entry;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A host's feed, read back by the calendar library. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PublishedCalendarTest {
    private final PublishedCalendar calendar = new PublishedCalendar(MailSamples.settings(), new MailSamples.Links());

    @Test
    void publishes_meetings_under_the_names_that_letters_give_them() throws Exception {
        var read = read(write("Discovery call"));
        assertThat(value(read, "METHOD")).isEqualTo("PUBLISH");
        var event = read.getComponents().getFirst();
        assertThat(event.getPropertyList().getAll())
                .extracting(property -> property.getName() + ":" + property.getValue())
                .contains(
                        "UID:" + discoveryCall + "@parley.example",
                        "SEQUENCE:7",
                        "DTSTART:20261130T080000Z",
                        "DTEND:20261130T083000Z",
                        "SUMMARY:Discovery call",
                        "STATUS:CONFIRMED")
                .noneMatch(line -> line.startsWith("ATTENDEE"));
        assertThat(read.validate().getEntries()).isEmpty();
    }

    @Test
    void is_a_calendar_even_when_there_is_nothing_in_it() throws Exception {
        var empty = calendar.of(demo, List.of(), now);
        assertThat(read(empty).getComponents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\r\nATTENDEE:mailto:eve@evil.test",
                "x\nEND:VEVENT\nBEGIN:VEVENT\nUID:2",
                "x\u2028BEGIN:VALARM",
                "\\;,:\"\\n",
                "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"
            })
    void lets_no_title_add_anything(String title) throws Exception {
        var document = write(title);
        assertThat(document.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(document.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
        var events = read(document).getComponents();
        assertThat(events).extracting(Component::getName).containsExactly("VEVENT");
        assertThat(events.getFirst().getPropertyList().getAll()).hasSize(10);
    }

    private String write(String title) {
        var entry = new Entry(discoveryCall, title, "Lena " + title, now, now.plusSeconds(1_800), 7);
        return calendar.of(demo, List.of(entry), now);
    }

    private static Calendar read(String document) throws Exception {
        return new CalendarBuilder().build(new StringReader(document));
    }

    private static String value(Calendar calendar, String name) {
        return calendar.getPropertyList().getFirst(name).orElseThrow().getValue();
    }
}
