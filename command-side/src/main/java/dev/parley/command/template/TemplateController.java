package dev.parley.command.template;

import static dev.parley.api.template.TemplateRefusal.ALREADY_SHIPPED;
import static dev.parley.api.template.TemplateRefusal.TEMPLATE_UNKNOWN;
import static java.util.Objects.requireNonNullElse;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.template.TemplateCommand.PublishTemplate;
import dev.parley.api.template.TemplateCommand.RestoreTemplate;
import dev.parley.api.template.TemplateId;
import dev.parley.command.Commands;
import dev.parley.command.IfMatch;
import dev.parley.command.Receipt;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes the wordings that people put in the place of ours. */
@RestController
@RequestMapping("/api/v1/templates/{kind}")
class TemplateController {
    private final Commands commands;
    private final Clock clock;

    TemplateController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PutMapping
    Mono<ResponseEntity<Void>> publish(
            @AuthenticationPrincipal Actor by,
            @PathVariable("kind") String kind,
            @RequestParam(name = "language", required = false) @Nullable String language,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody WordingBody body) {
        var version = IfMatch.of(ifMatch);
        var publish = PublishTemplate.of(kindIn(kind), languageIn(language), by, clock.instant(), body.wording());
        return commands.send(publish, version).map(Receipt::noContent);
    }

    @PostMapping("/restore")
    Mono<ResponseEntity<Void>> restore(
            @AuthenticationPrincipal Actor by,
            @PathVariable("kind") String kind,
            @RequestParam(name = "language", required = false) @Nullable String language,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var template = TemplateId.of(by.tenant(), kindIn(kind), languageIn(language));
        return commands.send(new RestoreTemplate(template, by, clock.instant()), IfMatch.of(ifMatch))
                .onErrorMap(Refused.class, TemplateController::neverPublished)
                .map(Receipt::noContent);
    }

    /** What was never published is shipped still. */
    private static Refused neverPublished(Refused refused) {
        return refused.refusal() == TEMPLATE_UNKNOWN ? new Refused(ALREADY_SHIPPED) : refused;
    }

    private static NotificationKind kindIn(String kind) {
        return Shape.choice("kind", kind, NotificationKind.class);
    }

    private static Language languageIn(@Nullable String language) {
        return Shape.choice("language", requireNonNullElse(language, "en"), Language.class);
    }
}
