package dev.parley.infra.mail;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import org.jspecify.annotations.Nullable;

/**
 * A VTIMEZONE (RFC 5545 §3.6.5) that says no more than a calendar needs around some dates. Where clocks change every year
 * by rule it has two observances with an RRULE; Outlook shifts meetings in zones that are lists of dates (RDATE) or begin
 * with the sun's offset. Where no rule holds through these years, as in Morocco, each change is an observance of its own.
 */
public final class CompactZone {
    private final ZoneRules rules;
    private final int firstYear;
    private final int lastYear;

    private CompactZone(ZoneRules rules, int firstYear, int lastYear) {
        this.rules = rules;
        this.firstYear = firstYear;
        this.lastYear = lastYear;
    }

    /** True from the beginning of the year before {@code from} to the end of the year after {@code to}. */
    public static VTimeZone of(ZoneId zone, Instant from, Instant to) {
        var compact = new CompactZone(zone.getRules(), yearOf(from) - 1, yearOf(to) + 1);
        return new VTimeZone(
                new PropertyList(List.of(new TzId(zone.getId()))), new ComponentList<>(compact.observances()));
    }

    static int yearOf(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).getYear();
    }

    private List<Observance> observances() {
        var changes = changes();
        if (changes.isEmpty()) return List.of(beginning());
        return yearly(changes)
                .orElseGet(() -> Stream.concat(
                                Stream.of(beginning()), changes.stream().map(it -> observance(it, null)))
                        .toList());
    }

    private List<ZoneOffsetTransition> changes() {
        var changes = new ArrayList<ZoneOffsetTransition>();
        var end = startOf(lastYear + 1);
        var change = rules.nextTransition(startOf(firstYear));
        while (change != null && change.getInstant().isBefore(end)) {
            changes.add(change);
            change = rules.nextTransition(change.getInstant());
        }
        return changes;
    }

    /** Present if nothing but the rules of every year made these changes. */
    private Optional<List<Observance>> yearly(List<ZoneOffsetTransition> changes) {
        var observances = new ArrayList<Observance>();
        var byRule = new ArrayList<ZoneOffsetTransition>();
        for (var rule : rules.getTransitionRules()) {
            var recurrence = YearlyRecurrence.of(rule);
            if (recurrence.isEmpty()) return Optional.empty();
            observances.add(observance(rule.createTransition(firstYear), recurrence.get()));
            for (var year = firstYear; year <= lastYear; year++) byRule.add(rule.createTransition(year));
        }
        var same = byRule.size() == changes.size() && byRule.containsAll(changes);
        return same ? Optional.of(observances) : Optional.empty();
    }

    /** What holds before the first change that is told. */
    private Observance beginning() {
        var start = startOf(firstYear);
        var offset = rules.getOffset(start);
        var properties = properties(LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC), offset, offset);
        return rules.isDaylightSavings(start)
                ? new Daylight(new PropertyList(properties))
                : new Standard(new PropertyList(properties));
    }

    private Observance observance(ZoneOffsetTransition change, @Nullable String recurrence) {
        var properties = properties(change.getDateTimeBefore(), change.getOffsetBefore(), change.getOffsetAfter());
        if (recurrence != null) properties.add(new RRule<LocalDateTime>(recurrence));
        return rules.isDaylightSavings(change.getInstant())
                ? new Daylight(new PropertyList(properties))
                : new Standard(new PropertyList(properties));
    }

    private static List<Property> properties(LocalDateTime start, ZoneOffset before, ZoneOffset after) {
        return new ArrayList<>(List.of(new DtStart<>(start), new TzOffsetFrom(before), new TzOffsetTo(after)));
    }

    private static Instant startOf(int year) {
        return Year.of(year).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
