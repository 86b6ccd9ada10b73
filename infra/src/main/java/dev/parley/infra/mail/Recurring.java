package dev.parley.infra.mail;

import dev.parley.api.series.Occurrence;
import dev.parley.saga.notification.CalendarEntry.WholeSeries;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.DateList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RecurrenceId;

/** How a series says when it is: the first meeting, the rule, and what is left out, all on the clock of one zone. */
final class Recurring {
    private Recurring() {}

    static Stream<Property> rule(WholeSeries series) {
        var first = series.first();
        var start = first.localStart().atZone(first.zone());
        var always = Stream.<Property>of(
                new DtStart<>(start),
                new DtEnd<>(start.plus(first.duration())),
                new RRule<>(series.rule().text()));
        return Stream.concat(always, leftOut(series));
    }

    static RecurrenceId<ZonedDateTime> recurrenceId(Occurrence occurrence) {
        return new RecurrenceId<>(at(occurrence.recurrenceId(), occurrence.zone()));
    }

    private static Stream<Property> leftOut(WholeSeries series) {
        if (series.leftOut().isEmpty()) return Stream.empty();
        var zone = series.first().zone();
        var dates = new DateList<ZonedDateTime>(
                series.leftOut().stream().map(start -> at(start, zone)).toList());
        return Stream.of(new ExDate<>(new ParameterList(List.of(new TzId(zone.getId()))), dates));
    }

    private static ZonedDateTime at(LocalDateTime start, ZoneId zone) {
        return start.atZone(zone);
    }
}
