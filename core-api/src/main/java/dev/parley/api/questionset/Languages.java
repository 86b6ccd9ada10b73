package dev.parley.api.questionset;

import static dev.parley.api.questionset.QuestionSetRefusal.LANGUAGE_TWICE;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The languages that a question set is for, as in BCP 47.
 *
 * @param own in which its questions are written, if somebody said so
 * @param others into which they are translated
 */
public record Languages(
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> own, List<String> others) {
    static final int MOST = 20;

    public static final Languages NOT_SAID = new Languages(Optional.empty(), List.of());

    public Languages {
        own = own.map(tag -> Shape.language("own", tag));
        others = Shape.each("others", others, MOST, Shape::language);
        var seen = new HashSet<String>();
        own.ifPresent(seen::add);
        for (var i = 0; i < others.size(); i++)
            if (!seen.add(others.get(i))) throw new Refused(LANGUAGE_TWICE, "others[" + i + "]");
    }
}
