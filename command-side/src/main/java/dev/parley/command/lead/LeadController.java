package dev.parley.command.lead;

import dev.parley.api.Actor;
import dev.parley.api.Shape;
import dev.parley.api.lead.Contact;
import dev.parley.api.lead.LeadCommand.ChangeLeadStatus;
import dev.parley.api.lead.LeadCommand.ConfirmLead;
import dev.parley.api.lead.LeadCommand.RegisterLead;
import dev.parley.api.lead.LeadCommand.ReviseLeadContact;
import dev.parley.api.lead.LeadId;
import dev.parley.api.lead.LeadStatus;
import dev.parley.command.Commands;
import dev.parley.command.IdempotencyKey;
import dev.parley.command.IfMatch;
import dev.parley.command.Receipt;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes what people of the sales team decide about leads. */
@RestController
@RequestMapping("/api/v1/leads")
class LeadController {
    private final Commands commands;
    private final Clock clock;

    LeadController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    record Registered(LeadId leadId) {}

    record StatusBody(@Nullable String status, @Nullable String reason) {}

    @PostMapping
    Mono<ResponseEntity<Registered>> register(
            @AuthenticationPrincipal Actor by,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody LeadBody body) {
        var now = clock.instant();
        var leadId = new LeadId(IdempotencyKey.of(key).nameFor("leadId", body.leadId(), by, now));
        return commands.send(new RegisterLead(leadId, by, now, body.contact()))
                .map(receipt -> receipt.created("/api/v1/leads/" + leadId, new Registered(leadId)));
    }

    @PatchMapping("/{id}")
    Mono<ResponseEntity<Void>> revise(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody LeadBody body) {
        var leadId = leadId(id);
        var version = IfMatch.of(ifMatch);
        var now = clock.instant();
        return commands.once(
                        by,
                        now,
                        commands.ask(new ConfirmLead(leadId, by, now), version, Contact.class)
                                .map(body::over)
                                .flatMap(contact ->
                                        commands.send(new ReviseLeadContact(leadId, by, now, contact), version)))
                .map(Receipt::noContent);
    }

    @PostMapping("/{id}/status")
    Mono<ResponseEntity<Void>> changeStatus(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody StatusBody body) {
        var leadId = leadId(id);
        var version = IfMatch.of(ifMatch);
        var status = Shape.choice("status", body.status(), LeadStatus.class);
        var reason = Shape.optionalLine("reason", body.reason(), Shape.SENTENCE);
        return commands.send(new ChangeLeadStatus(leadId, by, clock.instant(), status, reason), version)
                .map(Receipt::noContent);
    }

    private static LeadId leadId(String id) {
        return new LeadId(Shape.uuid("leadId", id));
    }
}
