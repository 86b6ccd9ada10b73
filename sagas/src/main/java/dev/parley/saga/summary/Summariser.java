package dev.parley.saga.summary;

import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingSummary;
import dev.parley.api.transcript.SegmentId;
import java.util.List;
import java.util.Map;

/** Puts a finished conversation on half a page. Calls may block for seconds and may fail. */
public interface Summariser {

    Digest summarise(Talk talk);

    /** @param answers question text to understood value */
    record Talk(String title, String leadName, Map<String, String> answers, List<Line> lines) {}

    record Line(SegmentId segmentId, String speaker, Invitee.Role role, String text) {}

    /** @param insights for the sales team only; each names where it was heard */
    record Digest(MeetingSummary summary, List<Insight> insights) {}

    /** @param kind one of need, budget, authority, timing, objection, competitor, next-step */
    record Insight(String kind, String text, List<SegmentId> evidence) {}
}
