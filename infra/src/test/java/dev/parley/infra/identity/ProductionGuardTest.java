package dev.parley.infra.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.infra.store.postgres.CannotStart;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProductionGuardTest {
    private static final String[] REAL_PARTS = {
        "parley.mode=production",
        "parley.oidc.issuer=https://issuer.example/auth/v1",
        "parley.mail.host=smtp.example",
        "parley.mail.from=meet@parley.example",
        "parley.public-url=https://meet.example"
    };

    private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Guarded.class);

    @Test
    void lets_a_demo_start_with_nothing() {
        runner.run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void lets_production_start_with_its_real_parts() {
        runner.withPropertyValues(REAL_PARTS).run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void names_all_that_production_misses_in_one_sentence() {
        runner.withPropertyValues("parley.mode=PRODUCTION")
                .run(context -> assertThat(remedy(context))
                        .startsWith("Set PARLEY_OIDC_ISSUER")
                        .contains("PARLEY_MAIL_HOST", "PARLEY_MAIL_FROM", "PARLEY_PUBLIC_URL"));
    }

    @Test
    void refuses_demo_identities_in_production() {
        runner.withPropertyValues(REAL_PARTS)
                .withPropertyValues("parley.oidc.issuer=")
                .run(context -> assertThat(remedy(context))
                        .contains("PARLEY_OIDC_ISSUER")
                        .doesNotContain("PARLEY_MAIL_HOST"));
    }

    @Test
    void refuses_the_embedded_mailbox_in_production() {
        runner.withPropertyValues(REAL_PARTS)
                .withPropertyValues("parley.mail.host=")
                .run(context ->
                        assertThat(remedy(context)).contains("PARLEY_MAIL_HOST").doesNotContain("PARLEY_OIDC_ISSUER"));
    }

    @Test
    void refuses_faults_on_purpose_in_production() {
        runner.withPropertyValues(REAL_PARTS)
                .withPropertyValues("parley.development=true")
                .run(context -> assertThat(remedy(context)).contains("PARLEY_DEVELOPMENT=false"));
    }

    private static String remedy(AssertableApplicationContext context) {
        assertThat(context).hasFailed();
        return ((CannotStart) context.getStartupFailure()).remedy();
    }

    static class Guarded {
        @Bean
        static ProductionGuard guard(Environment environment) {
            return new ProductionGuard(environment);
        }
    }
}
