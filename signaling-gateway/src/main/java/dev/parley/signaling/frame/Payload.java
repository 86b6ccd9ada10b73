package dev.parley.signaling.frame;

import static dev.parley.api.ShapeRefusal.MALFORMED_BODY;
import static dev.parley.api.ShapeRefusal.MALFORMED_NUMBER;
import static dev.parley.api.ShapeRefusal.MALFORMED_TIME;
import static dev.parley.api.ShapeRefusal.MISSING;
import static dev.parley.api.ShapeRefusal.TOO_LONG;

import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.meeting.ParticipantId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The fields of one JSON object, each with its kind checked; nothing of what came is ever repeated in a refusal. */
record Payload(JsonNode object) {
    static final long LARGEST = 1L << 53;

    Payload inside(String field) {
        if (!object.path(field).isObject()) throw new Refused(MALFORMED_BODY, field);
        return new Payload(object.path(field));
    }

    boolean has(String field) {
        return !object.path(field).isMissingNode() && !object.path(field).isNull();
    }

    /** A string as it came, however strange. */
    String raw(String field, int max) {
        var value = object.path(field);
        if (value.isMissingNode() || value.isNull()) throw new Refused(MISSING, field);
        if (!value.isString()) throw new Refused(MALFORMED_BODY, field);
        if (value.stringValue().length() > max) throw new Refused(TOO_LONG, field);
        return value.stringValue();
    }

    String line(String field, int max) {
        return Shape.line(field, raw(field, Integer.MAX_VALUE), max);
    }

    String paragraphs(String field, int max) {
        return Shape.paragraphs(field, raw(field, Integer.MAX_VALUE), max);
    }

    Optional<String> optionalLine(String field, int max) {
        return has(field) ? Optional.of(line(field, max)) : Optional.empty();
    }

    UUID uuid(String field) {
        return Shape.uuid(field, raw(field, 36));
    }

    ParticipantId participant(String field) {
        return new ParticipantId(uuid(field));
    }

    <E extends Enum<E>> E choice(String field, Class<E> type) {
        return Shape.choice(field, raw(field, 40), type);
    }

    boolean flag(String field) {
        var value = object.path(field);
        if (value.isMissingNode() || value.isNull()) throw new Refused(MISSING, field);
        if (!value.isBoolean()) throw new Refused(MALFORMED_BODY, field);
        return value.booleanValue();
    }

    long whole(String field, long min, long max) {
        var value = object.path(field);
        if (value.isMissingNode() || value.isNull()) throw new Refused(MISSING, field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) throw new Refused(MALFORMED_NUMBER, field);
        var number = value.longValue();
        if (number < min || number > max) throw new Refused(MALFORMED_NUMBER, field);
        return number;
    }

    /** Between 0 and 1. */
    double share(String field) {
        var value = object.path(field);
        if (value.isMissingNode() || value.isNull()) throw new Refused(MISSING, field);
        if (!value.isNumber()) throw new Refused(MALFORMED_NUMBER, field);
        var number = value.doubleValue();
        if (!(number >= 0 && number <= 1)) throw new Refused(MALFORMED_NUMBER, field);
        return number;
    }

    Instant instant(String field) {
        return optionalInstant(field).orElseThrow(() -> new Refused(MISSING, field));
    }

    Optional<Instant> optionalInstant(String field) {
        if (!has(field)) return Optional.empty();
        try {
            return Optional.of(Instant.parse(raw(field, 40)));
        } catch (DateTimeParseException e) {
            throw new Refused(MALFORMED_TIME, field);
        }
    }
}
