package dev.parley.infra.identity;

import dev.parley.api.Actor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;

/** A request whose token was checked. Controllers see the {@link Actor} in it by {@code @AuthenticationPrincipal}. */
final class SignedIn extends AbstractAuthenticationToken {
    private final transient Person person;
    private final transient Jwt token;

    SignedIn(Person person, Jwt token) {
        super(person.roles().stream().map(Role::authority).toList());
        this.person = person;
        this.token = token;
        setAuthenticated(true);
    }

    Person person() {
        return person;
    }

    @Override
    public Actor getPrincipal() {
        return person.actor();
    }

    @Override
    public Jwt getCredentials() {
        return token;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && person.equals(that.person) && token.equals(that.token);
    }

    @Override
    public int hashCode() {
        return Objects.hash(person, token);
    }
}
