package dev.parley.command.calendar;

import static dev.parley.api.ShapeRefusal.MISSING;

import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.calendar.Availability;
import dev.parley.api.calendar.Availability.DateHours;
import dev.parley.api.calendar.Availability.WeeklyHours;
import dev.parley.api.calendar.Hours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** When a host can be met, as it comes from outside: anything may be missing or misshapen. */
record AvailabilityBody(
        @Nullable String zone,
        @Nullable List<WeeklyBody> weekly,
        @Nullable List<DateBody> overrides,
        @Nullable Integer minimumNoticeMinutes,
        @Nullable Integer horizonDays,
        @Nullable Integer stepMinutes,
        @Nullable Integer mostPerDay,
        @Nullable Integer mostPerWeek) {

    record WeeklyBody(
            @Nullable String day,
            @Nullable String from,
            @Nullable String to) {
        WeeklyHours hours(String path) {
            return within(
                    path,
                    () -> new WeeklyHours(Shape.choice("day", day, DayOfWeek.class), new HoursBody(from, to).hours()));
        }
    }

    record DateBody(@Nullable String date, @Nullable List<HoursBody> hours) {
        DateHours hours(String path) {
            return within(
                    path,
                    () -> new DateHours(
                            Shape.date("date", date),
                            Shape.each("hours", hours, 10, (inner, part) -> within(inner, part::hours))));
        }
    }

    record HoursBody(@Nullable String from, @Nullable String to) {
        Hours hours() {
            var end = "24:00".equals(to) ? LocalTime.MIDNIGHT : Shape.clockTime("to", to);
            return new Hours(Shape.clockTime("from", from), end);
        }
    }

    Availability availability() {
        if (weekly == null) throw new Refused(MISSING, "weekly");
        return new Availability(
                Shape.zone("zone", zone),
                Shape.each("weekly", weekly, 100, (path, hours) -> hours.hours(path)),
                Shape.each("overrides", overrides, 366, (path, date) -> date.hours(path)),
                otherwise(minimumNoticeMinutes, 0),
                otherwise(horizonDays, 60),
                otherwise(stepMinutes, 30),
                Optional.ofNullable(mostPerDay),
                Optional.ofNullable(mostPerWeek));
    }

    private static int otherwise(@Nullable Integer given, int usual) {
        return given == null ? usual : given;
    }

    private static <T> T within(String path, Supplier<T> part) {
        try {
            return part.get();
        } catch (Refused refused) {
            throw refused.within(path);
        }
    }
}
