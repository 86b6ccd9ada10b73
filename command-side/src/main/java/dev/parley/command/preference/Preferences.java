package dev.parley.command.preference;

import static dev.parley.api.preference.PreferenceRefusal.CANNOT_BE_DECLINED;
import static dev.parley.api.preference.PreferenceRefusal.PREFERENCES_UNKNOWN;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import dev.parley.api.Command;
import dev.parley.api.Envelope;
import dev.parley.api.Refused;
import dev.parley.api.TenantId;
import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.preference.PreferenceCommand.ChangePreferences;
import dev.parley.api.preference.PreferenceCommand.DeclineCourtesyMail;
import dev.parley.api.preference.PreferenceEvent.PreferencesChanged;
import dev.parley.api.preference.PreferencesId;
import dev.parley.command.CommandSide;
import dev.parley.command.IfMatch;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** What the reader of an address wants to get from one organisation. Whoever never said anything wants everything. */
@Aggregate(commandTargetResolver = CommandSide.TARGETS, cache = CommandSide.MEMORY)
class Preferences {
    @AggregateIdentifier
    private PreferencesId preferencesId;

    private TenantId tenant;
    private Optional<Language> language = Optional.empty();
    private List<NotificationKind> declined = List.of();

    Preferences() {}

    @CommandHandlerInterceptor
    void guard(Command command, @MetaDataValue(Envelope.EXPECTED_VERSION) @Nullable Long expected) {
        if (tenant != null && !tenant.equals(command.by().tenant())) throw new Refused(PREFERENCES_UNKNOWN);
        IfMatch.mustHold(expected, tenant == null ? -1 : getVersion());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Long handle(ChangePreferences command) {
        for (var i = 0; i < command.declined().size(); i++)
            if (!command.declined().get(i).isCourtesy()) throw new Refused(CANNOT_BE_DECLINED, "declined[" + i + "]");
        var inOrder = List.copyOf(
                command.declined().isEmpty()
                        ? EnumSet.noneOf(NotificationKind.class)
                        : EnumSet.copyOf(command.declined()));
        change(new PreferencesChanged(command.preferencesId(), command.by().tenant(), command.language(), inOrder));
        return getVersion();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Long handle(DeclineCourtesyMail command) {
        var courtesy = Arrays.stream(NotificationKind.values())
                .filter(NotificationKind::isCourtesy)
                .toList();
        change(new PreferencesChanged(command.preferencesId(), command.by().tenant(), language, courtesy));
        return getVersion();
    }

    /** The first word is kept even if it says what was so anyway, so that there is a version to speak of. */
    private void change(PreferencesChanged said) {
        var isNews = tenant == null
                || !said.language().equals(language)
                || !said.declined().equals(declined);
        if (isNews) apply(said);
    }

    @EventSourcingHandler
    void on(PreferencesChanged changed) {
        preferencesId = changed.preferencesId();
        tenant = changed.tenant();
        language = changed.language();
        declined = changed.declined();
    }
}
