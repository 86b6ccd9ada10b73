package dev.parley.command.meeting;

import static dev.parley.api.Samples.as;
import static dev.parley.api.Samples.berlin;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.gusInTheRoom;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.now;
import static dev.parley.command.Counter.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.TenantId;
import dev.parley.api.calendar.CalendarCommand.HoldSlot;
import dev.parley.api.calendar.CalendarCommand.ReleaseHold;
import dev.parley.api.calendar.CalendarCommand.Terms;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.calendar.CalendarRefusal;
import dev.parley.api.calendar.KnownBusyTimes;
import dev.parley.api.meeting.GuestLinks;
import dev.parley.api.meeting.MeetingCommand.CancelMeeting;
import dev.parley.api.meeting.MeetingCommand.ConfirmMeeting;
import dev.parley.api.meeting.MeetingCommand.RescheduleMeeting;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingRefusal;
import dev.parley.api.meeting.Participant;
import dev.parley.command.Counter;
import dev.parley.command.RecordedCommands;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Lena has a link and no account. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GuestControllerTest {
    private final RecordedCommands recorded = AtTheMeetingDesk.recorded();
    private final KnownBusyTimes elsewhere = new KnownBusyTimes();
    private final Counter counter = Counter.of(new GuestController(
            recorded.commands(),
            AtTheMeetingDesk.movesByLink(recorded, elsewhere),
            new LenasLink(),
            Clock.fixed(now, ZoneOffset.UTC)));

    @Test
    void lets_the_lead_call_it_off_by_their_link() {
        counter.post("/guest/lenas/cancel", "{\"reason\":\"I am ill\"}")
                .expectStatus()
                .isNoContent();
        assertThat(recorded.given()).containsExactly(new CancelMeeting(discoveryCall, as(lena), now, "I am ill"));
    }

    @Test
    void asks_for_no_reason() {
        counter.post("/guest/lenas/cancel", "{}").expectStatus().isNoContent();
        assertThat(recorded.given()).containsExactly(new CancelMeeting(discoveryCall, as(lena), now, ""));
    }

    @Test
    void does_nothing_when_a_link_is_only_opened() {
        counter.http()
                .get()
                .uri("/api/v1/guest/lenas/cancel")
                .exchange()
                .expectStatus()
                .isEqualTo(405);
        assertThat(recorded.given()).isEmpty();
    }

    @Test
    void knows_no_forged_link() {
        refused(counter.post("/guest/forged/cancel", "{}"), 404, "LINK_INVALID", "");
        assertThat(recorded.given()).isEmpty();
    }

    @Test
    void refuses_a_reason_that_is_no_line() {
        refused(
                counter.post("/guest/lenas/cancel", "{\"reason\":\"a\\r\\nBcc: b\"}"),
                400,
                "CONTROL_CHARACTERS",
                "reason");
        refused(
                counter.post("/guest/lenas/cancel", "{\"reason\":\"" + "a".repeat(1_001) + "\"}"),
                400,
                "TOO_LONG",
                "reason");
        assertThat(recorded.given()).isEmpty();
    }

    @Test
    void passes_on_what_the_meeting_says() {
        recorded.answering(CancelMeeting.class, new Refused(MeetingRefusal.ALREADY_STARTED));
        refused(counter.post("/guest/lenas/cancel", "{}"), 409, "ALREADY_STARTED", "");
    }

    @Nested
    class Choosing_another_time {
        private static final String wednesday = "{\"start\":\"2026-12-02T08:00:00Z\"}";

        @Test
        void holds_it_as_the_house_without_overruling_then_moves_as_the_lead() {
            counter.post("/guest/lenas/reschedule", wednesday).expectStatus().isNoContent();
            var time = berlin("2026-12-02T09:00");
            assertThat(recorded.given())
                    .containsExactly(
                            new ConfirmMeeting(discoveryCall, as(lena), now),
                            new HoldSlot(
                                    CalendarId.of(demo, "bob"),
                                    Actor.system(demo, "appointment-page"),
                                    now,
                                    discoveryCall,
                                    time.slot(),
                                    now.plus(Duration.ofMinutes(2)),
                                    Terms.USUAL),
                            new RescheduleMeeting(discoveryCall, as(lena), now, time));
        }

        @Test
        void is_written_on_the_leads_own_clock_if_they_say_which() {
            counter.post(
                            "/guest/lenas/reschedule",
                            "{\"start\":\"2026-12-02T08:00:00Z\",\"zone\":\"America/New_York\"}")
                    .expectStatus()
                    .isNoContent();
            var move = (RescheduleMeeting) recorded.given().getLast();
            assertThat(move.time().localStart()).isEqualTo("2026-12-02T03:00");
            assertThat(move.time().zone()).isEqualTo(ZoneId.of("America/New_York"));
        }

        @Test
        void is_refused_by_the_rules_of_a_booking_at_the_start_that_was_asked_for() {
            recorded.answering(HoldSlot.class, new Refused(CalendarRefusal.TOO_SHORT_NOTICE, "localStart"));
            refused(counter.post("/guest/lenas/reschedule", wednesday), 422, "TOO_SHORT_NOTICE", "start");
            assertThat(recorded.given()).noneMatch(RescheduleMeeting.class::isInstance);
        }

        @Test
        void gives_the_time_back_that_the_meeting_then_refuses() {
            recorded.answering(RescheduleMeeting.class, new Refused(MeetingRefusal.MOVED_TOO_OFTEN));
            refused(counter.post("/guest/lenas/reschedule", wednesday), 409, "MOVED_TOO_OFTEN", "");
            assertThat(recorded.given().getLast()).isInstanceOf(ReleaseHold.class);
        }

        @Test
        void is_for_the_lead_alone() {
            refused(counter.post("/guest/guss/reschedule", wednesday), 403, "NOT_THE_HOST", "");
            refused(counter.post("/guest/forged/reschedule", wednesday), 404, "LINK_INVALID", "");
            assertThat(recorded.given()).isEmpty();
        }

        @Test
        void takes_whole_minutes_and_known_regions() {
            refused(counter.post("/guest/lenas/reschedule", "{}"), 400, "MISSING", "start");
            refused(
                    counter.post("/guest/lenas/reschedule", "{\"start\":\"2026-12-02T08:00:30Z\"}"),
                    400,
                    "MALFORMED_INSTANT",
                    "start");
            refused(
                    counter.post(
                            "/guest/lenas/reschedule", "{\"start\":\"2026-12-02T08:00:00Z\",\"zone\":\"Mars/Base\"}"),
                    400,
                    "UNKNOWN_ZONE",
                    "zone");
        }
    }

    private static final class LenasLink implements GuestLinks {
        @Override
        public URI linkFor(TenantId tenant, MeetingId meeting, Participant guest, Instant expires) {
            throw new UnsupportedOperationException("nobody is invited here");
        }

        @Override
        public Optional<Guest> read(String token) {
            return switch (token) {
                case "lenas" -> Optional.of(new Guest(demo, discoveryCall, lenaInTheRoom));
                case "guss" -> Optional.of(new Guest(demo, discoveryCall, gusInTheRoom));
                default -> Optional.empty();
            };
        }
    }
}
