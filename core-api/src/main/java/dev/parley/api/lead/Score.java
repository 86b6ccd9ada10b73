package dev.parley.api.lead;

import dev.parley.api.questionset.QuestionId;
import dev.parley.api.transcript.SegmentId;
import java.util.List;
import java.util.Optional;

/**
 * What a lead is worth pursuing, with a receipt for every point: a pure function of recorded answers and rubric version.
 *
 * @param fit from what was answered, 0 to 100
 * @param engagement from how the lead took part, 0 to 100
 */
public record Score(int fit, int engagement, Band band, String rubric, List<Point> points) {

    public enum Band {
        HOT,
        WARM,
        COLD
    }

    public enum Axis {
        FIT,
        ENGAGEMENT
    }

    /**
     * One receipt.
     *
     * @param rule the rule of the rubric that gave the points
     * @param points may be negative
     * @param questionId absent where the rule looks at the whole conversation
     * @param segments what was heard; never empty
     */
    public record Point(
            String rule,
            Axis axis,
            int points,
            Optional<QuestionId> questionId,
            int questionSetVersion,
            List<SegmentId> segments,
            String quote) {}
}
