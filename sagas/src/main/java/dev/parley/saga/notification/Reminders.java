package dev.parley.saga.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which reminders a meeting still gets. Those whose moment has passed collapse into the next one to come; if none is to come,
 * into one that goes out at once.
 */
record Reminders(Optional<Duration> atOnce, List<Duration> later) {

    /** @param leads how long before the start, in any order */
    static Reminders of(List<Duration> leads, Instant start, Instant now) {
        if (!now.isBefore(start)) return new Reminders(Optional.empty(), List.of());
        Predicate<Duration> toCome = lead -> start.minus(lead).isAfter(now);
        var later = leads.stream().filter(toCome).distinct().sorted().toList();
        var missed = leads.stream().filter(toCome.negate()).min(Comparator.naturalOrder());
        return new Reminders(later.isEmpty() ? missed : Optional.empty(), later);
    }
}
