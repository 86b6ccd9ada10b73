package dev.parley.command.preference;

import dev.parley.api.Actor;
import dev.parley.api.Shape;
import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.preference.PreferenceCommand.ChangePreferences;
import dev.parley.api.preference.PreferencesId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody wants, as it comes from outside. */
record PreferencesBody(@Nullable String language, @Nullable List<String> declined) {

    ChangePreferences of(PreferencesId id, Actor by, Instant at) {
        return new ChangePreferences(
                id,
                by,
                at,
                Optional.ofNullable(language).map(name -> Shape.choice("language", name, Language.class)),
                Shape.each(
                        "declined",
                        Shape.present("declined", declined),
                        20,
                        (path, kind) -> Shape.choice(path, kind, NotificationKind.class)));
    }
}
