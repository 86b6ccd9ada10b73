package dev.parley.command.assignment;

import static java.util.Objects.requireNonNullElse;

import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.assignment.AssignmentId;
import dev.parley.api.assignment.AssignmentRule;
import dev.parley.api.assignment.LeadTrait;
import dev.parley.api.assignment.LeadTrait.Of;
import dev.parley.api.questionset.QuestionSetId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rule as it comes from outside: anything may be missing or misshapen. */
record AssignmentBody(
        @Nullable String questionSetId,
        @Nullable String meetingType,
        @Nullable List<TraitBody> segment,
        @Nullable Integer priority,
        @Nullable String from,
        @Nullable String until) {

    record TraitBody(@Nullable String of, @Nullable String value) {
        LeadTrait at(String path) {
            try {
                return new LeadTrait(Shape.choice("of", of, Of.class), Shape.line("value", value, 200));
            } catch (Refused refused) {
                throw refused.within(path);
            }
        }
    }

    AssignmentRule named(AssignmentId id) {
        return new AssignmentRule(
                id,
                new QuestionSetId(Shape.uuid("questionSetId", questionSetId)),
                Optional.ofNullable(meetingType),
                Shape.each("segment", segment, 5, (path, trait) -> trait.at(path)),
                requireNonNullElse(priority, 0),
                Optional.ofNullable(from).map(day -> Shape.date("from", day)),
                Optional.ofNullable(until).map(day -> Shape.date("until", day)));
    }
}
