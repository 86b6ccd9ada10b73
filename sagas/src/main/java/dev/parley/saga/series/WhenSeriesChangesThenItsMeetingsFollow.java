package dev.parley.saga.series;

import dev.parley.api.Actor;
import dev.parley.api.meeting.MeetingCommand.CancelMeeting;
import dev.parley.api.meeting.MeetingCommand.RescheduleMeeting;
import dev.parley.api.notification.NotificationCommand.RequestNotification;
import dev.parley.api.notification.NotificationId;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.series.SeriesCommand.PlannedMeeting;
import dev.parley.api.series.SeriesEvent;
import dev.parley.api.series.SeriesEvent.SeriesCut;
import dev.parley.api.series.SeriesEvent.SeriesMoved;
import dev.parley.api.series.SeriesEvent.SeriesPlanned;
import dev.parley.api.series.SeriesId;
import dev.parley.api.series.SeriesPlan;
import dev.parley.saga.Commands;
import dev.parley.saga.History;
import java.time.Clock;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/**
 * Each meeting of a series is scheduled, moved and called off like any other, and then one letter tells of all. Being told
 * twice changes nothing: ids follow from the series, and a meeting that has gone its own way refuses.
 */
@ProcessingGroup("saga.series")
public final class WhenSeriesChangesThenItsMeetingsFollow {
    private final History history;
    private final Commands commands;
    private final Clock clock;

    public WhenSeriesChangesThenItsMeetingsFollow(History history, Commands commands, Clock clock) {
        this.history = history;
        this.commands = commands;
        this.clock = clock;
    }

    @EventHandler
    void on(SeriesEvent event) {
        var planned = planned(event.seriesId());
        var us = Actor.system(planned.tenant(), "series");
        switch (event) {
            case SeriesPlanned _ -> {
                planned.meetings().forEach(one -> commands.send(planned.plan().schedule(one, us, clock.instant())));
                tell(planned.plan(), us, NotificationKind.INVITATION, 0);
            }
            case SeriesCut cut -> {
                cut.gone().forEach(one -> callOff(one, cut, us));
                tell(planned.plan(), us, whatIsLeft(planned), cut.sequence());
            }
            case SeriesMoved moved -> {
                moved.moved().forEach(one -> move(one, moved.seriesId(), us));
                tell(planned.plan(), us, NotificationKind.UPDATE, moved.sequence());
            }
        }
    }

    private void callOff(PlannedMeeting one, SeriesCut cut, Actor us) {
        commands.send(
                new CancelMeeting(one.meetingId(), us, clock.instant(), cut.reason(), Optional.of(cut.seriesId())));
    }

    private void move(PlannedMeeting one, SeriesId series, Actor us) {
        commands.send(new RescheduleMeeting(one.meetingId(), us, clock.instant(), one.time(), Optional.of(series)));
    }

    private NotificationKind whatIsLeft(SeriesPlanned planned) {
        var gone = history.of(planned.seriesId(), SeriesEvent.class).stream()
                .map(History.Fact::event)
                .filter(SeriesCut.class::isInstance)
                .mapToInt(cut -> ((SeriesCut) cut).gone().size())
                .sum();
        return gone == planned.meetings().size() ? NotificationKind.CANCELLATION : NotificationKind.UPDATE;
    }

    private void tell(SeriesPlan plan, Actor us, NotificationKind kind, int sequence) {
        var occasion = SeriesId.occasion(sequence);
        for (var recipient : plan.invitees()) {
            var id = NotificationId.of(plan.first(), kind, recipient.email(), occasion);
            commands.send(new RequestNotification(
                    id, us, clock.instant(), plan.first(), kind, recipient, occasion, sequence));
        }
    }

    private SeriesPlanned planned(SeriesId series) {
        return (SeriesPlanned) history.of(series, SeriesEvent.class).getFirst().event();
    }
}
