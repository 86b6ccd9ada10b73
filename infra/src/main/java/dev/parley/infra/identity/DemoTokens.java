package dev.parley.infra.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.crypto.SecretKey;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/** Tokens that we sign for ourselves in demo mode. They name the person and nothing else: tenant and roles are looked up. */
final class DemoTokens {
    private static final String ISSUER = "urn:parley:demo";
    private static final String AUDIENCE = "parley";
    private static final String TYPE = "at+jwt";

    private final SecretKey key;
    private final Duration lasts;
    private final Clock clock;
    private final JwtEncoder encoder;

    DemoTokens(SecretKey key, Duration lasts, Clock clock) {
        this.key = key;
        this.lasts = lasts;
        this.clock = clock;
        this.encoder = NimbusJwtEncoder.withSecretKey(key)
                .algorithm(MacAlgorithm.HS256)
                .build();
    }

    Jwt issue(Person person) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var header = JwsHeader.with(MacAlgorithm.HS256).type(TYPE).build();
        var claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .audience(List.of(AUDIENCE))
                .subject(person.email())
                .issuedAt(now)
                .expiresAt(now.plus(lasts))
                .build();
        return encoder.encode(JwtEncoderParameters.from(header, claims));
    }

    ReactiveJwtDecoder decoder() {
        var decoder = NimbusReactiveJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .validateType(false)
                .build();
        var times = new JwtTimestampValidator(Duration.ZERO);
        times.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                times, new JwtTypeValidator(TYPE), new JwtIssuerValidator(ISSUER), new JwtAudienceValidator(AUDIENCE)));
        return decoder;
    }
}
