package dev.parley.infra.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.parley.api.Samples;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import smallhouse.MovableClock;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OidcTokensTest {
    private static final String TENANT = "0199c8e2-5a3b-7c4d-8e9f-0123456789ab";

    private final FakeIssuer issuer = new FakeIssuer();
    private final MovableClock clock = new MovableClock(Samples.now);
    private final OidcTokens tokens = new OidcTokens(settings(""), clock);

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void tell_who_somebody_is() {
        StepVerifier.create(person(issuer.token(claims(_ -> {}))))
                .assertNext(person -> {
                    assertThat(person.actor().tenant()).hasToString(TENANT);
                    assertThat(person.actor().id()).isEqualTo("user-1");
                    assertThat(person.actor().name()).isEqualTo("Alice Seller");
                    assertThat(person.email()).isEqualTo("alice@acme.test");
                    assertThat(person.roles()).containsExactlyInAnyOrder(Role.SALES, Role.CRM_ADMIN);
                })
                .verifyComplete();
    }

    @Test
    void are_read_with_keys_at_a_given_address_too() {
        var direct = new OidcTokens(settings(issuer.address() + "/keys"), clock);
        StepVerifier.create(direct.decode(issuer.token(claims(_ -> {}))))
                .expectNextCount(1)
                .verifyComplete();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "at+jwt"})
    void may_have_these_types(String type) {
        StepVerifier.create(tokens.decode(issuer.token(claims(_ -> {}), type)))
                .expectNextCount(1)
                .verifyComplete();
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("another issuer", claims -> claims.issuer("https://elsewhere.example")),
                lie("no issuer", claims -> claims.issuer(null)),
                lie("another audience", claims -> claims.audience("somebody-else")),
                lie("no audience", claims -> claims.audience((String) null)),
                lie("expired", claims -> claims.expirationTime(at(-31))),
                lie("no expiry", claims -> claims.expirationTime(null)),
                lie("not yet valid", claims -> claims.notBeforeTime(at(31))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void are_refused_when_they_do_not_fit(String what, Consumer<JWTClaimsSet.Builder> lie) {
        StepVerifier.create(tokens.decode(issuer.token(claims(lie)))).verifyError(BadJwtException.class);
    }

    @Test
    void may_be_a_little_early_or_late() {
        var late = issuer.token(claims(claims -> claims.expirationTime(at(-29))));
        StepVerifier.create(tokens.decode(late)).expectNextCount(1).verifyComplete();
    }

    @Test
    void of_another_kind_are_refused() {
        StepVerifier.create(tokens.decode(issuer.token(claims(_ -> {}), "logout+jwt")))
                .verifyError(BadJwtException.class);
    }

    @Test
    void signed_with_the_public_key_as_a_secret_are_refused() {
        StepVerifier.create(tokens.decode(issuer.tokenSignedWithThePublicKey(claims(_ -> {}))))
                .verifyError(BadJwtException.class);
    }

    @Test
    void signed_with_a_new_key_are_believed_at_once() {
        StepVerifier.create(tokens.decode(issuer.token(claims(_ -> {}))))
                .expectNextCount(1)
                .verifyComplete();
        issuer.changeKey("second");
        StepVerifier.create(tokens.decode(issuer.token(claims(_ -> {}))))
                .expectNextCount(1)
                .verifyComplete();
    }

    @Test
    void signed_with_a_key_that_was_withdrawn_stop_working() {
        var token = issuer.token(claims(_ -> {}));
        StepVerifier.create(tokens.decode(token)).expectNextCount(1).verifyComplete();
        issuer.changeKey("second");
        clock.pass(Duration.ofMinutes(10));
        StepVerifier.create(tokens.decode(token)).verifyError(BadJwtException.class);
    }

    static Stream<Arguments> nobodies() {
        return Stream.of(
                lie("anonymous", claims -> claims.claim("is_anonymous", true)),
                lie("anon key", claims -> claims.claim("role", "anon")),
                lie("service key", claims -> claims.claim("role", "service_role")),
                lie("no subject", claims -> claims.subject(null)),
                lie("no tenant", claims -> claims.claim("app_metadata", Map.of("roles", List.of("sales")))),
                lie("tenant is no id", claims -> claims.claim("app_metadata", Map.of("tenant", "acme"))),
                lie("no metadata", claims -> claims.claim("app_metadata", null)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nobodies")
    void of_nobody_in_particular_are_refused(String what, Consumer<JWTClaimsSet.Builder> change) {
        StepVerifier.create(person(issuer.token(claims(change)))).verifyError(InvalidBearerTokenException.class);
    }

    @Test
    void decide_nothing_by_what_users_can_write_themselves() {
        var token = issuer.token(claims(claims -> claims.claim("app_metadata", Map.of("tenant", TENANT))
                .claim("user_metadata", Map.of("tenant", TENANT, "roles", List.of("admin")))
                .claim("roles", List.of("admin"))));
        StepVerifier.create(person(token))
                .assertNext(person -> assertThat(person.roles()).isEmpty())
                .verifyComplete();
    }

    @Test
    void give_people_without_a_fitting_name_their_address() {
        var token = issuer.token(claims(claims -> claims.claim("name", "Alice\r\nBcc: all@x.test")));
        StepVerifier.create(person(token))
                .assertNext(person -> assertThat(person.actor().name()).isEqualTo("alice@acme.test"))
                .verifyComplete();
    }

    @Test
    void cannot_be_judged_while_the_issuer_is_away() {
        var token = issuer.token(claims(_ -> {}));
        issuer.close();
        StepVerifier.create(tokens.decode(token))
                .verifyErrorSatisfies(error -> assertThat(error).isNotInstanceOf(BadJwtException.class));
    }

    private Mono<Person> person(String token) {
        return tokens.decode(token).map(new OidcIdentities(settings(""))::of);
    }

    private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer.address())
                .audience("authenticated")
                .subject("user-1")
                .issueTime(at(-7_200))
                .expirationTime(at(3_600))
                .claim("email", "alice@acme.test")
                .claim("name", "Alice Seller")
                .claim("role", "authenticated")
                .claim("app_metadata", Map.of("tenant", TENANT, "roles", List.of("sales", "crm-admin", "astronaut")));
        change.accept(claims);
        return claims.build();
    }

    private IdentitySettings.Oidc settings(String keys) {
        return new IdentitySettings.Oidc(
                issuer.address(),
                "authenticated",
                keys,
                Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256),
                List.of("JWT", "at+jwt"),
                "app_metadata",
                Duration.ofSeconds(30));
    }

    private static Arguments lie(String what, Consumer<JWTClaimsSet.Builder> change) {
        return Arguments.of(what, change);
    }

    private static Date at(int seconds) {
        return Date.from(Samples.now.plusSeconds(seconds));
    }
}
