package dev.parley.infra.mail;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The opposite of {@link DemoMailboxIsOn}. */
final class DemoMailboxIsOff implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !new DemoMailboxIsOn().matches(context, metadata);
    }
}
