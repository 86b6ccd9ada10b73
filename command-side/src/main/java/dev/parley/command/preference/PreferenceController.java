package dev.parley.command.preference;

import dev.parley.api.Actor;
import dev.parley.api.Shape;
import dev.parley.api.preference.PreferenceCommand.ChangeMailPolicy;
import dev.parley.api.preference.PreferencesId;
import dev.parley.command.Commands;
import dev.parley.command.IfMatch;
import dev.parley.command.Receipt;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes what people of the house want to get, and how it sends. */
@RestController
class PreferenceController {
    private final Commands commands;
    private final Clock clock;

    PreferenceController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    record PolicyBody(@Nullable Boolean summaryNeedsApproval) {}

    /** Everybody speaks for themselves: under the id by which letters to them are addressed. */
    @PutMapping("/api/v1/preferences")
    Mono<ResponseEntity<Void>> change(
            @AuthenticationPrincipal Actor by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody PreferencesBody body) {
        var version = IfMatch.of(ifMatch);
        var mine = PreferencesId.of(by.tenant(), by.id());
        return commands.send(body.of(mine, by, clock.instant()), version).map(Receipt::noContent);
    }

    @PutMapping("/api/v1/mail/policy")
    Mono<ResponseEntity<Void>> changePolicy(
            @AuthenticationPrincipal Actor by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody PolicyBody body) {
        var version = IfMatch.of(ifMatch);
        var approval = Shape.present("summaryNeedsApproval", body.summaryNeedsApproval());
        var ours = PreferencesId.ofOrganisation(by.tenant());
        return commands.send(new ChangeMailPolicy(ours, by, clock.instant(), approval), version)
                .map(Receipt::noContent);
    }
}
