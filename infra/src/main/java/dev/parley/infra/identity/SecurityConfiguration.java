package dev.parley.infra.identity;

import dev.parley.infra.http.ProblemAnswers;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtReactiveAuthenticationManager;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import reactor.core.publisher.Mono;

/** Bearer tokens in, problems out; no cookies, no sessions, and so nothing that another site could ride on. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {
    private static final Map<String, String> HOW_TO_SIGN_IN = Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer");

    @Bean
    ReactiveAuthenticationManager signingIn(ReactiveJwtDecoder tokens, Identities identities) {
        var manager = new JwtReactiveAuthenticationManager(tokens);
        manager.setJwtAuthenticationConverter(
                token -> Mono.fromSupplier(() -> new SignedIn(identities.of(token), token)));
        return manager;
    }

    @Bean
    SecurityWebFilterChain doors(
            ServerHttpSecurity http, ReactiveAuthenticationManager signingIn, ProblemAnswers answers) {
        ServerAuthenticationEntryPoint unknown =
                (exchange, _) -> answers.write(exchange, HttpStatus.UNAUTHORIZED, HOW_TO_SIGN_IN);
        ServerAccessDeniedHandler denied = (exchange, _) -> answers.write(exchange, HttpStatus.FORBIDDEN, Map.of());
        return http.csrf(CsrfSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .logout(LogoutSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .headers(HeaderSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(Doors::rules)
                .oauth2ResourceServer(server -> server.bearerTokenConverter(tokenWhereItMatters())
                        .authenticationEntryPoint(unknown)
                        .accessDeniedHandler(denied)
                        .jwt(jwt -> jwt.authenticationManager(signingIn)))
                .exceptionHandling(
                        refusing -> refusing.authenticationEntryPoint(unknown).accessDeniedHandler(denied))
                .build();
    }

    /** An outdated token must not keep anybody from signing in again, nor a guest from entering. */
    private static ServerAuthenticationConverter tokenWhereItMatters() {
        var inTheHeader = new ServerBearerTokenAuthenticationConverter();
        return exchange -> Doors.OPEN
                .matches(exchange)
                .filter(open -> !open.isMatch())
                .map(MatchResult::isMatch)
                .flatMap(_ -> inTheHeader.convert(exchange));
    }
}
