package dev.parley.command.assignment;

import static java.util.Objects.requireNonNullElse;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.assignment.AssignmentCommand.AssignQuestionSet;
import dev.parley.api.assignment.AssignmentCommand.ConfirmAssignments;
import dev.parley.api.assignment.AssignmentCommand.ExplainAssignment;
import dev.parley.api.assignment.AssignmentCommand.WithdrawRule;
import dev.parley.api.assignment.AssignmentId;
import dev.parley.api.assignment.AssignmentQuery;
import dev.parley.api.assignment.AssignmentQuery.Explanation;
import dev.parley.api.assignment.AssignmentRule;
import dev.parley.api.assignment.AssignmentsId;
import dev.parley.api.lead.Contact;
import dev.parley.api.lead.LeadCommand.ConfirmLead;
import dev.parley.api.lead.LeadId;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.PinQuestionSet;
import dev.parley.command.Commands;
import dev.parley.command.IfMatch;
import dev.parley.command.Receipt;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes the rules by which questions are chosen, and tells which of them wins. Both come from the boundary itself, so they agree. */
@RestController
@RequestMapping("/api/v1/question-set-assignments")
class AssignmentController {
    private static final AssignmentQuery.Assignments NONE = new AssignmentQuery.Assignments(List.of(), -1);

    private final Commands commands;
    private final Clock clock;

    AssignmentController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<Void>> assign(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody AssignmentBody body) {
        var version = IfMatch.of(ifMatch);
        var rule = body.named(assignmentId(id));
        return itsQuestionsExist(rule, by)
                .then(commands.send(new AssignQuestionSet(ours(by), by, clock.instant(), rule), version))
                .map(Receipt::noContent);
    }

    @DeleteMapping("/{id}")
    Mono<ResponseEntity<Void>> withdraw(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var version = IfMatch.of(ifMatch);
        return commands.send(new WithdrawRule(ours(by), by, clock.instant(), assignmentId(id)), version)
                .map(Receipt::noContent);
    }

    @GetMapping
    Mono<ResponseEntity<AssignmentQuery.Assignments>> assignments(@AuthenticationPrincipal Actor by) {
        return commands.ask(new ConfirmAssignments(ours(by), by, clock.instant()), AssignmentQuery.Assignments.class)
                .onErrorReturn(Commands::isUnknown, NONE)
                .map(all -> ResponseEntity.ok()
                        .eTag(all.version() < 0 ? "none" : Long.toString(all.version()))
                        .body(all));
    }

    /** Which questions such a meeting would get, and why. */
    @GetMapping("/explain")
    Mono<Explanation> explain(
            @AuthenticationPrincipal Actor by,
            @RequestParam("leadId") String leadId,
            @RequestParam(name = "meetingType", required = false) @Nullable String meetingType,
            @RequestParam(name = "on", required = false) @Nullable String on) {
        var day = Optional.ofNullable(on)
                .map(date -> Shape.date("on", date))
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        var type = requireNonNullElse(meetingType, "discovery");
        var lead = new ConfirmLead(new LeadId(Shape.uuid("leadId", leadId)), by, clock.instant());
        return commands.ask(lead, Contact.class)
                .flatMap(contact -> commands.ask(
                                new ExplainAssignment(ours(by), by, clock.instant(), type, contact, day),
                                Explanation.class)
                        .onErrorReturn(Commands::isUnknown, Explanation.NO_RULES));
    }

    private Mono<Void> itsQuestionsExist(AssignmentRule rule, Actor by) {
        return commands.ask(new PinQuestionSet(rule.questionSetId(), by, clock.instant()), PinnedQuestionSet.class)
                .onErrorMap(Commands::isUnknown, error -> ((Refused) error).within("questionSetId"))
                .then();
    }

    private static AssignmentsId ours(Actor by) {
        return AssignmentsId.of(by.tenant());
    }

    private static AssignmentId assignmentId(String id) {
        return new AssignmentId(Shape.uuid("assignmentId", id));
    }
}
