package dev.parley.api.template;

import dev.parley.api.Actor;
import dev.parley.api.Command;
import dev.parley.api.Refused;
import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationKind;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything that can be done with the wording of letters. */
public sealed interface TemplateCommand extends Command {
    TemplateId templateId();

    /** Puts an organisation's own wording in force, if it says what a letter of this kind must say and asks for nothing else. */
    record PublishTemplate(
            @TargetAggregateIdentifier TemplateId templateId,
            Actor by,
            Instant at,
            NotificationKind kind,
            Language language,
            Wording wording)
            implements TemplateCommand {
        public PublishTemplate {
            WordingRules.of(kind).faultsOf(wording).stream().findFirst().ifPresent(fault -> {
                throw new Refused(fault.refusal(), fault.field()).atLine(fault.line());
            });
        }

        public static PublishTemplate of(
                NotificationKind kind, Language language, Actor by, Instant at, Wording wording) {
            return new PublishTemplate(TemplateId.of(by.tenant(), kind, language), by, at, kind, language, wording);
        }
    }

    /** Puts the shipped wording in force again. */
    record RestoreTemplate(@TargetAggregateIdentifier TemplateId templateId, Actor by, Instant at)
            implements TemplateCommand {}
}
