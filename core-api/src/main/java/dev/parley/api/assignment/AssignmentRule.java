package dev.parley.api.assignment;

import static dev.parley.api.ShapeRefusal.ENDS_BEFORE_IT_STARTS;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.questionset.QuestionSetId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * That a question set is asked in some meetings.
 *
 * @param meetingType of these only; of all if absent
 * @param segment with leads that have all of these traits; with all leads if there are none
 * @param priority the higher is heard first, from 0 to 100
 * @param from the first day of such a meeting, where it takes place
 * @param until the last one
 */
public record AssignmentRule(
        AssignmentId assignmentId,
        QuestionSetId questionSetId,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> meetingType,
        List<LeadTrait> segment,
        int priority,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<LocalDate> from,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<LocalDate> until) {

    public AssignmentRule {
        meetingType = meetingType.map(type -> Shape.line("meetingType", type, 80));
        segment = Shape.atMost(5, "segment", segment);
        priority = Shape.number("priority", priority, 0, 100);
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get()))
            throw new Refused(ENDS_BEFORE_IT_STARTS, "until");
    }

    /** How much it asks of a meeting: whoever says more precisely what they mean is heard before others. */
    public int precision() {
        return segment.size() + (meetingType.isPresent() ? 1 : 0);
    }
}
