package dev.parley.api.questionset;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.api.Shape;
import java.util.Optional;

/**
 * Where the answer to a question goes.
 *
 * @param weight the points that a strong answer earns, instead of what its signal is worth
 * @param crm the field of the lead in the CRM
 */
public record Mapping(
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> weight,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<CrmField> crm) {

    public Mapping {
        weight = weight.map(points -> Shape.number("weight", points, 0, 100));
    }
}
