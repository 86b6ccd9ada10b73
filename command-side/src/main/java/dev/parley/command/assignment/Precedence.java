package dev.parley.command.assignment;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import dev.parley.api.assignment.AssignmentCommand.ExplainAssignment;
import dev.parley.api.assignment.AssignmentQuery.Considered;
import dev.parley.api.assignment.AssignmentQuery.Explanation;
import dev.parley.api.assignment.AssignmentQuery.Outcome;
import dev.parley.api.assignment.AssignmentRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which of several rules wins (ADR 0041): the highest priority; then who asks for more; then who started last; then who was
 * made last. Pure: the same rules and the same meeting give the same winner on every node.
 */
final class Precedence {
    private static final Comparator<AssignmentRule> FIRST_HEARD = comparing(AssignmentRule::priority, reverseOrder())
            .thenComparing(AssignmentRule::precision, reverseOrder())
            .thenComparing(Precedence::start, reverseOrder());

    private Precedence() {}

    /** @param rules in the order in which they were made */
    static Explanation among(List<AssignmentRule> rules, ExplainAssignment meeting) {
        var applying = rules.reversed().stream()
                .filter(rule -> whyNot(rule, meeting).isEmpty())
                .sorted(FIRST_HEARD)
                .toList();
        var considered = new ArrayList<Considered>();
        applying.forEach(rule -> considered.add(new Considered(rule, beatenBy(applying.getFirst(), rule))));
        rules.forEach(rule ->
                whyNot(rule, meeting).map(why -> new Considered(rule, why)).ifPresent(considered::add));
        return new Explanation(applying.stream().findFirst(), List.copyOf(considered));
    }

    private static Optional<Outcome> whyNot(AssignmentRule rule, ExplainAssignment meeting) {
        if (rule.meetingType()
                .filter(type -> !type.equals(meeting.meetingType()))
                .isPresent()) return Optional.of(Outcome.OTHER_MEETING_TYPE);
        if (!rule.segment().stream().allMatch(trait -> trait.isOf(meeting.lead())))
            return Optional.of(Outcome.OTHER_SEGMENT);
        if (start(rule).isAfter(meeting.day())) return Optional.of(Outcome.NOT_YET);
        return rule.until().filter(meeting.day()::isAfter).map(_ -> Outcome.NO_LONGER);
    }

    private static Outcome beatenBy(AssignmentRule winner, AssignmentRule rule) {
        if (rule == winner) return Outcome.WINS;
        if (rule.priority() < winner.priority()) return Outcome.LOWER_PRIORITY;
        if (rule.precision() < winner.precision()) return Outcome.LESS_PRECISE;
        return start(rule).isBefore(start(winner)) ? Outcome.EARLIER_START : Outcome.MADE_EARLIER;
    }

    private static LocalDate start(AssignmentRule rule) {
        return rule.from().orElse(LocalDate.MIN);
    }
}
