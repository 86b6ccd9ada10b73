package dev.parley.command.calendar;

import static dev.parley.api.Samples.alicesCalendar;
import static dev.parley.api.Samples.alicesOwn;
import static dev.parley.api.Samples.berlin;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discovery;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.officeHours;
import static dev.parley.api.Samples.theHouse;
import static dev.parley.api.Samples.uuid;
import static dev.parley.api.calendar.CalendarRefusal.*;
import static dev.parley.command.RefusedBecause.refused;

import dev.parley.api.TimeSlot;
import dev.parley.api.calendar.BusyTimes;
import dev.parley.api.calendar.CalendarCommand.*;
import dev.parley.api.calendar.CalendarEvent.*;
import dev.parley.api.calendar.MeetingType;
import dev.parley.api.meeting.InterviewerKind;
import dev.parley.api.meeting.MeetingId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What somebody without an account may do with a host's calendar. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StrangersHoldsTest {
    private static final Instant lapses = now.plus(Duration.ofMinutes(2));
    private static final TimeSlot tuesdayAtTen = berlin("2026-12-01T10:00").slot();

    private final FixtureConfiguration<HostCalendar> calendar = new AggregateTestFixture<>(HostCalendar.class);

    @Test
    void hold_what_is_offered_to_everybody() {
        calendar.given(defined(), offered())
                .when(byAStranger("discovery"))
                .expectEvents(new SlotHeld(
                        alicesCalendar,
                        demo,
                        discoveryCall,
                        tuesdayAtTen,
                        discovery.occupiedBy(tuesdayAtTen),
                        lapses,
                        List.of()));
    }

    @Test
    void learn_nothing_about_what_is_not() {
        calendar.given(defined(), offered()).when(byAStranger("secret")).expectException(refused(BOOKING_PAGE_UNKNOWN));
        calendar.given(offered()).when(byAStranger("discovery")).expectException(refused(BOOKING_PAGE_UNKNOWN));
        calendar.given(defined(), new MeetingTypeDefined(alicesCalendar, alicesOwn, 2, closed()))
                .when(new ConfirmOffer(alicesCalendar, theHouse, now, "discovery"))
                .expectException(refused(BOOKING_PAGE_UNKNOWN));
    }

    @Test
    void cannot_hold_a_host_s_whole_time() {
        var fifty = IntStream.range(0, 50)
                .mapToObj(minute -> held(
                        new MeetingId(uuid("hold " + minute)),
                        new TimeSlot(now.plusSeconds(60L * minute), now.plusSeconds(60L * minute + 60))));
        calendar.given(Stream.concat(Stream.of(defined(), offered()), fifty).toList())
                .when(byAStranger("discovery"))
                .expectException(refused(TOO_MANY_HOLDS));
    }

    @Test
    void cannot_name_a_hold_after_a_meeting() {
        calendar.given(defined(), offered(), booked(discoveryCall, tuesdayAtTen))
                .when(byAStranger("discovery"))
                .expectException(refused(HOLD_UNKNOWN, "holdId"));
    }

    private HoldOfferedSlot byAStranger(String type) {
        return new HoldOfferedSlot(
                alicesCalendar, theHouse, now, discoveryCall, tuesdayAtTen.start(), lapses, type, BusyTimes.NO_FEED);
    }

    private static MeetingType closed() {
        return new MeetingType("discovery", "Call", 30, 0, 0, Optional.empty(), InterviewerKind.HUMAN, "", false);
    }

    private static AvailabilityDefined defined() {
        return new AvailabilityDefined(alicesCalendar, alicesOwn, 1, officeHours);
    }

    private static MeetingTypeDefined offered() {
        return new MeetingTypeDefined(alicesCalendar, alicesOwn, 2, discovery);
    }

    private static SlotHeld held(MeetingId meeting, TimeSlot slot) {
        return new SlotHeld(alicesCalendar, demo, meeting, slot, lapses);
    }

    private static SlotBooked booked(MeetingId meeting, TimeSlot slot) {
        return new SlotBooked(alicesCalendar, meeting, slot);
    }
}
