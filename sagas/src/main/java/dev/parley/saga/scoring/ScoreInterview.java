package dev.parley.saga.scoring;

import dev.parley.api.Actor;
import dev.parley.api.lead.LeadCommand.ScoreLead;
import dev.parley.api.meeting.MeetingId;
import dev.parley.saga.Commands;
import dev.parley.saga.ErrandHandler;
import dev.parley.saga.History;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lays what was heard before the rubric; the same facts give the same score, so asking twice changes nothing. */
public final class ScoreInterview implements ErrandHandler<ScoreInterview.Request> {
    static final String KIND = "scoring.score";
    private static final Logger log = LoggerFactory.getLogger(ScoreInterview.class);

    private final History history;
    private final Commands commands;
    private final Clock clock;

    public ScoreInterview(History history, Commands commands, Clock clock) {
        this.history = history;
        this.commands = commands;
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

    @Override
    public void carryOut(Request request) {
        HeardInterview.of(request.meetingId(), history)
                .filter(heard -> heard.participation().turns() > 0)
                .ifPresent(heard -> commands.send(new ScoreLead(
                        heard.leadId(),
                        Actor.system(heard.tenant(), "scoring"),
                        clock.instant(),
                        request.meetingId(),
                        heard.questionSetVersion(),
                        heard.answers(),
                        heard.participation())));
    }

    @Override
    public void giveUp(Request request, Exception cause) {
        log.error("the interview of meeting {} stays without a score", request.meetingId(), cause);
    }
}
