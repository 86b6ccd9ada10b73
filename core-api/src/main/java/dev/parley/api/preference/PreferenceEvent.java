package dev.parley.api.preference;

import dev.parley.api.Event;
import dev.parley.api.TenantId;
import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationKind;
import java.util.List;
import java.util.Optional;
import org.axonframework.serialization.Revision;

/** Everything that can happen to the preferences of people and organisations. */
public sealed interface PreferenceEvent extends Event {
    PreferencesId preferencesId();

    /** @param declined in the order of the kinds */
    @Revision("1")
    record PreferencesChanged(
            PreferencesId preferencesId, TenantId tenant, Optional<Language> language, List<NotificationKind> declined)
            implements PreferenceEvent {}

    @Revision("1")
    record MailPolicyChanged(PreferencesId preferencesId, TenantId tenant, boolean summaryNeedsApproval)
            implements PreferenceEvent {}
}
