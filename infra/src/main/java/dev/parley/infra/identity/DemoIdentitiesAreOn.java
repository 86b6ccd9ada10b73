package dev.parley.infra.identity;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Demo mode, and nobody named an issuer. */
final class DemoIdentitiesAreOn implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var environment = context.getEnvironment();
        var demo = environment.getProperty("parley.mode", "demo").equalsIgnoreCase("demo");
        return demo && environment.getProperty("parley.oidc.issuer", "").isBlank();
    }
}
