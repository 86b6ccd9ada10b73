package dev.parley.infra.identity;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Tells who somebody is by a token whose signature, issuer, audience, type and times were checked already. */
interface Identities {

    /** @throws InvalidBearerTokenException if nobody here is meant by it */
    Person of(Jwt token);
}
