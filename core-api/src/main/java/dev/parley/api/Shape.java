package dev.parley.api;

import static dev.parley.api.ShapeRefusal.*;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Guards for the shape of messages: each returns the clean value or refuses with a code and the field's path. */
public final class Shape {
    public static final int NAME = 200;
    public static final int TITLE = 200;
    public static final int SENTENCE = 1_000;
    public static final int TEXT = 10_000;

    /** A deliverable addr-spec: dot-atom local part and a dotted domain. Quoted locals, comments and literals are refused (RFC 5321 §4.1.2 allows more than mail systems deliver). */
    private static final Pattern EMAIL = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

    private Shape() {}

    /** One line of text, stripped; between 1 and {@code max} code units, without control or direction-changing characters. */
    public static String line(String field, @Nullable String value, int max) {
        var text = paragraphs(field, value, max);
        if (text.chars().anyMatch(c -> c == '\n')) throw new Refused(CONTROL_CHARACTERS, field);
        return text;
    }

    /** Text that may have line breaks; otherwise as {@link #line}. */
    public static String paragraphs(String field, @Nullable String value, int max) {
        if (value == null) throw new Refused(MISSING, field);
        var text = value.replace("\r\n", "\n").strip();
        if (text.length() > max) throw new Refused(TOO_LONG, field);
        if (hides(text)) throw new Refused(CONTROL_CHARACTERS, field);
        if (text.codePoints().allMatch(Shape::invisible)) throw new Refused(MISSING, field);
        return text;
    }

    /** As {@link #line}, but may be absent; absent and blank are both the empty string. */
    public static String optionalLine(String field, @Nullable String value, int max) {
        return value == null || value.isBlank() ? "" : line(field, value, max);
    }

    public static String email(String field, @Nullable String value) {
        var address = line(field, value, 254);
        if (address.indexOf('@') > 64 || !EMAIL.matcher(address).matches()) throw new Refused(MALFORMED_EMAIL, field);
        return address;
    }

    public static UUID uuid(String field, @Nullable String value) {
        if (value == null || value.isBlank()) throw new Refused(MISSING, field);
        if (value.length() != 36) throw new Refused(MALFORMED_ID, field);
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw new Refused(MALFORMED_ID, field);
        }
    }

    /** A region under its present name, whatever it was called; never an offset, nor a name that is no place: their rules would be lost. */
    public static ZoneId zone(String field, @Nullable String value) {
        if (value == null || value.isBlank()) throw new Refused(MISSING, field);
        return Regions.inForce().named(value).orElseThrow(() -> new Refused(noRegion(value), field));
    }

    private static ShapeRefusal noRegion(String value) {
        try {
            ZoneId.of(value, ZoneId.SHORT_IDS);
            return NOT_A_REGION;
        } catch (DateTimeException e) {
            return UNKNOWN_ZONE;
        }
    }

    public static LocalDateTime localTime(String field, @Nullable String value) {
        if (value == null || value.isBlank()) throw new Refused(MISSING, field);
        return localTime(field, MALFORMED_TIME, value);
    }

    private static LocalDateTime localTime(String field, ShapeRefusal otherwise, String value) {
        try {
            var time = LocalDateTime.parse(value);
            if (time.getYear() < 2000 || time.getYear() > 2100) throw new Refused(otherwise, field);
            return time;
        } catch (DateTimeParseException e) {
            throw new Refused(otherwise, field);
        }
    }

    /** Hours and minutes on the wall. */
    public static LocalTime clockTime(String field, @Nullable String value) {
        if (value == null || value.isBlank()) throw new Refused(MISSING, field);
        if (value.length() != 5) throw new Refused(MALFORMED_CLOCK_TIME, field);
        try {
            return LocalTime.parse(value);
        } catch (DateTimeParseException e) {
            throw new Refused(MALFORMED_CLOCK_TIME, field);
        }
    }

    public static LocalDate date(String field, @Nullable String value) {
        if (value == null || value.isBlank()) throw new Refused(MISSING, field);
        if (value.length() != 10) throw new Refused(MALFORMED_DATE, field);
        return localTime(field, MALFORMED_DATE, value + "T00:00").toLocalDate();
    }

    public static Instant instant(String field, @Nullable String value) {
        if (value == null || value.isBlank()) throw new Refused(MISSING, field);
        try {
            var moment = OffsetDateTime.parse(value);
            if (moment.getYear() < 2000 || moment.getYear() > 2100) throw new Refused(MALFORMED_INSTANT, field);
            return moment.toInstant();
        } catch (DateTimeParseException e) {
            throw new Refused(MALFORMED_INSTANT, field);
        }
    }

    public static Duration duration(String field, @Nullable String value) {
        if (value == null || value.isBlank()) throw new Refused(MISSING, field);
        try {
            return Duration.parse(value);
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new Refused(MALFORMED_DURATION, field);
        }
    }

    public static int number(String field, @Nullable Integer value, int min, int max) {
        if (value == null) throw new Refused(MISSING, field);
        if (value < min || value > max) throw new Refused(MALFORMED_NUMBER, field);
        return value;
    }

    /** The tag of a language (BCP 47) as it is usually written: {@code de}, {@code pt-BR}. */
    public static String language(String field, @Nullable String value) {
        if (value == null || value.isBlank()) throw new Refused(MISSING, field);
        if (value.length() > 35) throw new Refused(MALFORMED_LANGUAGE, field);
        try {
            var locale = new Locale.Builder().setLanguageTag(value).build();
            var language = locale.getLanguage();
            if (language.isEmpty() || language.length() > 3) throw new Refused(MALFORMED_LANGUAGE, field);
            return locale.toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw new Refused(MALFORMED_LANGUAGE, field);
        }
    }

    /** A constant by its wire name: lower case with dashes, {@code yes-no} for {@code YES_NO}. */
    public static <E extends Enum<E>> E choice(String field, @Nullable String value, Class<E> type) {
        if (value == null || value.isBlank()) throw new Refused(MISSING, field);
        for (var constant : type.getEnumConstants())
            if (WireFormat.name(constant).equals(value)) return constant;
        throw new Refused(MALFORMED_CHOICE, field);
    }

    public static <T> T present(String field, @Nullable T value) {
        if (value == null) throw new Refused(MISSING, field);
        return value;
    }

    public static <T> List<T> atMost(int max, String field, List<T> list) {
        if (list.size() > max) throw new Refused(TOO_MANY, field);
        return List.copyOf(list);
    }

    /** Maps a list that may be absent, giving each entry its path {@code field[i]}. */
    public static <T, R> List<R> each(String field, @Nullable List<T> list, int max, BiFunction<String, T, R> map) {
        if (list == null) return List.of();
        if (list.size() > max) throw new Refused(TOO_MANY, field);
        return IntStream.range(0, list.size())
                .mapToObj(i -> map.apply(field + "[" + i + "]", present(field + "[" + i + "]", list.get(i))))
                .toList();
    }

    private static boolean unprintable(int c) {
        var control = Character.isISOControl(c) && c != '\n' && c != '\t';
        var lineOrDirection =
                c == 0x2028 || c == 0x2029 || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return control || lineOrDirection || c == 0xFEFF;
    }

    private static boolean invisible(int c) {
        return Character.isWhitespace(c) || Character.getType(c) == Character.FORMAT || Character.isSpaceChar(c);
    }

    private static boolean hides(String text) {
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c >= ' ' && c <= '~') continue; // most are, and texts may be long
            if (unprintable(c) || isAlone(text, at)) return true;
        }
        return false;
    }

    private static boolean isAlone(String text, int at) {
        if (Character.isHighSurrogate(text.charAt(at)))
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        return Character.isLowSurrogate(text.charAt(at))
                && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
