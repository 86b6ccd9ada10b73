package dev.parley.api.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.api.TenantId;
import dev.parley.api.meeting.InterviewerKind;
import dev.parley.api.questionset.QuestionSetId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What people ask about a host's time, and the answers' shapes. */
public sealed interface CalendarQuery {

    /** Answered with {@code Optional<BookingAddress>}: where anybody may book this kind of meeting with the host. */
    record FindBookingPage(TenantId tenant, String hostId, String meetingType) implements CalendarQuery {}

    /** @param path of the page, as a browser opens it */
    record BookingAddress(String path) implements CalendarQuery {}

    /** What a host has decided about being booked. */
    record CalendarPage(
            CalendarId calendarId,
            String hostId,
            String hostName,
            int edition,
            Optional<AvailabilityLines> availability,
            List<MeetingTypeLine> meetingTypes,
            Optional<FeedLine> busyFeed)
            implements CalendarQuery {}

    record AvailabilityLines(
            ZoneId zone,
            List<WeeklyLine> weekly,
            List<DateLine> overrides,
            int minimumNoticeMinutes,
            int horizonDays,
            int stepMinutes,
            Optional<Integer> mostPerDay,
            Optional<Integer> mostPerWeek) {

        public static AvailabilityLines of(Availability it) {
            return new AvailabilityLines(
                    it.zone(),
                    it.weekly().stream().map(WeeklyLine::of).toList(),
                    it.overrides().stream().map(DateLine::of).toList(),
                    it.minimumNoticeMinutes(),
                    it.horizonDays(),
                    it.stepMinutes(),
                    it.mostPerDay(),
                    it.mostPerWeek());
        }
    }

    record WeeklyLine(DayOfWeek day, String from, String to) {
        static WeeklyLine of(Availability.WeeklyHours weekly) {
            var hours = HoursLine.of(weekly.hours());
            return new WeeklyLine(weekly.day(), hours.from(), hours.to());
        }
    }

    record DateLine(LocalDate date, List<HoursLine> hours) {
        static DateLine of(Availability.DateHours date) {
            return new DateLine(
                    date.date(), date.hours().stream().map(HoursLine::of).toList());
        }
    }

    /** @param to {@code 24:00} is the end of the day */
    record HoursLine(String from, String to) {
        static HoursLine of(Hours hours) {
            return new HoursLine(
                    hours.from().toString(),
                    hours.lastsAllDay() ? "24:00" : hours.to().toString());
        }
    }

    /** @param publicPath of the page where anybody may book it; empty if it is not open */
    record MeetingTypeLine(
            String slug,
            String title,
            int durationMinutes,
            int bufferBeforeMinutes,
            int bufferAfterMinutes,
            Optional<QuestionSetId> questionSetId,
            InterviewerKind interviewer,
            String location,
            boolean open,
            String publicPath) {}

    /** The other calendar that the host is busy in, and how well it is known. */
    record FeedLine(String address, BusyTimes.State state, Optional<Instant> readAt, String problem, int busyTimes) {}

    /** @param next from where to ask on, if there is more */
    record FreeTimes(
            String hostId,
            String hostName,
            String type,
            int durationMinutes,
            ZoneId zone,
            BusyTimes.State busyFeed,
            List<SlotLine> slots,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RefusedLine> refused,
            Optional<Instant> next)
            implements CalendarQuery {}

    /** A time that can be booked, also as the viewer's clocks show it. */
    record SlotLine(Instant start, Instant end, LocalDateTime localStart, ZoneOffset offset) {}

    /** A time that cannot, and the first rule that speaks against it. */
    record RefusedLine(Instant start, LocalDateTime localStart, ZoneOffset offset, String code) {}

    /** All that strangers are told of a kind of meeting. */
    record BookingPage(String title, int durationMinutes, String hostName) implements CalendarQuery {}

    record OfferedTimes(ZoneId zone, List<SlotLine> slots, Optional<Instant> next) implements CalendarQuery {}
}
