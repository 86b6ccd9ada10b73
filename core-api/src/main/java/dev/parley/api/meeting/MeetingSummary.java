package dev.parley.api.meeting;

import java.util.List;

/**
 * A meeting on half a page. Holds nothing that the lead may not read.
 *
 * @param writtenBy the adapter and model that wrote it, for instance {@code offline-1}
 */
public record MeetingSummary(String headline, List<String> points, List<String> nextSteps, String writtenBy) {}
