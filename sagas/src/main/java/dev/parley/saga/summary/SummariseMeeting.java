package dev.parley.saga.summary;

import dev.parley.api.Actor;
import dev.parley.api.lead.LeadCommand.RecordInsight;
import dev.parley.api.meeting.MeetingCommand.WriteSummary;
import dev.parley.api.meeting.MeetingId;
import dev.parley.saga.Commands;
import dev.parley.saga.ErrandHandler;
import dev.parley.saga.History;
import dev.parley.saga.summary.Summariser.Insight;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the summary for everybody and the insights for the sales team. */
public final class SummariseMeeting implements ErrandHandler<SummariseMeeting.Request> {
    static final String KIND = "summary.write";
    private static final Logger log = LoggerFactory.getLogger(SummariseMeeting.class);

    private final History history;
    private final Commands commands;
    private final CarefulSummariser summariser;
    private final Clock clock;

    public SummariseMeeting(
            History history, Commands commands, Summariser summariser, SummarySettings settings, Clock clock) {
        this.history = history;
        this.commands = commands;
        this.summariser = new CarefulSummariser(summariser, settings.patience());
        this.clock = clock;
    }

    public record Request(MeetingId meetingId) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<Request> payload() {
        return Request.class;
    }

    /** The insights come first: once the summary is there, this errand is done. */
    @Override
    public void carryOut(Request request) {
        var meeting = EndedMeeting.of(request.meetingId(), history);
        if (meeting.summarised() || !meeting.hasWordsOfPeople()) return;
        var digest = summariser.summarise(meeting.talk());
        digest.insights().forEach(insight -> record(request.meetingId(), meeting, insight));
        commands.send(new WriteSummary(request.meetingId(), us(meeting), clock.instant(), digest.summary()));
    }

    @Override
    public void giveUp(Request request, Exception cause) {
        log.error("meeting {} stays without a summary", request.meetingId(), cause);
    }

    private void record(MeetingId meetingId, EndedMeeting meeting, Insight insight) {
        commands.send(new RecordInsight(
                meeting.leadId(),
                us(meeting),
                clock.instant(),
                meetingId,
                insight.kind(),
                insight.text(),
                insight.evidence()));
    }

    private static Actor us(EndedMeeting meeting) {
        return Actor.interviewer(meeting.tenant());
    }
}
