package dev.parley.infra.inbox;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Somebody named the mailbox that calendars answer to. */
final class InboxIsOn implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !context.getEnvironment()
                .getProperty("parley.mail.inbox.host", "")
                .isBlank();
    }
}
