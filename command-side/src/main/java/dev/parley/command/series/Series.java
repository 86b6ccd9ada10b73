package dev.parley.command.series;

import static dev.parley.api.meeting.MeetingRefusal.ID_REUSED;
import static dev.parley.api.meeting.MeetingRefusal.NOTHING_CHANGES;
import static dev.parley.api.meeting.MeetingRefusal.STARTS_IN_THE_PAST;
import static dev.parley.api.series.SeriesRefusal.OCCURRENCE_UNKNOWN;
import static dev.parley.api.series.SeriesRefusal.SERIES_IS_OVER;
import static dev.parley.api.series.SeriesRefusal.SERIES_UNKNOWN;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.parley.api.Command;
import dev.parley.api.Refused;
import dev.parley.api.series.SeriesCommand.ConfirmSeries;
import dev.parley.api.series.SeriesCommand.CutSeries;
import dev.parley.api.series.SeriesCommand.MoveSeries;
import dev.parley.api.series.SeriesCommand.PlanSeries;
import dev.parley.api.series.SeriesCommand.Planned;
import dev.parley.api.series.SeriesCommand.PlannedMeeting;
import dev.parley.api.series.SeriesCommand.StillPlanned;
import dev.parley.api.series.SeriesEvent;
import dev.parley.api.series.SeriesEvent.SeriesCut;
import dev.parley.api.series.SeriesEvent.SeriesMoved;
import dev.parley.api.series.SeriesEvent.SeriesPlanned;
import dev.parley.api.series.SeriesId;
import dev.parley.api.series.Shift;
import dev.parley.command.CommandSide;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** Which meetings a rule gave, and which of them are left. What happens to a single one is the meeting's own affair. */
@Aggregate(
        commandTargetResolver = CommandSide.TARGETS,
        cache = CommandSide.MEMORY,
        snapshotTriggerDefinition = CommandSide.SNAPSHOTS)
@Revision("1") // of its snapshots: raise it with every change of what is remembered here
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
class Series {
    @AggregateIdentifier
    private SeriesId seriesId;

    private SeriesPlanned planned;
    private List<PlannedMeeting> left = new ArrayList<>();
    private int sequence;

    Series() {}

    @CommandHandlerInterceptor
    void guard(Command command) {
        if (planned != null && !planned.tenant().equals(command.by().tenant())) throw new Refused(SERIES_UNKNOWN);
    }

    /** Whoever repeats it hears what was answered first, whatever has become of the series since. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Planned handle(PlanSeries command) {
        if (planned != null) {
            if (!planned.plan().isWishedFor(command.plan())) throw new Refused(ID_REUSED, "meetingId");
            return planned.answer(0);
        }
        var plan = command.plan();
        var event = new SeriesPlanned(command.seriesId(), command.by().tenant(), plan, plan.meetings());
        apply(event);
        return event.answer(getVersion());
    }

    @CommandHandler
    StillPlanned handle(ConfirmSeries command) {
        return new StillPlanned(planned.plan().host().id(), from(command.from(), command.at()));
    }

    @CommandHandler
    Long handle(CutSeries command) {
        apply(new SeriesCut(seriesId, from(command.from(), command.at()), command.reason(), sequence + 1));
        return getVersion();
    }

    @CommandHandler
    Long handle(MoveSeries command) {
        var moving = from(Optional.of(command.from()), command.at());
        var first = moving.getFirst().time();
        if (command.time().equals(first)) throw new Refused(NOTHING_CHANGES);
        if (command.time().start().isBefore(command.at())) throw new Refused(STARTS_IN_THE_PAST, "localStart");
        var shift = Shift.between(first, command.time());
        apply(new SeriesMoved(seriesId, moving.stream().map(shift::of).toList(), sequence + 1));
        return getVersion();
    }

    /** What is left from the named one on, as far as it has not begun. */
    private List<PlannedMeeting> from(Optional<LocalDateTime> recurrenceId, Instant at) {
        var toCome = left.stream().filter(one -> one.time().start().isAfter(at)).toList();
        if (toCome.isEmpty()) throw new Refused(SERIES_IS_OVER);
        if (recurrenceId.isEmpty()) return toCome;
        var first = recurrenceId.get();
        if (toCome.stream().noneMatch(one -> one.occurrence().recurrenceId().equals(first)))
            throw new Refused(OCCURRENCE_UNKNOWN, "from");
        return toCome.stream()
                .filter(one -> !one.occurrence().recurrenceId().isBefore(first))
                .toList();
    }

    @EventSourcingHandler
    void on(SeriesEvent event) {
        switch (event) {
            case SeriesPlanned plan -> {
                seriesId = plan.seriesId();
                planned = plan;
                left.addAll(plan.meetings());
            }
            case SeriesCut cut -> {
                left.removeAll(cut.gone());
                sequence = cut.sequence();
            }
            case SeriesMoved moved -> {
                left.replaceAll(one -> moved.moved().stream()
                        .filter(other -> other.meetingId().equals(one.meetingId()))
                        .findFirst()
                        .orElse(one));
                sequence = moved.sequence();
            }
        }
    }
}
