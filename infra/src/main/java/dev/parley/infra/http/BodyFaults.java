package dev.parley.infra.http;

import static dev.parley.api.ShapeRefusal.MALFORMED_BODY;

import dev.parley.api.Refused;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.codec.CodecException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What was wrong with a body, told by the path of the field and never by repeating what was sent. */
final class BodyFaults {
    /** A name that cannot carry anything but itself; other names are the sender's text and stay out of the answer. */
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

    private BodyFaults() {}

    static Optional<Problem> of(Causes causes) {
        if (causes.first(DataBufferLimitException.class).isPresent())
            return Optional.of(StatusFaults.of(HttpStatus.CONTENT_TOO_LARGE));
        if (causes.first(ServerWebInputException.class).isEmpty()) return Optional.empty();
        return causes.first(JacksonException.class)
                .map(fault -> causes.first(Refused.class)
                        .map(refused -> refusedInside(fault, refused))
                        .orElseGet(() -> unreadable(fault)))
                .or(() -> causes.first(CodecException.class).map(fault -> Problem.of(MALFORMED_BODY, "")));
    }

    /** A record refused itself while it was being read, so its field is seen from where the record stands. */
    private static Problem refusedInside(JacksonException fault, Refused refused) {
        var parent = path(fault.getPath());
        var seenFromOutside = parent.isEmpty() ? refused : refused.within(parent);
        return Problem.of(refused.refusal(), seenFromOutside.field().orElse(""));
    }

    private static Problem unreadable(JacksonException fault) {
        var told = switch (fault) {
            case StreamConstraintsException _ -> "The body is nested too deeply, or a part of it is too long.";
            case StreamReadException _ -> "The body is not valid JSON.";
            case UnrecognizedPropertyException _ -> "There is no such field here.";
            case InvalidFormatException wrong
            when wrong.getTargetType() != null && wrong.getTargetType().isEnum() ->
                "This is not one of the allowed values.";
            default -> "This is not the kind of value that is expected here.";
        };
        var isAboutAValue = fault instanceof DatabindException || fault instanceof InputCoercionException;
        var where = isAboutAValue ? path(fault.getPath()) : "";
        return Problem.of(HttpStatus.BAD_REQUEST, MALFORMED_BODY.name(), told).at(where);
    }

    /** For instance {@code questions[2].text}; ends before the first name that is not plain. */
    private static String path(List<JacksonException.Reference> references) {
        var path = new StringBuilder();
        for (var reference : references) {
            var name = reference.getPropertyName();
            if (name == null) path.append('[').append(reference.getIndex()).append(']');
            else if (!PLAIN_NAME.matcher(name).matches()) return path.toString();
            else path.append(path.isEmpty() ? "" : ".").append(name);
        }
        return path.toString();
    }
}
