package dev.parley.command.meeting;

import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.series.RecurrenceRule;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a meeting recurs, as it comes from outside: anything may be missing or misshapen. */
record RecurrenceBody(@Nullable String rrule, @Nullable List<String> exceptions) {

    /** @param exceptions local starts that are left out */
    record Recurrence(RecurrenceRule rule, List<LocalDateTime> exceptions) {}

    Recurrence recurrence() {
        try {
            var left = Shape.each("exceptions", exceptions, RecurrenceRule.MOST, Shape::localTime);
            return new Recurrence(RecurrenceRule.parse(rrule), left);
        } catch (Refused refused) {
            throw refused.within("recurrence");
        }
    }
}
