package dev.parley.saga.notification;

import dev.parley.api.lead.LeadEvent;
import dev.parley.api.lead.LeadEvent.InsightRecorded;
import dev.parley.api.lead.LeadEvent.LeadScored;
import dev.parley.api.lead.LeadId;
import dev.parley.api.lead.Score;
import dev.parley.api.meeting.MeetingId;
import dev.parley.saga.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the sales team makes of a meeting. For the host's copy of a summary, and for nobody else's eyes. */
public record Assessment(Optional<Score> score, List<String> insights) {
    private static final int MOST = 30;

    static Assessment of(MeetingId meeting, LeadId lead, History history) {
        var score = Optional.<Score>empty();
        var insights = new ArrayList<String>();
        for (var fact : history.of(lead, LeadEvent.class)) {
            if (fact.event() instanceof LeadScored scored && scored.meetingId().equals(meeting))
                score = Optional.of(scored.score());
            if (fact.event() instanceof InsightRecorded found
                    && found.meetingId().equals(meeting)) insights.add(found.text());
        }
        return new Assessment(score, insights.stream().limit(MOST).toList());
    }
}
