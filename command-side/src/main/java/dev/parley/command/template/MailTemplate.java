package dev.parley.command.template;

import static dev.parley.api.template.TemplateRefusal.ALREADY_SHIPPED;
import static dev.parley.api.template.TemplateRefusal.NOTHING_CHANGES;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import dev.parley.api.Command;
import dev.parley.api.Envelope;
import dev.parley.api.Refused;
import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.template.TemplateCommand.PublishTemplate;
import dev.parley.api.template.TemplateCommand.RestoreTemplate;
import dev.parley.api.template.TemplateEvent;
import dev.parley.api.template.TemplateEvent.TemplatePublished;
import dev.parley.api.template.TemplateEvent.TemplateRestored;
import dev.parley.api.template.TemplateId;
import dev.parley.api.template.Wording;
import dev.parley.command.CommandSide;
import dev.parley.command.IfMatch;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** An organisation's own wording of one kind of letter in one language. Its id is made of the tenant, so no other reaches it. */
@Aggregate(commandTargetResolver = CommandSide.TARGETS, cache = CommandSide.MEMORY)
class MailTemplate {
    @AggregateIdentifier
    private TemplateId templateId;

    private NotificationKind kind;
    private Language language;
    private int version;
    private @Nullable Wording own;

    MailTemplate() {}

    @CommandHandlerInterceptor
    void guard(Command command, @MetaDataValue(Envelope.EXPECTED_VERSION) @Nullable Long expected) {
        IfMatch.mustHold(expected, templateId == null ? -1 : getVersion());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Long handle(PublishTemplate command) {
        if (command.wording().equals(own)) throw new Refused(NOTHING_CHANGES);
        apply(new TemplatePublished(
                command.templateId(),
                command.by().tenant(),
                command.kind(),
                command.language(),
                version + 1,
                command.wording()));
        return getVersion();
    }

    @CommandHandler
    Long handle(RestoreTemplate command) {
        if (own == null) throw new Refused(ALREADY_SHIPPED);
        apply(new TemplateRestored(templateId, kind, language, version + 1));
        return getVersion();
    }

    @EventSourcingHandler
    void on(TemplateEvent event) {
        version = event.version();
        switch (event) {
            case TemplatePublished published -> {
                templateId = published.templateId();
                kind = published.kind();
                language = published.language();
                own = published.wording();
            }
            case TemplateRestored _ -> own = null;
        }
    }
}
