package dev.parley.api.template;

import dev.parley.api.TenantId;
import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationKind;
import java.time.Instant;

/** What people ask about the wording of letters, and the answers' shapes. */
public sealed interface TemplateQuery {

    /** Answered with a list of {@link PublishedWording}, newest first; empty where only the shipped wording was ever used. */
    record VersionsOfTemplate(TenantId tenant, NotificationKind kind, Language language) implements TemplateQuery {}

    /** Answered with a list of the newest {@link PublishedWording} of each kind and language. */
    record NewestWordings(TenantId tenant) implements TemplateQuery {}

    /**
     * One version.
     *
     * @param custom whether it is the organisation's own; otherwise the shipped wording, and the wording here is empty
     * @param streamVersion for {@code If-Match}
     */
    record PublishedWording(
            NotificationKind kind,
            Language language,
            int version,
            boolean custom,
            Wording wording,
            Instant publishedAt,
            String publishedBy,
            long streamVersion)
            implements TemplateQuery {}
}
