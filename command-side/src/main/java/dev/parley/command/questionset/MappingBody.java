package dev.parley.command.questionset;

import static java.util.Objects.requireNonNullElse;

import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.questionset.CrmField;
import dev.parley.api.questionset.CrmField.Transform;
import dev.parley.api.questionset.Mapping;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an answer goes, as it comes from outside: anything may be missing or misshapen. */
record MappingBody(@Nullable Integer weight, @Nullable CrmFieldBody crm) {

    record CrmFieldBody(
            @Nullable String field,
            @Nullable String transform,
            @Nullable Map<String, String> values) {
        CrmField clean() {
            return new CrmField(
                    Shape.line("field", field, 63),
                    Shape.choice("transform", requireNonNullElse(transform, "text"), Transform.class),
                    requireNonNullElse(values, Map.of()));
        }
    }

    Mapping clean() {
        try {
            return new Mapping(
                    Optional.ofNullable(weight), Optional.ofNullable(crm).map(MappingBody::clean));
        } catch (Refused refused) {
            throw refused.within("mapping");
        }
    }

    private static CrmField clean(CrmFieldBody crm) {
        try {
            return crm.clean();
        } catch (Refused refused) {
            throw refused.within("crm");
        }
    }
}
