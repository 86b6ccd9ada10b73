package dev.parley.api.interview;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.api.transcript.SegmentId;
import java.util.List;
import java.util.Optional;

/**
 * What the lead answered, as understood.
 *
 * @param value normalised by question type: {@code yes}/{@code no}, a number, an ISO date, the option(s), otherwise the gist
 * @param confidence 0 to 1
 * @param evidence the segments it was heard in; never empty
 * @param quote words of those segments, verbatim
 * @param unit of a number, where one was named: a currency as in ISO 4217, or {@code %}
 */
public record Answer(
        String value,
        double confidence,
        List<SegmentId> evidence,
        String quote,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> unit) {

    @JsonCreator
    public Answer {}

    public Answer(String value, double confidence, List<SegmentId> evidence, String quote) {
        this(value, confidence, evidence, quote, Optional.empty());
    }
}
