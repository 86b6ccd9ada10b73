package dev.parley.infra.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * Checks tokens of an OIDC issuer: fixed algorithms, issuer, audience, type, times. An unknown key is looked up at once;
 * known keys are forgotten after ten minutes, so that a key which the issuer withdrew stops working.
 */
final class OidcTokens implements ReactiveJwtDecoder {
    private static final Duration KEYS_LAST = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final IdentitySettings.Oidc settings;
    private final Clock clock;
    private final AtomicReference<Checking> checking;

    private record Checking(ReactiveJwtDecoder decoder, Instant until) {}

    OidcTokens(IdentitySettings.Oidc settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.checking = new AtomicReference<>(startChecking());
    }

    @Override
    public Mono<Jwt> decode(String token) {
        return checking.updateAndGet(this::unlessOutdated).decoder().decode(token);
    }

    private Checking unlessOutdated(Checking current) {
        return clock.instant().isBefore(current.until()) ? current : startChecking();
    }

    private Checking startChecking() {
        var decoder = keys().jwsAlgorithms(accepted -> {
                    accepted.clear();
                    accepted.addAll(settings.algorithms());
                })
                .validateType(false)
                .webClient(patientClient())
                .build();
        decoder.setJwtValidator(validator());
        return new Checking(decoder, clock.instant().plus(KEYS_LAST));
    }

    private NimbusReactiveJwtDecoder.JwkSetUriReactiveJwtDecoderBuilder keys() {
        return settings.keys().isBlank()
                ? NimbusReactiveJwtDecoder.withIssuerLocation(settings.issuer())
                : NimbusReactiveJwtDecoder.withJwkSetUri(settings.keys());
    }

    private OAuth2TokenValidator<Jwt> validator() {
        var times = new JwtTimestampValidator(settings.skew());
        times.setClock(clock);
        times.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(
                times,
                new JwtTypeValidator(settings.types()),
                new JwtIssuerValidator(settings.issuer()),
                new JwtAudienceValidator(settings.audience()));
    }

    private static WebClient patientClient() {
        var client = HttpClient.create().responseTimeout(PATIENCE);
        return WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(client))
                .build();
    }
}
