package dev.parley.infra.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Errors that are no more than a status. A side that needs a code of its own throws {@link ResponseStatusException} with
 * the code as the reason: {@code new ResponseStatusException(PRECONDITION_REQUIRED, "IF_MATCH_NEEDED")}.
 */
final class StatusFaults {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]{2,60}");
    private static final List<String> TOLD = List.of(HttpHeaders.ALLOW, HttpHeaders.ACCEPT, HttpHeaders.RETRY_AFTER);

    private StatusFaults() {}

    static Problem of(HttpStatus status) {
        return Problem.of(status, codeOf(status), textOf(status)).with(headersFor(status));
    }

    static Problem of(ResponseStatusException error) {
        var status = Optional.ofNullable(
                        HttpStatus.resolve(error.getStatusCode().value()))
                .orElse(HttpStatus.INTERNAL_SERVER_ERROR);
        var code = ownCode(error).orElseGet(() -> codeOf(status));
        return Problem.of(status, code, textOf(status)).with(headersOf(error, status));
    }

    /** What clients need to know beside the body. */
    static Map<String, String> headersFor(HttpStatus status) {
        return status == HttpStatus.SERVICE_UNAVAILABLE ? Map.of(HttpHeaders.RETRY_AFTER, "1") : Map.of();
    }

    /** Only our sides throw the plain exception; the reasons in the framework's own kinds repeat the request. */
    private static Optional<String> ownCode(ResponseStatusException error) {
        if (!error.getClass().equals(ResponseStatusException.class)) return Optional.empty();
        return Optional.ofNullable(error.getReason())
                .filter(words -> CODE.matcher(words).matches());
    }

    private static Map<String, String> headersOf(ResponseStatusException error, HttpStatus status) {
        var headers = new LinkedHashMap<>(headersFor(status));
        for (var name : TOLD) {
            var values = error.getHeaders().get(name);
            if (values != null) headers.put(name, String.join(", ", values));
        }
        return headers;
    }

    private static String codeOf(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "MALFORMED_REQUEST";
            case UNAUTHORIZED -> "UNAUTHENTICATED";
            case PRECONDITION_FAILED -> "VERSION_IS_STALE";
            case PRECONDITION_REQUIRED -> "IF_MATCH_NEEDED";
            case CONTENT_TOO_LARGE -> "TOO_LARGE";
            case SERVICE_UNAVAILABLE -> "UNAVAILABLE";
            case INTERNAL_SERVER_ERROR -> "BROKEN";
            default -> status.name();
        };
    }

    private static String textOf(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "The request is not what is expected here.";
            case UNAUTHORIZED -> "Sign in first: this needs a valid token.";
            case FORBIDDEN -> "Your role does not allow this.";
            case NOT_FOUND -> "There is nothing here.";
            case METHOD_NOT_ALLOWED -> "This cannot be done here.";
            case NOT_ACCEPTABLE -> "None of the accepted formats is available.";
            case CONFLICT -> "Somebody else changed this at the same moment; look again and retry.";
            case PRECONDITION_FAILED -> "This has changed since you saw it; look again and retry.";
            case CONTENT_TOO_LARGE -> "The body is larger than is accepted here.";
            case UNSUPPORTED_MEDIA_TYPE -> "The body has a format that is not accepted here.";
            case PRECONDITION_REQUIRED ->
                "Say which version you change: If-Match with the ETag that you saw, or * if you do not care.";
            case TOO_MANY_REQUESTS -> "That was a lot at once. Wait a little, then go on.";
            case SERVICE_UNAVAILABLE -> "This does not work at the moment; try again soon.";
            case INTERNAL_SERVER_ERROR -> "Something is broken on our side.";
            default -> status.getReasonPhrase() + ".";
        };
    }
}
