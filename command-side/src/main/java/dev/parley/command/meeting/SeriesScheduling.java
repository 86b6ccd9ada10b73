package dev.parley.command.meeting;

import static dev.parley.api.ShapeRefusal.OFFSET_NOT_VALID_HERE;

import dev.parley.api.Refused;
import dev.parley.api.calendar.CalendarCommand.Wanted;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.calendar.CalendarRefusal;
import dev.parley.api.meeting.MeetingCommand.ScheduleMeeting;
import dev.parley.api.series.SeriesCommand.PlanSeries;
import dev.parley.api.series.SeriesCommand.PlannedMeeting;
import dev.parley.api.series.SeriesId;
import dev.parley.api.series.SeriesPlan;
import dev.parley.command.Commands;
import dev.parley.command.Receipt;
import dev.parley.command.Reservations;
import dev.parley.command.Reservations.Wish;
import dev.parley.command.meeting.RecurrenceBody.Recurrence;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes an appointment that recurs: all its times are held on the host's calendar, or none. */
final class SeriesScheduling {
    private final Commands commands;
    private final Reservations reservations;

    SeriesScheduling(Commands commands, Reservations reservations) {
        this.commands = commands;
        this.reservations = reservations;
    }

    /** @param first as if it were alone */
    Mono<Receipt> plan(ScheduleMeeting first, Recurrence recurrence, boolean overrule) {
        return Mono.defer(() -> {
            Appointment.check(first);
            var plan = plan(recurrence, first);
            var series = new PlanSeries(SeriesId.beginningWith(first.meetingId()), first.by(), first.at(), plan);
            return holding(series, meetings(plan), overrule)
                    .flatMap(receipt -> scheduling(series).thenReturn(receipt));
        });
    }

    private Mono<Receipt> holding(PlanSeries series, List<PlannedMeeting> meetings, boolean overrule) {
        var plan = series.plan();
        var calendar = CalendarId.of(series.by().tenant(), plan.host().id());
        var wanted = meetings.stream()
                .map(one -> new Wanted(one.meetingId(), one.time().slot()))
                .toList();
        var wish = new Wish(calendar, series.by(), series.at(), wanted, plan.meetingType(), overrule);
        return reservations
                .during(wish, commands.send(series))
                .onErrorMap(SeriesScheduling::isTaken, error -> new Refused(((Refused) error).refusal(), "recurrence"));
    }

    /** At once, so that people find what they have just made; what this does not reach, the process behind it does. */
    private Mono<Void> scheduling(PlanSeries series) {
        return Flux.fromIterable(series.plan().meetings())
                .concatMap(one -> commands.sendAside(series.plan().schedule(one, series.by(), series.at())))
                .onErrorComplete()
                .then();
    }

    private static List<PlannedMeeting> meetings(SeriesPlan plan) {
        try {
            return plan.meetings();
        } catch (Refused refused) {
            throw refused.within("recurrence");
        }
    }

    /** Calendars say of a local time that happens twice in a series only the first. */
    private static SeriesPlan plan(Recurrence recurrence, ScheduleMeeting first) {
        var time = first.time();
        var usual = time.localStart().atZone(time.zone()).getOffset();
        if (time.chosenOffset().filter(offset -> !offset.equals(usual)).isPresent())
            throw new Refused(OFFSET_NOT_VALID_HERE, "offset");
        return new SeriesPlan(
                first.meetingId(),
                first.hostOrSelf(),
                first.title(),
                first.meetingType(),
                first.leadId(),
                first.invitees(),
                time,
                recurrence.rule(),
                recurrence.exceptions(),
                first.interviewer(),
                first.questionSet(),
                first.reminders());
    }

    private static boolean isTaken(Throwable error) {
        return error instanceof Refused refused && refused.refusal() instanceof CalendarRefusal;
    }
}
