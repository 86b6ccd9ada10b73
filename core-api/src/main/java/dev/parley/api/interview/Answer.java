package dev.parley.api.interview;

import dev.parley.api.transcript.SegmentId;
import java.util.List;

/**
 * What the lead answered, as understood.
 *
 * @param value normalised by question type: {@code yes}/{@code no}, a number, an ISO date, the option(s), otherwise the gist
 * @param confidence 0 to 1
 * @param evidence the segments it was heard in; never empty
 * @param quote words of those segments, verbatim
 */
public record Answer(String value, double confidence, List<SegmentId> evidence, String quote) {}
