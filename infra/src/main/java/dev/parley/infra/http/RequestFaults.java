package dev.parley.infra.http;

import static dev.parley.api.RequestRefusal.IF_MATCH_NEEDED;
import static dev.parley.api.ShapeRefusal.MALFORMED_BODY;
import static dev.parley.api.ShapeRefusal.MALFORMED_CHOICE;
import static dev.parley.api.ShapeRefusal.MALFORMED_ID;
import static dev.parley.api.ShapeRefusal.MALFORMED_NUMBER;
import static dev.parley.api.ShapeRefusal.MALFORMED_TIME;
import static dev.parley.api.ShapeRefusal.MISSING;

import dev.parley.api.Refusal;
import java.time.temporal.Temporal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;

/** What was wrong with the values of a request: parameters, headers, path variables, validated fields. */
final class RequestFaults {
    private RequestFaults() {}

    static Optional<Problem> of(Throwable error) {
        return switch (error) {
            case WebExchangeBindException faults -> Optional.of(several(faults));
            case MissingRequestValueException missing -> Optional.of(missing(missing));
            case ServerWebInputException wrong -> Optional.of(wrongInput(wrong));
            case ResponseStatusException other -> Optional.of(StatusFaults.of(other));
            default -> Optional.empty();
        };
    }

    private static Problem several(WebExchangeBindException faults) {
        var errors = faults.getFieldErrors().stream().map(RequestFaults::fault).toList();
        var field = errors.isEmpty() ? "" : errors.getFirst().field();
        return Problem.of(MALFORMED_BODY, field).with(errors);
    }

    private static Problem.Fault fault(FieldError error) {
        var words = error.getDefaultMessage();
        return new Problem.Fault(
                error.getField(), "MALFORMED_FIELD", words == null ? "This value is not accepted." : words);
    }

    private static Problem missing(MissingRequestValueException missing) {
        if (!HttpHeaders.IF_MATCH.equalsIgnoreCase(missing.getName())) return Problem.of(MISSING, missing.getName());
        return Problem.of(IF_MATCH_NEEDED, "");
    }

    private static Problem wrongInput(ServerWebInputException wrong) {
        var parameter = wrong.getMethodParameter();
        if (parameter == null || parameter.hasParameterAnnotation(RequestBody.class))
            return Problem.of(MALFORMED_BODY, "");
        return Causes.of(wrong)
                .first(TypeMismatchException.class)
                .map(mismatch -> Problem.of(shapeOf(mismatch.getRequiredType()), nameOf(parameter)))
                .orElseGet(() -> StatusFaults.of(HttpStatus.BAD_REQUEST).at(nameOf(parameter)));
    }

    /** Parameters that are neither choices, times nor numbers are ids. */
    private static Refusal shapeOf(@Nullable Class<?> wanted) {
        if (wanted == null) return MALFORMED_ID;
        if (wanted.isEnum()) return MALFORMED_CHOICE;
        if (Temporal.class.isAssignableFrom(wanted)) return MALFORMED_TIME;
        if (Number.class.isAssignableFrom(wanted) || wanted.isPrimitive()) return MALFORMED_NUMBER;
        return MALFORMED_ID;
    }

    private static String nameOf(MethodParameter parameter) {
        var name = parameter.getParameterName();
        return name == null ? "" : name;
    }
}
