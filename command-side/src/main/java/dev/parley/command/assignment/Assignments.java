package dev.parley.command.assignment;

import static dev.parley.api.assignment.AssignmentRefusal.RULE_UNKNOWN;
import static dev.parley.api.assignment.AssignmentRefusal.TOO_MANY_RULES;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import dev.parley.api.Command;
import dev.parley.api.Envelope;
import dev.parley.api.Refused;
import dev.parley.api.assignment.AssignmentCommand.AssignQuestionSet;
import dev.parley.api.assignment.AssignmentCommand.ConfirmAssignments;
import dev.parley.api.assignment.AssignmentCommand.ExplainAssignment;
import dev.parley.api.assignment.AssignmentCommand.WithdrawRule;
import dev.parley.api.assignment.AssignmentEvent;
import dev.parley.api.assignment.AssignmentEvent.QuestionSetAssigned;
import dev.parley.api.assignment.AssignmentEvent.RuleWithdrawn;
import dev.parley.api.assignment.AssignmentId;
import dev.parley.api.assignment.AssignmentQuery;
import dev.parley.api.assignment.AssignmentQuery.Explanation;
import dev.parley.api.assignment.AssignmentRule;
import dev.parley.api.assignment.AssignmentsId;
import dev.parley.command.CommandSide;
import dev.parley.command.IfMatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** An organisation's rules, in one boundary, so that precedence is never a race. Its id is made of the tenant, so no other reaches it. */
@Aggregate(commandTargetResolver = CommandSide.TARGETS, cache = CommandSide.MEMORY)
class Assignments {
    private static final int MOST = 200;

    @AggregateIdentifier
    private AssignmentsId assignmentsId;

    private final Map<AssignmentId, AssignmentRule> rules = new LinkedHashMap<>();

    Assignments() {}

    @CommandHandlerInterceptor
    void guard(Command command, @MetaDataValue(Envelope.EXPECTED_VERSION) @Nullable Long expected) {
        IfMatch.mustHold(expected, assignmentsId == null ? -1 : getVersion());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Long handle(AssignQuestionSet command) {
        var rule = command.rule();
        var before = rules.get(rule.assignmentId());
        if (rule.equals(before)) return getVersion();
        if (before == null && rules.size() >= MOST) throw new Refused(TOO_MANY_RULES);
        apply(new QuestionSetAssigned(command.assignmentsId(), command.by().tenant(), rule));
        return getVersion();
    }

    @CommandHandler
    Long handle(WithdrawRule command) {
        if (!rules.containsKey(command.assignmentId())) throw new Refused(RULE_UNKNOWN);
        apply(new RuleWithdrawn(assignmentsId, command.assignmentId()));
        return getVersion();
    }

    @CommandHandler
    AssignmentQuery.Assignments handle(ConfirmAssignments command) {
        return new AssignmentQuery.Assignments(List.copyOf(rules.values()), getVersion());
    }

    @CommandHandler
    Explanation handle(ExplainAssignment command) {
        return Precedence.among(List.copyOf(rules.values()), command);
    }

    @EventSourcingHandler
    void on(AssignmentEvent event) {
        switch (event) {
            case QuestionSetAssigned assigned -> {
                assignmentsId = assigned.assignmentsId();
                rules.put(assigned.rule().assignmentId(), assigned.rule());
            }
            case RuleWithdrawn withdrawn -> rules.remove(withdrawn.assignmentId());
        }
    }
}
