package dev.parley.api.preference;

import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationKind;
import java.util.List;
import java.util.Optional;

/** What people ask about preferences, and the answers' shapes. */
public sealed interface PreferenceQuery {

    record MyPreferences(Optional<Language> language, List<KindLine> kinds) implements PreferenceQuery {}

    /** @param mayDecline false for what people must get to know where to be when */
    record KindLine(NotificationKind kind, boolean wanted, boolean mayDecline) {}

    record MailPolicy(boolean summaryNeedsApproval) implements PreferenceQuery {}
}
