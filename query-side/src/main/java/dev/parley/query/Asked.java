package dev.parley.query;

import static dev.parley.api.ShapeRefusal.ENDS_BEFORE_IT_STARTS;
import static dev.parley.api.ShapeRefusal.MALFORMED_INSTANT;
import static dev.parley.api.ShapeRefusal.MALFORMED_NUMBER;

import dev.parley.api.Refused;
import dev.parley.api.Shape;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** What people wrote into an address, made into values or refused with a code and the parameter's name. */
public final class Asked {
    private Asked() {}

    /** A parameter that is there but blank counts as absent. */
    public static Optional<String> given(Optional<String> value) {
        return value.filter(text -> !text.isBlank()).map(String::strip);
    }

    /** One line of words. */
    public static Optional<String> words(String field, Optional<String> value) {
        return given(value).map(text -> Shape.line(field, text, Shape.NAME));
    }

    public static int limit(Optional<String> value, int otherwise, int most) {
        return given(value).map(text -> number("limit", text, 1, most)).orElse(otherwise);
    }

    public static int number(String field, String text, int least, int most) {
        try {
            return Shape.number(field, Integer.valueOf(text), least, most);
        } catch (NumberFormatException e) {
            throw new Refused(MALFORMED_NUMBER, field);
        }
    }

    public static ZoneId zone(Optional<String> value) {
        return given(value).map(text -> Shape.zone("zone", text)).orElse(ZoneOffset.UTC);
    }

    /** An instant, or a date: the moment it begins in the zone. */
    public static Optional<Instant> from(Optional<String> value, ZoneId zone) {
        return given(value).map(text -> moment("from", text, zone, 0));
    }

    /** An instant, or a date: the moment it is over in the zone, so that a date includes its day. */
    public static Optional<Instant> to(Optional<String> value, ZoneId zone) {
        return given(value).map(text -> moment("to", text, zone, 1));
    }

    public static void inOrder(Instant from, Instant to) {
        if (to.isBefore(from)) throw new Refused(ENDS_BEFORE_IT_STARTS, "to");
    }

    private static Instant moment(String field, String text, ZoneId zone, int daysOn) {
        try {
            var moment = text.length() == 10
                    ? LocalDate.parse(text).plusDays(daysOn).atStartOfDay(zone).toInstant()
                    // A plus sign in an address means a space, and clients forget to write it as %2B.
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            var year = moment.atOffset(ZoneOffset.UTC).getYear();
            if (year < 1970 || year > 2200) throw new Refused(MALFORMED_INSTANT, field);
            return moment;
        } catch (DateTimeException e) {
            throw new Refused(MALFORMED_INSTANT, field);
        }
    }
}
