package dev.parley.infra.identity;

import dev.parley.api.TenantNames;
import dev.parley.api.feed.FeedSecrets;
import dev.parley.api.meeting.GuestLinks;
import dev.parley.api.preference.PreferenceLinks;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/** Who is believed: ourselves in demo mode, otherwise one OIDC issuer; and guests, by the links we signed. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
class IdentityConfiguration {

    @Bean
    static ProductionGuard productionGuard(Environment environment) {
        return new ProductionGuard(environment);
    }

    @Bean
    Secret secret(IdentitySettings settings) {
        return Secret.of(settings);
    }

    @Bean
    GuestLinks guestLinks(Secret secret, IdentitySettings settings, Environment environment, Clock clock) {
        return new SignedGuestLinks(
                secret.keyFor("guest links"), () -> settings.publicAddress(portOf(environment)), clock);
    }

    @Bean
    PreferenceLinks preferenceLinks(Secret secret, IdentitySettings settings, Environment environment) {
        return new SignedPreferenceLinks(
                secret.keyFor("preference links"), () -> settings.publicAddress(portOf(environment)));
    }

    @Bean
    Seal seal(Secret secret) {
        return new Seal(secret.keyFor("secrets of users"));
    }

    /** Those that the operator names, and in a demo its two. */
    @Bean
    TenantNames tenantNames(IdentitySettings settings) {
        return new NamedTenants(settings);
    }

    @Bean
    FeedSecrets feedSecrets(Secret secret, IdentitySettings settings, Environment environment) {
        return new SignedFeedSecrets(
                secret.keyFor("calendar feeds"), () -> settings.publicAddress(portOf(environment)));
    }

    /** The port that was really taken, which is known once the server listens. */
    private static int portOf(Environment environment) {
        var planned = environment.getProperty("server.port", Integer.class, 8080);
        return environment.getProperty("local.server.port", Integer.class, planned);
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(DemoIdentitiesAreOn.class)
    static class Demo {

        @Bean
        DemoIdentities identities() {
            return new DemoIdentities();
        }

        @Bean
        DemoTokens demoTokens(Secret secret, IdentitySettings settings, Clock clock) {
            return new DemoTokens(
                    secret.keyFor("demo sessions"), settings.session().lasts(), clock);
        }

        @Bean
        ReactiveJwtDecoder tokens(DemoTokens demoTokens) {
            return demoTokens.decoder();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(DemoIdentitiesAreOff.class)
    static class Oidc {

        @Bean
        Identities identities(IdentitySettings settings) {
            return new OidcIdentities(settings.oidc());
        }

        @Bean
        ReactiveJwtDecoder tokens(IdentitySettings settings, Clock clock) {
            return new OidcTokens(settings.oidc(), clock);
        }
    }
}
