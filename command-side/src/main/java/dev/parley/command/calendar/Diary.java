package dev.parley.command.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.api.TimeSlot;
import dev.parley.api.calendar.Bookings;
import dev.parley.api.meeting.MeetingId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is held and booked, in the order of time, so that a question about a range looks at nothing else. */
class Diary {
    /** More than any meeting occupies with its buffers: 8 hours, and 4 on either side. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private final NavigableMap<Instant, List<Entry>> byStart = new TreeMap<>();
    private final Map<MeetingId, Entry> booked = new HashMap<>();

    Diary() {}

    @JsonCreator
    Diary(List<Entry> entries) {
        entries.forEach(this::add);
    }

    @JsonValue
    List<Entry> entries() {
        return all().toList();
    }

    void add(Entry entry) {
        byStart.computeIfAbsent(entry.occupied().start(), _ -> new ArrayList<>(1))
                .add(entry);
        if (entry.is(Entry.Kind.BOOKED)) booked.put(entry.meetingId(), entry);
    }

    void remove(Entry entry) {
        byStart.computeIfPresent(entry.occupied().start(), (_, there) -> {
            there.remove(entry);
            return there.isEmpty() ? null : there;
        });
        if (entry.is(Entry.Kind.BOOKED)) booked.remove(entry.meetingId(), entry);
    }

    Optional<Entry> bookingOf(MeetingId meeting) {
        return Optional.ofNullable(booked.get(meeting));
    }

    Optional<Entry> holdOf(MeetingId meeting, TimeSlot slot) {
        return reachingInto(slot)
                .filter(entry -> entry.is(Entry.Kind.HELD) && entry.isFor(meeting, slot))
                .findFirst();
    }

    List<Entry> holdsOf(MeetingId meeting) {
        return all().filter(
                        entry -> entry.is(Entry.Kind.HELD) && entry.meetingId().equals(meeting))
                .toList();
    }

    long standingHolds(Instant at) {
        return all().filter(entry -> entry.is(Entry.Kind.HELD) && entry.stands(at))
                .count();
    }

    /** Nobody asks about the past any more. */
    void forgetBefore(Instant time) {
        var past = byStart.headMap(time.minus(LONGEST));
        past.values().stream().flatMap(List::stream).forEach(entry -> booked.remove(entry.meetingId(), entry));
        past.clear();
    }

    /** As it is in the way of one meeting: a meeting is never in its own. */
    Bookings inTheWayOf(MeetingId meeting, Instant at) {
        return new Bookings() {
            @Override
            public boolean meetWithin(TimeSlot range) {
                return anyReaches(range, Entry::slot);
            }

            @Override
            public boolean occupy(TimeSlot range) {
                return anyReaches(range, Entry::occupied);
            }

            private boolean anyReaches(TimeSlot range, Function<Entry, TimeSlot> part) {
                return reachingInto(range)
                        .anyMatch(entry -> entry.stands(at)
                                && isAnother(entry)
                                && part.apply(entry).overlaps(range));
            }

            @Override
            public int beginWithin(TimeSlot range) {
                return (int) reachingInto(range)
                        .filter(entry -> entry.stands(at) || entry.is(Entry.Kind.OVER))
                        .filter(this::isAnother)
                        .filter(entry -> !entry.slot().start().isBefore(range.start())
                                && entry.slot().start().isBefore(range.end()))
                        .map(Entry::meetingId)
                        .distinct()
                        .count();
            }

            private boolean isAnother(Entry entry) {
                return !entry.meetingId().equals(meeting);
            }
        };
    }

    /** All that may do so, and some that end before it. */
    private Stream<Entry> reachingInto(TimeSlot range) {
        return byStart.subMap(range.start().minus(LONGEST), range.end()).values().stream()
                .flatMap(Collection::stream);
    }

    private Stream<Entry> all() {
        return byStart.values().stream().flatMap(Collection::stream);
    }
}
