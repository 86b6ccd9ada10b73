package dev.parley.infra.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.api.Refusal;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * An error as clients see it (RFC 9457). The code is stable; title and detail are for people.
 *
 * @param field path in the body, or the parameter; empty where no single one is to blame
 * @param line of the field's text, counted from 1; absent where no single one is to blame
 * @param errors each fault, where there are several
 * @param headers that the status needs, for instance {@code Allow}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String field,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int line,
        List<Fault> errors,
        @JsonIgnore Map<String, String> headers) {

    /** One of several faults of one request. */
    public record Fault(String field, String code, String detail) {}

    public static Problem of(HttpStatus status, String code, String detail) {
        return new Problem(
                "urn:parley:problem:" + code,
                status.getReasonPhrase(),
                status.value(),
                detail,
                code,
                "",
                0,
                List.of(),
                Map.of());
    }

    static Problem of(Refusal refusal, String field) {
        var status = statusOf(refusal.kind());
        return of(status, refusal.name(), refusal.text()).at(field).with(StatusFaults.headersFor(status));
    }

    Problem at(String field) {
        return new Problem(type, title, status, detail, code, field, line, errors, headers);
    }

    Problem atLine(int line) {
        return new Problem(type, title, status, detail, code, field, line, errors, headers);
    }

    Problem with(List<Fault> errors) {
        return new Problem(type, title, status, detail, code, field, line, errors, headers);
    }

    Problem with(Map<String, String> headers) {
        return new Problem(type, title, status, detail, code, field, line, errors, headers);
    }

    private static HttpStatus statusOf(Refusal.Kind kind) {
        return switch (kind) {
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case UNACCEPTABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case UNCONDITIONAL -> HttpStatus.PRECONDITION_REQUIRED;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
