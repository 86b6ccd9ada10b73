package dev.parley.query.availability;

import static dev.parley.api.Samples.alicesCalendar;
import static dev.parley.api.Samples.alicesOwn;
import static dev.parley.api.Samples.berlin;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discovery;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.elsewhere;
import static dev.parley.api.Samples.hours;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.officeHours;
import static dev.parley.api.Samples.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.api.TenantId;
import dev.parley.api.TimeSlot;
import dev.parley.api.calendar.Availability;
import dev.parley.api.calendar.Availability.WeeklyHours;
import dev.parley.api.calendar.BusyTimes;
import dev.parley.api.calendar.CalendarEvent.*;
import dev.parley.api.calendar.CalendarEvent.Reason;
import dev.parley.api.calendar.CalendarQuery.SlotLine;
import dev.parley.api.calendar.KnownBusyTimes;
import dev.parley.api.calendar.MeetingType;
import dev.parley.api.meeting.InterviewerKind;
import dev.parley.api.meeting.MeetingId;
import dev.parley.query.Told;
import dev.parley.query.Views;
import dev.parley.query.availability.AvailabilityReader.Settled;
import dev.parley.query.availability.FreeSlots.Found;
import dev.parley.query.availability.FreeSlots.Wish;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Alice's office hours; it is Monday morning. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AvailabilityTest {
    @RegisterExtension
    static final Views views = new Views();

    private static final ZoneId newYork = ZoneId.of("America/New_York");
    private static final TimeSlot tuesdayAtTen = berlin("2026-12-01T10:00").slot();
    private static final MeetingId demoCall = new MeetingId(uuid("demo call"));

    private final KnownBusyTimes otherCalendar = new KnownBusyTimes();
    private Told told;
    private AvailabilityReader reader;
    private FreeSlots slots;

    @BeforeEach
    void begin() {
        told = new Told(views);
        told.to(new SettingsProjection(views.jdbc(), told), new SlotProjection(views.jdbc()));
        reader = new AvailabilityReader(views.reads());
        slots = new FreeSlots(reader, otherCalendar, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void offers_the_hours_of_a_day_as_the_viewer_s_clocks_show_them() {
        settled();

        var offered = tuesday("discovery").listing().slots();
        assertThat(offered).hasSize(14);
        assertThat(offered.getFirst())
                .isEqualTo(new SlotLine(
                        Instant.parse("2026-12-01T08:00:00Z"),
                        Instant.parse("2026-12-01T08:30:00Z"),
                        LocalDateTime.parse("2026-12-01T03:00"),
                        ZoneOffset.ofHours(-5)));
    }

    /** Row A1, on the Sundays around the one on which clocks go back. */
    @Test
    void offers_nine_o_clock_every_week_though_the_offset_changes() {
        var sundays = new Availability(
                newYork,
                List.of(new WeeklyHours(DayOfWeek.SUNDAY, hours("09:00", "10:00"))),
                List.of(),
                0,
                60,
                60,
                Optional.empty(),
                Optional.empty());
        var range = new TimeSlot(Instant.parse("2026-10-20T00:00:00Z"), Instant.parse("2026-11-10T00:00:00Z"));
        var earlier = new FreeSlots(reader, otherCalendar, Clock.fixed(range.start(), ZoneOffset.UTC));
        var wish = new Wish(demo, alicesCalendar, range, newYork, false);

        assertThat(earlier.in(wish, Optional.of(sundays), any())
                        .block()
                        .listing()
                        .slots())
                .extracting(SlotLine::localStart, SlotLine::offset)
                .containsExactly(
                        tuple(LocalDateTime.parse("2026-10-25T09:00"), ZoneOffset.ofHours(-4)),
                        tuple(LocalDateTime.parse("2026-11-01T09:00"), ZoneOffset.ofHours(-5)),
                        tuple(LocalDateTime.parse("2026-11-08T09:00"), ZoneOffset.ofHours(-5)));
    }

    @Test
    void leaves_out_what_is_booked_or_held_with_its_buffers_until_it_is_free_again() {
        settled();
        told.that(alicesCalendar, held(demoCall)).that(alicesCalendar, booked(demoCall));
        // Booked from 10:00 to 10:30, occupied from 9:55 to 10:40; every other meeting needs 5 minutes before and 10
        // after.
        assertThat(refused("discovery")).containsExactly("09:30 IN_BUFFER", "10:00 SLOT_TAKEN", "10:30 IN_BUFFER");

        told.that(alicesCalendar, new SlotReleased(alicesCalendar, demoCall, tuesdayAtTen, Reason.CANCELLED));
        assertThat(refused("discovery")).isEmpty();
    }

    @Test
    void forgets_a_hold_that_has_lapsed_though_nobody_released_it() {
        settled();
        told.that(
                alicesCalendar,
                new SlotHeld(alicesCalendar, demo, demoCall, tuesdayAtTen, tuesdayAtTen, now, List.of()));
        assertThat(refused("discovery")).isEmpty();
    }

    @Test
    void counts_what_is_over_among_the_meetings_of_its_day() {
        settled();
        for (var time : List.of("09:00", "10:00", "11:00", "13:00")) {
            var meeting = new MeetingId(uuid("at " + time));
            var slot = berlin("2026-12-01T" + time).slot();
            told.that(alicesCalendar, new SlotHeld(alicesCalendar, demo, meeting, slot, now.plusSeconds(60)))
                    .that(alicesCalendar, new SlotBooked(alicesCalendar, meeting, slot))
                    .that(alicesCalendar, new SlotReleased(alicesCalendar, meeting, slot, Reason.OVER));
        }
        assertThat(refused("discovery")).hasSize(14).allMatch(line -> line.endsWith("DAY_IS_FULL"));
    }

    @Test
    void offers_nothing_while_the_other_calendar_is_stale() {
        settled();
        otherCalendar.are(BusyTimes.State.STALE);
        assertThat(tuesday("discovery").listing().slots()).isEmpty();
        assertThat(tuesday("discovery").busyFeed()).isEqualTo(BusyTimes.State.STALE);
        assertThat(refused("discovery")).hasSize(14).allMatch(line -> line.endsWith("BUSY_TIMES_STALE"));

        otherCalendar.are(BusyTimes.State.FRESH, tuesdayAtTen);
        assertThat(refused("discovery"))
                .containsExactly("09:30 BUSY_ELSEWHERE", "10:00 BUSY_ELSEWHERE", "10:30 BUSY_ELSEWHERE");
    }

    @Test
    void is_open_at_all_hours_for_a_host_who_decided_nothing() {
        told.that(alicesCalendar, held(demoCall));
        var listing = slots.in(wish(demo), Optional.empty(), any()).block().listing();
        assertThat(listing.slots()).hasSize(48 - 3);
    }

    @Test
    void goes_on_where_a_long_answer_stopped() {
        told.that(alicesCalendar, held(demoCall));
        var year = new TimeSlot(now, now.plus(Duration.ofDays(60)));
        var first = slots.in(new Wish(demo, alicesCalendar, year, newYork, false), Optional.empty(), any())
                .block()
                .listing();
        assertThat(first.slots()).hasSize(2_000);
        var rest = slots.in(
                        new Wish(
                                demo,
                                alicesCalendar,
                                new TimeSlot(first.next().orElseThrow(), year.end()),
                                newYork,
                                false),
                        Optional.empty(),
                        any())
                .block()
                .listing();
        assertThat(rest.slots()).hasSize(60 * 48 - 3 - 2_000);
        assertThat(rest.next()).isEmpty();
    }

    @Test
    void shows_what_the_host_decided_last() {
        settled();
        told.that(alicesCalendar, new MeetingTypeRetired(alicesCalendar, alicesOwn, 3, "discovery"));
        assertThat(settings().types()).isEmpty();
        assertThat(settings().edition()).isEqualTo(3);
        assertThat(settings().availability()).contains(officeHours);
    }

    @Test
    void is_nobody_else_s_business() {
        settled();
        assertThat(reader.settings(elsewhere, alicesCalendar).blockOptional()).isEmpty();
        told.that(alicesCalendar, held(discoveryCall));
        assertThat(slots.in(wish(elsewhere), Optional.of(officeHours), any())
                        .block()
                        .listing()
                        .slots())
                .hasSize(14);
    }

    @Test
    void stays_as_it_is_when_everything_is_heard_again_or_rebuilt() {
        settled();
        told.that(alicesCalendar, held(demoCall))
                .that(alicesCalendar, booked(demoCall))
                .that(alicesCalendar, held(discoveryCall))
                .that(
                        alicesCalendar,
                        new SlotReleased(alicesCalendar, discoveryCall, tuesdayAtTen, Reason.HOLD_RELEASED));
        var before = refused("discovery");
        var settings = settings();
        told.again();
        assertThat(refused("discovery")).isEqualTo(before);
        assertThat(settings()).isEqualTo(settings);
        told.rebuilt();
        assertThat(refused("discovery")).isEqualTo(before);
        assertThat(settings()).isEqualTo(settings);
    }

    private void settled() {
        told.that(alicesCalendar, new AvailabilityDefined(alicesCalendar, alicesOwn, 1, officeHours))
                .that(alicesCalendar, new MeetingTypeDefined(alicesCalendar, alicesOwn, 2, discovery));
    }

    private Settled settings() {
        return reader.settings(demo, alicesCalendar).block();
    }

    private Found tuesday(String type) {
        var settled = settings();
        return slots.in(wish(demo), settled.availability(), settled.type(type).orElseThrow())
                .block();
    }

    private List<String> refused(String type) {
        return tuesday(type).listing().refused().stream()
                .map(line -> line.start().atZone(ZoneId.of("Europe/Berlin")).toLocalTime() + " " + line.code())
                .toList();
    }

    private static Wish wish(TenantId tenant) {
        var day = LocalDate.parse("2026-12-01");
        var berlin = ZoneId.of("Europe/Berlin");
        var range = new TimeSlot(
                day.atStartOfDay(berlin).toInstant(),
                day.plusDays(1).atStartOfDay(berlin).toInstant());
        return new Wish(tenant, alicesCalendar, range, newYork, true);
    }

    private static MeetingType any() {
        return new MeetingType("any", "Any", 30, 0, 0, Optional.empty(), InterviewerKind.HUMAN, "", false);
    }

    private static SlotHeld held(MeetingId meeting) {
        return new SlotHeld(
                alicesCalendar,
                demo,
                meeting,
                tuesdayAtTen,
                discovery.occupiedBy(tuesdayAtTen),
                now.plusSeconds(120),
                List.of());
    }

    private static SlotBooked booked(MeetingId meeting) {
        return new SlotBooked(alicesCalendar, meeting, tuesdayAtTen, discovery.occupiedBy(tuesdayAtTen));
    }
}
