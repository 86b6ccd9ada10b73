package dev.parley.infra.identity;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;
import static org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers.matchers;
import static org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers.pathMatchers;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;

/** Which role opens which door; the first line that fits decides. What is not under {@code /api} is the page and its files. */
final class Doors {
    /** Open to all: these are entered with a signed link or a secret address, are how one signs in, or tell what all know. */
    static final ServerWebExchangeMatcher OPEN = matchers(
            pathMatchers(POST, "/api/v1/session"),
            pathMatchers("/api/v1/guest/**"),
            pathMatchers("/api/v1/public/**"),
            pathMatchers(GET, "/api/v1/calendar/*.ics"),
            pathMatchers(GET, "/api/v1/zones", "/api/v1/zones/offsets"),
            pathMatchers(POST, "/unsubscribe/*"),
            pathMatchers("/signal", "/actuator/health/**"));

    private static final String[] STAFF = {"SALES", "ADMIN"};
    private static final String[] EVERYBODY = {"SALES", "AUDITOR", "CRM_ADMIN", "ADMIN"};

    private Doors() {}

    static void rules(AuthorizeExchangeSpec door) {
        door.matchers(OPEN).permitAll();
        door.pathMatchers("/actuator/**").hasRole("ADMIN");
        // Whoever reads these can enter a room in a guest's name.
        door.pathMatchers("/api/v1/meetings/*/tickets", "/api/v1/meetings/*/links")
                .hasAnyRole(STAFF);
        door.pathMatchers("/api/v1/demo/**").hasAnyRole("SALES", "CRM_ADMIN", "ADMIN");
        door.pathMatchers("/api/v1/audit/**").hasAnyRole("AUDITOR", "SALES", "ADMIN");
        // Shows how the house sends, and makes it knock at a server.
        door.pathMatchers("/api/v1/mail/diagnose").hasRole("ADMIN");
        // Technical, but of all tenants.
        door.pathMatchers(GET, "/api/v1/operations/**").hasAnyRole("AUDITOR", "ADMIN");
        door.pathMatchers("/api/v1/operations/**").hasRole("ADMIN");
        for (var reading : List.of(GET, HEAD))
            door.pathMatchers(reading, "/api/**").hasAnyRole(EVERYBODY);
        for (var changing : changing()) {
            door.pathMatchers(changing, "/api/v1/crm/**").hasAnyRole("CRM_ADMIN", "ADMIN");
            door.pathMatchers(changing, "/api/**").hasAnyRole(STAFF);
        }
        door.pathMatchers("/api/**").denyAll();
        door.anyExchange().permitAll();
    }

    private static List<HttpMethod> changing() {
        return List.of(POST, PUT, PATCH, DELETE);
    }
}
