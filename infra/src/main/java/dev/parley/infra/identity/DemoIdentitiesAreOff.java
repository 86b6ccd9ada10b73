package dev.parley.infra.identity;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The opposite of {@link DemoIdentitiesAreOn}. */
final class DemoIdentitiesAreOff implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !new DemoIdentitiesAreOn().matches(context, metadata);
    }
}
