package dev.parley.query.templates;

import dev.parley.api.Envelope;
import dev.parley.api.Ids;
import dev.parley.api.template.TemplateEvent;
import dev.parley.api.template.TemplateEvent.TemplatePublished;
import dev.parley.api.template.TemplateEvent.TemplateRestored;
import dev.parley.query.Hints;
import dev.parley.query.Rows;
import dev.parley.query.Stamp;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps one row per version, since letters that were sent name theirs. */
@Component
@ProcessingGroup("view.templates")
final class TemplateProjection {
    private final Rows versions;
    private final Hints hints;

    TemplateProjection(JdbcClient jdbc, Hints hints) {
        this.versions = new Rows(jdbc, "template_version", "template_version_id");
        this.hints = hints;
    }

    @EventHandler
    void on(TemplateEvent event, Stamp stamp, @MetaDataValue(Envelope.ACTOR_NAME) @Nullable String who) {
        var row = versions.row(Ids.named("template version", event.templateId(), event.version()), stamp)
                .set("number", event.version())
                .set("at", stamp.at())
                .set("by_name", Objects.requireNonNullElse(who, ""));
        switch (event) {
            case TemplatePublished e ->
                row.set("kind", e.kind())
                        .set("language", e.language())
                        .set("custom", true)
                        .set("subject", e.wording().subject())
                        .set("text", e.wording().text())
                        .set("html", e.wording().html())
                        .add();
            case TemplateRestored e ->
                row.set("kind", e.kind())
                        .set("language", e.language())
                        .set("custom", false)
                        .add();
        }
        stamp.tell(hints, "template", event.templateId());
    }

    @ResetHandler
    void forget() {
        versions.forgetAll();
    }
}
