package dev.parley.api.assignment;

import dev.parley.api.Actor;
import dev.parley.api.Command;
import dev.parley.api.Shape;
import dev.parley.api.lead.Contact;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything that can be asked of an organisation's rules. */
public sealed interface AssignmentCommand extends Command {
    AssignmentsId assignmentsId();

    /** A rule of this id that is there already is replaced. */
    record AssignQuestionSet(
            @TargetAggregateIdentifier AssignmentsId assignmentsId, Actor by, Instant at, AssignmentRule rule)
            implements AssignmentCommand {}

    record WithdrawRule(
            @TargetAggregateIdentifier AssignmentsId assignmentsId, Actor by, Instant at, AssignmentId assignmentId)
            implements AssignmentCommand {}

    /** Answers with the {@link AssignmentQuery.Assignments}; changes nothing. */
    record ConfirmAssignments(@TargetAggregateIdentifier AssignmentsId assignmentsId, Actor by, Instant at)
            implements AssignmentCommand {}

    /**
     * Answers with the {@link AssignmentQuery.Explanation} of who wins, and why; changes nothing.
     *
     * @param day of the meeting, where it takes place
     */
    record ExplainAssignment(
            @TargetAggregateIdentifier AssignmentsId assignmentsId,
            Actor by,
            Instant at,
            String meetingType,
            Contact lead,
            LocalDate day)
            implements AssignmentCommand {
        public ExplainAssignment {
            meetingType = Shape.line("meetingType", meetingType, 80);
        }
    }
}
