package dev.parley.infra.http;

import dev.parley.api.Refused;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;

/** Finds the problem in whatever was thrown, however deep it was wrapped on its way. */
final class Problems {
    private Problems() {}

    /** Empty: nobody foresaw this, it is our bug. */
    static Optional<Problem> in(Throwable error, String path) {
        var causes = Causes.of(error);
        return BodyFaults.of(causes)
                .or(() -> causes.first(Refused.class).map(Problems::refused))
                .or(() -> causes.firstAnswer(cause -> StorageFaults.of(cause, path)))
                .or(() -> causes.first(AuthenticationServiceException.class).map(_ -> issuerIsAway()))
                .or(() -> causes.firstAnswer(RequestFaults::of));
    }

    static Problem broken(String incident) {
        var told = "Something is broken on our side. If you report it, name the incident " + incident + ".";
        return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "BROKEN", told);
    }

    /** Whether a token is good cannot be said while the issuer's keys cannot be had. */
    private static Problem issuerIsAway() {
        return StatusFaults.of(HttpStatus.SERVICE_UNAVAILABLE);
    }

    private static Problem refused(Refused refused) {
        return Problem.of(refused.refusal(), refused.field().orElse(""))
                .atLine(refused.line().orElse(0));
    }
}
