package dev.parley.api.questionset;

import static dev.parley.api.questionset.QuestionSetRefusal.CRM_FIELD_NOT_OURS;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A field of the lead in the CRM that an answer is written to.
 *
 * @param field its name there, for instance {@code Budget} or {@code UsrTimeline}
 * @param values what is written for which answer, where the field wants the id of an entry of a list
 */
public record CrmField(
        String field,
        Transform transform,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> values) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,62}");

    /** Keys and stamps, and the score that Creatio's own model computes. */
    private static final Set<String> NOT_OURS =
            Set.of("Id", "CreatedOn", "CreatedById", "ModifiedOn", "ModifiedById", "PredictiveScore");

    public CrmField {
        if (!NAME.matcher(Shape.line("field", field, 63)).matches() || NOT_OURS.contains(field))
            throw new Refused(CRM_FIELD_NOT_OURS, "field");
        values = inOrder(values);
    }

    /** How an answer becomes a value of the field. */
    public enum Transform {
        TEXT,
        NUMBER,
        BOOLEAN,
        DATE,
        /** The id that the answer stands for. */
        LOOKUP;

        boolean fits(QuestionType type) {
            return switch (this) {
                case TEXT -> true;
                case NUMBER -> type == QuestionType.NUMBER || type == QuestionType.SCALE;
                case BOOLEAN -> type == QuestionType.YES_NO;
                case DATE -> type == QuestionType.DATE;
                case LOOKUP -> type == QuestionType.CHOICE || type == QuestionType.YES_NO;
            };
        }
    }

    private static Map<String, String> inOrder(Map<String, String> values) {
        var clean = new TreeMap<String, String>();
        if (values != null)
            values.forEach((answer, id) -> clean.put(
                    Shape.line("values", answer, 200),
                    Shape.uuid("values." + answer, id).toString()));
        return Collections.unmodifiableMap(clean);
    }
}
