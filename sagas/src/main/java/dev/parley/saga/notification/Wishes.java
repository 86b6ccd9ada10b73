package dev.parley.saga.notification;

import dev.parley.api.TenantId;
import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.preference.PreferenceEvent;
import dev.parley.api.preference.PreferenceEvent.PreferencesChanged;
import dev.parley.api.preference.PreferencesId;
import dev.parley.saga.History;
import java.util.List;
import java.util.Optional;

/** Which letters somebody does not want, and the language they read, as they said last. */
record Wishes(Optional<Language> said, List<NotificationKind> declined) {

    static Wishes of(TenantId tenant, String address, History history) {
        return history.of(PreferencesId.of(tenant, address), PreferenceEvent.class).reversed().stream()
                .map(History.Fact::event)
                .filter(PreferencesChanged.class::isInstance)
                .map(PreferencesChanged.class::cast)
                .map(changed -> new Wishes(changed.language(), changed.declined()))
                .findFirst()
                .orElseGet(() -> new Wishes(Optional.empty(), List.of()));
    }

    /** What cannot be declined is wanted, whatever the log says. */
    boolean decline(NotificationKind kind) {
        return kind.isCourtesy() && declined.contains(kind);
    }

    Language language() {
        return said.orElse(Language.EN);
    }
}
