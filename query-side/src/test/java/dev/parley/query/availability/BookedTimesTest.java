package dev.parley.query.availability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.TimeSlot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BookedTimesTest {
    private record Booked(long start, long end, long from, long to) {}

    /** Against the plain question, asked of each one; also where bookings overlap, as holds of one meeting may. */
    @RepeatedTest(20)
    void answer_as_if_each_was_asked(RepetitionInfo repetition) {
        var chance = new Random(repetition.getCurrentRepetition());
        var booked = new ArrayList<Booked>();
        for (var i = 0; i < 60; i++) {
            var start = minutes(chance.nextInt(2_000));
            var end = start + minutes(5 + chance.nextInt(90));
            booked.add(
                    new Booked(start, end, start - minutes(chance.nextInt(241)), end + minutes(chance.nextInt(241))));
        }
        booked.sort(Comparator.comparing(Booked::start));
        var times = BookedTimes.of(
                numbers(booked, Booked::start),
                numbers(booked, Booked::end),
                numbers(booked, Booked::from),
                numbers(booked, Booked::to));

        for (var i = 0; i < 200; i++) {
            var start = minutes(chance.nextInt(2_400) - 200);
            var end = start + minutes(1 + chance.nextInt(60));
            var range = new TimeSlot(Instant.ofEpochMilli(start), Instant.ofEpochMilli(end));
            assertThat(times.meetWithin(range))
                    .isEqualTo(booked.stream().anyMatch(it -> it.start() < end && it.end() > start));
            assertThat(times.occupy(range))
                    .isEqualTo(booked.stream().anyMatch(it -> it.from() < end && it.to() > start));
            assertThat(times.beginWithin(range)).isEqualTo((int) booked.stream()
                    .filter(it -> it.start() >= start && it.start() < end)
                    .count());
        }
    }

    private static Long[] numbers(List<Booked> booked, Function<Booked, Long> part) {
        return booked.stream().map(part).toArray(Long[]::new);
    }

    private static long minutes(int number) {
        return number * 60_000L;
    }
}
