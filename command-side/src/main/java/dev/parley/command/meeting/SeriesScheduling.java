package dev.parley.command.meeting;

import static dev.parley.api.ShapeRefusal.OFFSET_NOT_VALID_HERE;

import dev.parley.api.Refusal;
import dev.parley.api.Refused;
import dev.parley.api.calendar.CalendarCommand.HoldSlots;
import dev.parley.api.calendar.CalendarCommand.ReleaseHold;
import dev.parley.api.calendar.CalendarCommand.Terms;
import dev.parley.api.calendar.CalendarCommand.Wanted;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.calendar.CalendarRefusal;
import dev.parley.api.meeting.MeetingCommand.ScheduleMeeting;
import dev.parley.api.series.SeriesCommand.PlanSeries;
import dev.parley.api.series.SeriesCommand.PlannedMeeting;
import dev.parley.api.series.SeriesId;
import dev.parley.api.series.SeriesPlan;
import dev.parley.command.AppointmentSettings;
import dev.parley.command.Commands;
import dev.parley.command.Receipt;
import dev.parley.command.meeting.RecurrenceBody.Recurrence;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes an appointment that recurs: all its times are held on the host's calendar, or none. */
final class SeriesScheduling {
    private final Commands commands;
    private final AppointmentSettings settings;

    SeriesScheduling(Commands commands, AppointmentSettings settings) {
        this.commands = commands;
        this.settings = settings;
    }

    /** @param first as if it were alone */
    Mono<Receipt> plan(ScheduleMeeting first, Recurrence recurrence) {
        return Mono.defer(() -> {
            Appointment.check(first);
            var plan = plan(recurrence, first);
            var series = new PlanSeries(SeriesId.beginningWith(first.meetingId()), first.by(), first.at(), plan);
            return holding(series, meetings(plan))
                    .flatMap(receipt -> scheduling(series).thenReturn(receipt));
        });
    }

    private Mono<Receipt> holding(PlanSeries series, List<PlannedMeeting> meetings) {
        var calendar = CalendarId.of(series.by().tenant(), series.plan().host().id());
        var wanted = meetings.stream()
                .map(one -> new Wanted(one.meetingId(), one.time().slot()))
                .toList();
        var expires = series.at().plus(settings.heldFor());
        var hold = new HoldSlots(calendar, series.by(), series.at(), wanted, expires, Terms.USUAL);
        var giveBack = Flux.fromIterable(wanted)
                .concatMap(one -> commands.sendAside(
                                new ReleaseHold(calendar, series.by(), series.at(), one.meetingId(), one.slot()))
                        .onErrorComplete());
        return commands.sendAside(hold)
                .onErrorMap(SeriesScheduling::isTaken, error -> new Refused(((Refused) error).refusal(), "recurrence"))
                .flatMap(_ -> commands.send(series)
                        .onErrorResume(SeriesScheduling::isFinal, refused -> giveBack.then(Mono.error(refused))));
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

    /** After a time-out the command may still be carried out, and then needs the times that are held. */
    private static boolean isFinal(Throwable error) {
        return error instanceof Refused refused && refused.refusal().kind() != Refusal.Kind.UNAVAILABLE;
    }
}
