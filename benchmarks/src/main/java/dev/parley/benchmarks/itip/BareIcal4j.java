package dev.parley.benchmarks.itip;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;

/**
 * The same event made and written by the library alone: the properties of a document of ours with the same names, parameters and
 * values, new for each, through its own outputter without validation. It folds by characters, not octets.
 */
final class BareIcal4j {
    private final Calendar document;
    private final CalendarOutputter outputter = new CalendarOutputter(false);

    /** @param document one of ours, read back */
    BareIcal4j(Calendar document) {
        this.document = document;
    }

    String write(Instant start, Instant end, Instant now) {
        var components = new ArrayList<CalendarComponent>();
        for (CalendarComponent component : document.getComponents())
            components.add(component instanceof VEvent event ? copy(event, start, end, now) : component);
        var text = new StringWriter(1_024);
        try {
            outputter.output(new Calendar(document.getPropertyList(), new ComponentList<>(components)), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static VEvent copy(VEvent event, Instant start, Instant end, Instant now) {
        List<Property> properties = new ArrayList<>();
        for (var property : event.getPropertyList().getAll())
            properties.add(
                    switch (property.getName()) {
                        case "DTSTAMP" -> new DtStamp(now);
                        case "DTSTART" -> new DtStart<>(start);
                        case "DTEND" -> new DtEnd<>(end);
                        case "ATTENDEE" ->
                            new Attendee(
                                    new ParameterList(
                                            property.getParameterList().getAll()),
                                    URI.create(property.getValue()));
                        default -> property;
                    });
        var alarms = event.getComponentList().getAll().stream()
                .filter(VAlarm.class::isInstance)
                .map(VAlarm.class::cast)
                .toList();
        return new VEvent(new PropertyList(properties), new ComponentList<>(alarms));
    }
}
