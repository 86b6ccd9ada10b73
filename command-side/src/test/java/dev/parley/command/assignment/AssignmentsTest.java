package dev.parley.command.assignment;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.qualification;
import static dev.parley.api.Samples.uuid;
import static dev.parley.api.assignment.AssignmentRefusal.RULE_UNKNOWN;
import static dev.parley.api.assignment.AssignmentRefusal.TOO_MANY_RULES;
import static dev.parley.command.RefusedBecause.refused;

import dev.parley.api.assignment.AssignmentCommand.AssignQuestionSet;
import dev.parley.api.assignment.AssignmentCommand.ConfirmAssignments;
import dev.parley.api.assignment.AssignmentCommand.WithdrawRule;
import dev.parley.api.assignment.AssignmentEvent.QuestionSetAssigned;
import dev.parley.api.assignment.AssignmentEvent.RuleWithdrawn;
import dev.parley.api.assignment.AssignmentId;
import dev.parley.api.assignment.AssignmentQuery;
import dev.parley.api.assignment.AssignmentRule;
import dev.parley.api.assignment.AssignmentsId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AssignmentsTest {
    private static final AssignmentsId ours = AssignmentsId.of(demo);
    private static final AssignmentRule usual = rule("usual", 0);

    private final FixtureConfiguration<Assignments> rules = new AggregateTestFixture<>(Assignments.class);

    @Test
    void takes_a_rule_once() {
        rules.givenNoPriorActivity()
                .when(new AssignQuestionSet(ours, alice, now, usual))
                .expectEvents(assigned(usual));
        rules.given(assigned(usual))
                .when(new AssignQuestionSet(ours, alice, now, usual))
                .expectNoEvents();
    }

    @Test
    void replaces_a_rule_where_it_stands() {
        var urgent = rule("usual", 80);
        var other = rule("other", 0);
        rules.given(assigned(usual), assigned(other), assigned(urgent))
                .when(new ConfirmAssignments(ours, alice, now))
                .expectNoEvents()
                .expectResultMessagePayload(new AssignmentQuery.Assignments(List.of(urgent, other), 2));
    }

    @Test
    void withdraws_a_rule() {
        var withdrawn = new RuleWithdrawn(ours, usual.assignmentId());
        rules.given(assigned(usual))
                .when(new WithdrawRule(ours, alice, now, usual.assignmentId()))
                .expectEvents(withdrawn);
        rules.given(assigned(usual), withdrawn)
                .when(new WithdrawRule(ours, alice, now, usual.assignmentId()))
                .expectException(refused(RULE_UNKNOWN));
    }

    @Test
    void refuses_more_rules_than_anybody_oversees() {
        var many = IntStream.range(0, 200)
                .mapToObj(i -> assigned(rule("rule " + i, 0)))
                .toList();
        rules.given(many).when(new AssignQuestionSet(ours, alice, now, usual)).expectException(refused(TOO_MANY_RULES));
    }

    private static QuestionSetAssigned assigned(AssignmentRule rule) {
        return new QuestionSetAssigned(ours, demo, rule);
    }

    private static AssignmentRule rule(String name, int priority) {
        return new AssignmentRule(
                new AssignmentId(uuid(name)),
                qualification.questionSetId(),
                Optional.empty(),
                List.of(),
                priority,
                Optional.empty(),
                Optional.empty());
    }
}
