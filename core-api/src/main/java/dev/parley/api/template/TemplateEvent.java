package dev.parley.api.template;

import dev.parley.api.Event;
import dev.parley.api.TenantId;
import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationKind;
import org.axonframework.serialization.Revision;

/** Everything that can happen to the wording of a kind of letter. Versions are counted from 1 and never change again. */
public sealed interface TemplateEvent extends Event {
    TemplateId templateId();

    int version();

    @Revision("1")
    record TemplatePublished(
            TemplateId templateId,
            TenantId tenant,
            NotificationKind kind,
            Language language,
            int version,
            Wording wording)
            implements TemplateEvent {}

    /** The shipped wording is in force again, whatever it says in the version that runs. */
    @Revision("1")
    record TemplateRestored(TemplateId templateId, NotificationKind kind, Language language, int version)
            implements TemplateEvent {}
}
