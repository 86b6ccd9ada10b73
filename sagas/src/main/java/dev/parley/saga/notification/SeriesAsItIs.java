package dev.parley.saga.notification;

import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.notification.NotificationEvent.NotificationRequested;
import dev.parley.api.series.Occurrence;
import dev.parley.api.series.SeriesCommand.PlannedMeeting;
import dev.parley.api.series.SeriesEvent;
import dev.parley.api.series.SeriesEvent.SeriesPlanned;
import dev.parley.api.series.SeriesId;
import dev.parley.saga.History;
import dev.parley.saga.notification.CalendarEntry.OneOfSeries;
import dev.parley.saga.notification.CalendarEntry.Standing;
import dev.parley.saga.notification.CalendarEntry.WholeSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells of a series what its own log and those of its meetings say now: a calendar takes it as a whole, whatever it knew. */
final class SeriesAsItIs {
    private SeriesAsItIs() {}

    static boolean isMeantBy(NotificationRequested request) {
        return request.occasion().startsWith(SeriesId.OCCASION);
    }

    static CalendarEntry entry(NotificationRequested request, Optional<Occurrence> occurrence, History history) {
        if (occurrence.isEmpty()) return CalendarEntry.SINGLE;
        return isMeantBy(request)
                ? whole(occurrence.get().seriesId(), request.sequence(), history)
                : new OneOfSeries(occurrence.get());
    }

    private static WholeSeries whole(SeriesId series, int sequence, History history) {
        var planned =
                (SeriesPlanned) history.of(series, SeriesEvent.class).getFirst().event();
        var plan = planned.plan();
        var standing = planned.meetings().stream()
                .flatMap(one -> standing(one, sequence, history))
                .toList();
        var leftOut = new ArrayList<>(
                plan.rule().starts(plan.time().localStart(), plan.time().zone()));
        standing.forEach(one -> leftOut.remove(one.occurrence().recurrenceId()));
        return new WholeSeries(series, plan.rule(), plan.time(), List.copyOf(leftOut), standing);
    }

    private static Stream<Standing> standing(PlannedMeeting one, int sequence, History history) {
        var told = history.of(one.meetingId(), MeetingEvent.class);
        if (told.isEmpty()) return Stream.empty();
        var meeting = Appointment.asItIs(told);
        if (meeting.isOff()) return Stream.empty();
        var newest = Math.max(sequence, meeting.sequence());
        return Stream.of(new Standing(one.meetingId(), one.occurrence(), meeting.time(), newest));
    }
}
