package dev.parley.saga.notification;

import dev.parley.api.TenantId;
import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.template.TemplateEvent;
import dev.parley.api.template.TemplateEvent.TemplatePublished;
import dev.parley.api.template.TemplateEvent.TemplateRestored;
import dev.parley.api.template.TemplateId;
import dev.parley.api.template.WordedBy;
import dev.parley.api.template.Wording;
import dev.parley.saga.History;
import java.util.Optional;

/**
 * How a letter is worded.
 *
 * @param own the organisation's wording; empty: the shipped one
 */
public record Style(WordedBy wordedBy, Optional<Wording> own) {
    public static Style shipped(Language language) {
        return new Style(WordedBy.shipped(language), Optional.empty());
    }

    /** As the organisation words such letters now. */
    static Style of(TenantId tenant, NotificationKind kind, Language language, History history) {
        var facts = history.of(TemplateId.of(tenant, kind, language), TemplateEvent.class);
        if (facts.isEmpty()) return shipped(language);
        return switch (facts.getLast().event()) {
            case TemplatePublished own -> new Style(new WordedBy(language, own.version()), Optional.of(own.wording()));
            case TemplateRestored _ -> shipped(language);
        };
    }
}
