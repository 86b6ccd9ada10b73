package dev.parley.api.preference;

import dev.parley.api.Actor;
import dev.parley.api.Command;
import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything that people and organisations can say about the letters they get or send. */
public sealed interface PreferenceCommand extends Command {
    PreferencesId preferencesId();

    /** @param declined what shall not come any more; everything else shall */
    record ChangePreferences(
            @TargetAggregateIdentifier PreferencesId preferencesId,
            Actor by,
            Instant at,
            Optional<Language> language,
            List<NotificationKind> declined)
            implements PreferenceCommand {}

    /** Declines all mail that can be declined, as one click does. */
    record DeclineCourtesyMail(@TargetAggregateIdentifier PreferencesId preferencesId, Actor by, Instant at)
            implements PreferenceCommand {}

    /** @param summaryNeedsApproval whether summaries wait until the host has read them */
    record ChangeMailPolicy(
            @TargetAggregateIdentifier PreferencesId preferencesId, Actor by, Instant at, boolean summaryNeedsApproval)
            implements PreferenceCommand {}
}
