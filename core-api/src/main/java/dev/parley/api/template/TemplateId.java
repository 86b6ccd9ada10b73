package dev.parley.api.template;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.api.Ids;
import dev.parley.api.TenantId;
import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationKind;
import java.util.UUID;

/** Names an organisation's own wording of one kind of letter in one language. */
public record TemplateId(@JsonValue UUID value) {
    @JsonCreator
    public static TemplateId of(String text) {
        return new TemplateId(UUID.fromString(text));
    }

    public static TemplateId of(TenantId tenant, NotificationKind kind, Language language) {
        return new TemplateId(Ids.named("template", tenant, kind, language));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
