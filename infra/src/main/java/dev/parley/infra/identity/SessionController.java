package dev.parley.infra.identity;

import static dev.parley.infra.identity.IdentityRefusal.USER_UNKNOWN;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import java.time.Instant;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Signs demo identities in by their address alone; does not exist anywhere else. */
@RestController
@Conditional(DemoIdentitiesAreOn.class)
class SessionController {
    private final DemoIdentities identities;
    private final DemoTokens tokens;

    SessionController(DemoIdentities identities, DemoTokens tokens) {
        this.identities = identities;
        this.tokens = tokens;
    }

    record SignIn(@Nullable String user) {}

    record Session(String token, Instant expiresAt, Actor actor, SortedSet<Role> roles, String email) {}

    @PostMapping("/api/v1/session")
    Session signIn(@RequestBody SignIn body) {
        var person =
                identities.find(Shape.email("user", body.user())).orElseThrow(() -> new Refused(USER_UNKNOWN, "user"));
        var token = tokens.issue(person);
        return new Session(
                token.getTokenValue(),
                Objects.requireNonNull(token.getExpiresAt()),
                person.actor(),
                new TreeSet<>(person.roles()),
                person.email());
    }
}
