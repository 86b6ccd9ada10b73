package dev.parley.api.lead;

import dev.parley.api.transcript.SegmentId;
import java.util.List;

/** How a lead took part in a meeting: what the engagement axis looks at. */
public record Participation(int turns, int words, int questionsAskedByLead, List<SegmentId> evidence, String quote) {}
