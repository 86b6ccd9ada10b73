package dev.parley.infra.identity;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * People as an issuer knows them. Tenant and roles come from the one claim that only the issuer's operator can write
 * (Supabase: {@code app_metadata}); what users may edit themselves never decides anything.
 */
final class OidcIdentities implements Identities {
    private static final Set<String> NOBODY_IN_PERSON = Set.of("anon", "service_role");

    private final String claims;

    OidcIdentities(IdentitySettings.Oidc settings) {
        this.claims = settings.claims();
    }

    @Override
    public Person of(Jwt token) {
        if (Boolean.TRUE.equals(token.getClaims().get("is_anonymous"))) throw nobody("an anonymous session");
        if (NOBODY_IN_PERSON.contains(String.valueOf(token.getClaims().get("role")))) throw nobody("a service's key");
        var trusted = trusted(token);
        var subject = line(token.getSubject()).orElseThrow(() -> nobody("a token without subject"));
        var email = line(token.getClaims().get("email")).orElse("");
        var name = line(token.getClaims().get("name")).orElse(email.isEmpty() ? subject : email);
        return new Person(new Actor(tenant(trusted), subject, Actor.Kind.USER, name), email, roles(trusted));
    }

    private Map<?, ?> trusted(Jwt token) {
        return token.getClaims().get(claims) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static TenantId tenant(Map<?, ?> trusted) {
        try {
            return new TenantId(Shape.uuid("tenant", String.valueOf(trusted.get("tenant"))));
        } catch (Refused e) {
            throw nobody("a token without tenant");
        }
    }

    /** Roles that we do not know are the business of others. */
    private static Set<Role> roles(Map<?, ?> trusted) {
        var names = trusted.get("roles") instanceof List<?> list ? list : List.of();
        return names.stream()
                .map(String::valueOf)
                .map(Role::named)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> line(@Nullable Object claim) {
        try {
            return claim instanceof String text ? Optional.of(Shape.line("claim", text, Shape.NAME)) : Optional.empty();
        } catch (Refused e) {
            return Optional.empty();
        }
    }

    private static InvalidBearerTokenException nobody(String what) {
        return new InvalidBearerTokenException("This is " + what + ", not a user of an organisation.");
    }
}
