package dev.parley.command.series;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.alicesCalendar;
import static dev.parley.api.Samples.berlin;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.now;
import static dev.parley.command.Counter.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Refused;
import dev.parley.api.calendar.BusyTimes;
import dev.parley.api.calendar.BusyTimes.State;
import dev.parley.api.calendar.CalendarCommand.HoldSlot;
import dev.parley.api.calendar.CalendarCommand.ReleaseHold;
import dev.parley.api.calendar.CalendarCommand.Terms;
import dev.parley.api.calendar.CalendarRefusal;
import dev.parley.api.calendar.KnownBusyTimes;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.series.Occurrence;
import dev.parley.api.series.SeriesCommand.ConfirmSeries;
import dev.parley.api.series.SeriesCommand.CutSeries;
import dev.parley.api.series.SeriesCommand.MoveSeries;
import dev.parley.api.series.SeriesCommand.PlannedMeeting;
import dev.parley.api.series.SeriesCommand.StillPlanned;
import dev.parley.api.series.SeriesId;
import dev.parley.api.series.SeriesRefusal;
import dev.parley.command.AppointmentSettings;
import dev.parley.command.Counter;
import dev.parley.command.RecordedCommands;
import dev.parley.command.Reservations;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SeriesControllerTest {
    private static final SeriesId series = SeriesId.beginningWith(discoveryCall);
    private static final LocalDateTime tuesday = LocalDateTime.parse("2026-12-01T09:00");
    private static final String path = "/series/" + series;

    private final RecordedCommands recorded = new RecordedCommands()
            .answering(ConfirmSeries.class, new StillPlanned(alice.id(), List.of(onTheFirst("2026-12-01T09:00"))));
    private final KnownBusyTimes elsewhere = new KnownBusyTimes();
    private final Counter counter = Counter.of(new SeriesController(
            recorded.commands(),
            new Reservations(
                    recorded.commands(),
                    elsewhere,
                    new AppointmentSettings(Duration.ofMinutes(2), Duration.ofDays(30))),
            Clock.fixed(now, ZoneOffset.UTC)));

    @Test
    void calls_off_from_one_meeting_on() {
        counter.post(path + "/cancel", "{\"from\":\"2026-12-01T09:00\",\"reason\":\"decided\"}")
                .expectStatus()
                .isNoContent();
        assertThat(recorded.given())
                .containsExactly(new CutSeries(series, alice, now, Optional.of(tuesday), "decided"));
    }

    @Test
    void calls_off_all_that_is_left() {
        counter.post(path + "/cancel", "{}").expectStatus().isNoContent();
        assertThat(recorded.given()).containsExactly(new CutSeries(series, alice, now, Optional.empty(), ""));
    }

    @Test
    void holds_all_new_times_before_it_moves() {
        move("\"localStart\":\"2026-12-02T10:00\"").expectStatus().isNoContent();
        assertThat(recorded.given())
                .containsExactly(
                        new ConfirmSeries(series, alice, now, Optional.of(tuesday)),
                        holding(berlin("2026-12-02T10:00")),
                        new MoveSeries(series, alice, now, tuesday, berlin("2026-12-02T10:00")));
    }

    @Test
    void is_judged_on_the_terms_of_a_single_meeting() {
        var meant = berlin("2026-12-02T10:15").slot();
        elsewhere.are(State.FRESH, meant, berlin("2026-12-04T10:00").slot());
        move("\"localStart\":\"2026-12-02T10:00\",\"overrule\":true")
                .expectStatus()
                .isNoContent();
        assertThat(recorded.given().get(1))
                .asInstanceOf(InstanceOfAssertFactories.type(HoldSlot.class))
                .extracting(HoldSlot::terms)
                .isEqualTo(new Terms("", true, new BusyTimes(State.FRESH, List.of(meant))));
    }

    @Test
    void moves_nothing_when_one_of_the_times_is_taken() {
        recorded.answering(HoldSlot.class, new Refused(CalendarRefusal.SLOT_TAKEN, "localStart"));
        refused(move("\"localStart\":\"2026-12-02T10:00\""), 409, "SLOT_TAKEN", "localStart");
        assertThat(recorded.given()).hasSize(2);
    }

    @Test
    void gives_the_times_back_when_the_series_says_no() {
        recorded.answering(MoveSeries.class, new Refused(SeriesRefusal.SERIES_IS_OVER));
        refused(move("\"localStart\":\"2026-12-02T10:00\""), 409, "SERIES_IS_OVER", "");
        assertThat(recorded.given().getLast())
                .isEqualTo(new ReleaseHold(
                        alicesCalendar,
                        alice,
                        now,
                        discoveryCall,
                        berlin("2026-12-02T10:00").slot()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"localStart\":\"soon\"             | MALFORMED_TIME        | localStart",
                "\"zone\":\"Mars/Base\"              | UNKNOWN_ZONE          | zone",
                "\"durationMinutes\":0               | DURATION_OUT_OF_RANGE | durationMinutes",
                "\"durationMinutes\":2147483647      | DURATION_OUT_OF_RANGE | durationMinutes",
            })
    void refuses_what_is_misshapen(String member, String code, String field) {
        refused(move(member), 400, code, field);
    }

    @Test
    void needs_to_know_from_which_on() {
        refused(counter.patch(path, "*", "{\"localStart\":\"2026-12-02T10:00\"}"), 400, "MISSING", "from");
        refused(counter.post(path + "/cancel", "{\"from\":\"never\"}"), 400, "MALFORMED_TIME", "from");
        refused(counter.post("/series/7/cancel", "{}"), 400, "MALFORMED_ID", "seriesId");
        assertThat(recorded.given()).isEmpty();
    }

    private ResponseSpec move(String member) {
        return counter.patch(path, "*", "{\"from\":\"2026-12-01T09:00\"," + member + "}");
    }

    private static HoldSlot holding(MeetingTime time) {
        return new HoldSlot(
                alicesCalendar, alice, now, discoveryCall, time.slot(), now.plus(Duration.ofMinutes(2)), Terms.USUAL);
    }

    private static PlannedMeeting onTheFirst(String start) {
        var time = berlin(start);
        return new PlannedMeeting(discoveryCall, new Occurrence(series, 1, tuesday, time.zone()), time);
    }
}
