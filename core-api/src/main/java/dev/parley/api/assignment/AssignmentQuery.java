package dev.parley.api.assignment;

import java.util.List;
import java.util.Optional;

/** What people ask about assignments, and the answers' shapes. */
public sealed interface AssignmentQuery {

    /** All rules, in the order in which they were made. */
    record Assignments(List<AssignmentRule> rules, long version) implements AssignmentQuery {}

    /**
     * Which rule wins, and why no other does.
     *
     * @param considered every rule: the winner first, then those that it beat, then those that do not apply
     */
    record Explanation(Optional<AssignmentRule> winner, List<Considered> considered) implements AssignmentQuery {
        public static final Explanation NO_RULES = new Explanation(Optional.empty(), List.of());
    }

    record Considered(AssignmentRule rule, Outcome outcome) implements AssignmentQuery {}

    /** What became of a rule. */
    enum Outcome {
        WINS,
        LOWER_PRIORITY,
        LESS_PRECISE,
        EARLIER_START,
        MADE_EARLIER,
        OTHER_MEETING_TYPE,
        OTHER_SEGMENT,
        NOT_YET,
        NO_LONGER;

        public boolean applies() {
            return compareTo(OTHER_MEETING_TYPE) < 0;
        }
    }
}
