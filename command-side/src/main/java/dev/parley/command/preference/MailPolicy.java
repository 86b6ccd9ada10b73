package dev.parley.command.preference;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import dev.parley.api.Command;
import dev.parley.api.Envelope;
import dev.parley.api.preference.PreferenceCommand.ChangeMailPolicy;
import dev.parley.api.preference.PreferenceEvent.MailPolicyChanged;
import dev.parley.api.preference.PreferencesId;
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

/** What an organisation wants of all its letters. Its id is made of the tenant, so no other reaches it. */
@Aggregate(commandTargetResolver = CommandSide.TARGETS, cache = CommandSide.MEMORY)
class MailPolicy {
    @AggregateIdentifier
    private PreferencesId preferencesId;

    private @Nullable MailPolicyChanged inForce;

    MailPolicy() {}

    @CommandHandlerInterceptor
    void guard(Command command, @MetaDataValue(Envelope.EXPECTED_VERSION) @Nullable Long expected) {
        IfMatch.mustHold(expected, inForce == null ? -1 : getVersion());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Long handle(ChangeMailPolicy command) {
        var said =
                new MailPolicyChanged(command.preferencesId(), command.by().tenant(), command.summaryNeedsApproval());
        if (!said.equals(inForce)) apply(said);
        return getVersion();
    }

    @EventSourcingHandler
    void on(MailPolicyChanged changed) {
        preferencesId = changed.preferencesId();
        inForce = changed;
    }
}
