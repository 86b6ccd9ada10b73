package dev.parley.infra.identity;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/**
 * Who may sign in, and how.
 *
 * @param secret at least 32 bytes in Base64 that all nodes share; empty: made once and kept in the home directory
 * @param tenants what organisations are called on their booking pages, by name
 * @param publicUrl where browsers reach us; empty: localhost with our own port
 */
@ConfigurationProperties("parley")
record IdentitySettings(
        @DefaultValue("demo") Mode mode,
        @DefaultValue(".parley") Path home,
        @DefaultValue("") String secret,
        @DefaultValue("") String publicUrl,
        @DefaultValue Map<String, UUID> tenants,
        @DefaultValue Session session,
        @DefaultValue Oidc oidc) {

    enum Mode {
        DEMO,
        PRODUCTION
    }

    /** @param lasts how long a demo token is good for */
    record Session(@DefaultValue("12h") Duration lasts) {}

    /**
     * @param issuer exactly as in the tokens; empty: demo identities
     * @param audience that tokens must name
     * @param keys address of the issuer's key set; empty: found through the issuer's discovery document
     * @param claims the claim that holds {@code tenant} and {@code roles}; only the issuer may be able to write it
     * @param types accepted {@code typ} headers
     * @param skew by how much clocks may differ
     */
    record Oidc(
            @DefaultValue("") String issuer,
            @DefaultValue("authenticated") String audience,
            @DefaultValue("") String keys,
            @DefaultValue({"RS256", "ES256"}) Set<SignatureAlgorithm> algorithms,
            @DefaultValue({"JWT", "at+jwt"}) List<String> types,
            @DefaultValue("app_metadata") String claims,
            @DefaultValue("30s") Duration skew) {}

    boolean usesOidc() {
        return !oidc.issuer().isBlank();
    }

    URI publicAddress(int port) {
        return URI.create(publicUrl.isBlank() ? "http://localhost:" + port : publicUrl.replaceFirst("/+$", ""));
    }
}
