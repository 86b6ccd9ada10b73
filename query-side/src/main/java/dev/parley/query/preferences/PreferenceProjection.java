package dev.parley.query.preferences;

import dev.parley.api.preference.PreferenceEvent;
import dev.parley.api.preference.PreferenceEvent.MailPolicyChanged;
import dev.parley.api.preference.PreferenceEvent.PreferencesChanged;
import dev.parley.query.Documents;
import dev.parley.query.Hints;
import dev.parley.query.Rows;
import dev.parley.query.Rows.Row;
import dev.parley.query.Stamp;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps one row for everybody who ever said what they want. */
@Component
@ProcessingGroup("view.preferences")
final class PreferenceProjection {
    private final Rows preferences;
    private final Hints hints;

    PreferenceProjection(JdbcClient jdbc, Hints hints) {
        this.preferences = new Rows(jdbc, "preferences", "preferences_id");
        this.hints = hints;
    }

    @EventHandler
    void on(PreferenceEvent event, Stamp stamp) {
        var row = preferences.row(event.preferencesId().value(), stamp);
        switch (event) {
            case PreferencesChanged e -> {
                row.set("declined", Documents.of(e.declined()));
                e.language().ifPresentOrElse(language -> row.set("language", language), () -> row.clear("language"));
            }
            case MailPolicyChanged e -> row.set("summary_needs_approval", e.summaryNeedsApproval());
        }
        keep(row, stamp);
        stamp.tell(hints, "preferences", event.preferencesId());
    }

    @ResetHandler
    void forget() {
        preferences.forgetAll();
    }

    /** Every event says it all, so the first makes the row and the others replace what it says. */
    private static void keep(Row row, Stamp stamp) {
        if (stamp.sequence() == 0) row.add();
        else row.change();
    }
}
