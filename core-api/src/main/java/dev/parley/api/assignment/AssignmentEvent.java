package dev.parley.api.assignment;

import dev.parley.api.Event;
import dev.parley.api.TenantId;
import org.axonframework.serialization.Revision;

/** Everything that can happen to an organisation's rules. */
public sealed interface AssignmentEvent extends Event {
    AssignmentsId assignmentsId();

    /** In place of the rule of this id, if there was one. */
    @Revision("1")
    record QuestionSetAssigned(AssignmentsId assignmentsId, TenantId tenant, AssignmentRule rule)
            implements AssignmentEvent {}

    @Revision("1")
    record RuleWithdrawn(AssignmentsId assignmentsId, AssignmentId assignmentId) implements AssignmentEvent {}
}
