package dev.parley.command.meeting;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.berlin;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.command.Counter.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Refused;
import dev.parley.api.calendar.BusyTimes;
import dev.parley.api.calendar.BusyTimes.State;
import dev.parley.api.calendar.CalendarCommand.HoldSlots;
import dev.parley.api.calendar.CalendarCommand.ReleaseHold;
import dev.parley.api.calendar.CalendarCommand.Terms;
import dev.parley.api.calendar.CalendarCommand.Wanted;
import dev.parley.api.calendar.CalendarRefusal;
import dev.parley.api.meeting.MeetingCommand.ScheduleMeeting;
import dev.parley.api.meeting.MeetingRefusal;
import dev.parley.api.series.Occurrence;
import dev.parley.api.series.SeriesCommand.PlanSeries;
import dev.parley.api.series.SeriesCommand.Planned;
import dev.parley.api.series.SeriesCommand.PlannedMeeting;
import dev.parley.api.series.SeriesId;
import dev.parley.command.RecordedCommands;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An appointment on Tuesdays at nine in Berlin. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecurringAppointmentTest {
    private static final SeriesId series = SeriesId.beginningWith(discoveryCall);

    private final AtTheAppointmentDesk desk = new AtTheAppointmentDesk();
    private final RecordedCommands recorded = desk.recorded;

    @Test
    void holds_all_times_at_once_then_plans_then_schedules_each() {
        var first = berlin("2026-12-01T09:00");
        var one = new PlannedMeeting(discoveryCall, new Occurrence(series, 1, first.localStart(), first.zone()), first);
        recorded.answering(PlanSeries.class, new Planned(List.of(one), lenaInTheRoom, 0));
        desk.schedule(recurring("FREQ=WEEKLY;COUNT=3"))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Location", "/api/v1/meetings/" + discoveryCall)
                .expectBody()
                .json("""
                    {"meetingId":"%s","start":"2026-12-01T08:00:00Z","joinUrl":"https://parley.test/join/lena","seriesId":"%s",
                     "occurrences":[{"meetingId":"%s","localStart":"2026-12-01T09:00:00","start":"2026-12-01T08:00:00Z"}]}\
                    """.formatted(discoveryCall, series, discoveryCall));
        var held = given(HoldSlots.class).getFirst().wanted();
        assertThat(held)
                .extracting(Wanted::slot)
                .containsExactly(
                        first.slot(),
                        berlin("2026-12-08T09:00").slot(),
                        berlin("2026-12-15T09:00").slot());
        assertThat(given(PlanSeries.class)).singleElement().satisfies(plan -> {
            assertThat(plan.seriesId()).isEqualTo(series);
            assertThat(plan.plan().host().id()).isEqualTo(alice.id());
        });
        assertThat(given(ScheduleMeeting.class))
                .extracting(ScheduleMeeting::meetingId)
                .containsExactlyElementsOf(held.stream().map(Wanted::meetingId).toList());
    }

    @Test
    void is_judged_on_the_terms_of_a_single_meeting() {
        var second = berlin("2026-12-08T09:15").slot();
        recorded.answering(PlanSeries.class, new Refused(MeetingRefusal.ID_REUSED, "meetingId"));
        desk.elsewhere.are(State.FRESH, second, berlin("2026-12-10T09:00").slot());
        desk.schedule(recurring("FREQ=WEEKLY;COUNT=2") + ",\"overrule\":true");
        assertThat(given(HoldSlots.class))
                .extracting(HoldSlots::terms)
                .containsExactly(new Terms("discovery", true, new BusyTimes(State.FRESH, List.of(second))));
    }

    @Test
    void has_no_door_of_its_own() {
        refused(
                desk.schedule(recurring("FREQ=WEEKLY;COUNT=3") + ",\"entry\":\"host\""),
                422,
                "NOT_FOR_SERIES",
                "entry");
        assertThat(given(HoldSlots.class)).isEmpty();
    }

    @Test
    void makes_nothing_when_one_of_the_times_is_taken() {
        recorded.answering(HoldSlots.class, new Refused(CalendarRefusal.SLOT_TAKEN, "localStart"));
        refused(desk.schedule(recurring("FREQ=WEEKLY;COUNT=3")), 409, "SLOT_TAKEN", "recurrence");
        assertThat(given(PlanSeries.class)).isEmpty();
    }

    @Test
    void gives_all_times_back_when_the_series_says_no() {
        recorded.answering(PlanSeries.class, new Refused(MeetingRefusal.ID_REUSED, "meetingId"));
        refused(desk.schedule(recurring("FREQ=WEEKLY;COUNT=3")), 409, "ID_REUSED", "meetingId");
        assertThat(given(ReleaseHold.class)).hasSize(3);
        assertThat(given(ScheduleMeeting.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=WEEKLY                             | 422 | RECURRENCE_NEVER_ENDS    | recurrence.rrule",
                "FREQ=WEEKLY;COUNT=61                    | 422 | TOO_MANY_OCCURRENCES     | recurrence.rrule",
                "FREQ=DAILY;UNTIL=99991231T235959Z       | 422 | TOO_MANY_OCCURRENCES     | recurrence.rrule",
                "FREQ=SECONDLY;COUNT=5                   | 422 | RECURRENCE_NOT_SUPPORTED | recurrence.rrule",
                "FREQ=SOMETIMES;COUNT=5                  | 400 | RECURRENCE_MALFORMED     | recurrence.rrule",
                "FREQ=WEEKLY;BYDAY=WE;COUNT=5            | 422 | START_NOT_IN_RULE        | recurrence.rrule",
                "FREQ=WEEKLY;UNTIL=20261231              | 422 | UNTIL_NOT_IN_UTC         | recurrence.rrule",
                "FREQ=WEEKLY;UNTIL=20200101T000000Z      | 422 | NO_OCCURRENCES           | recurrence.rrule",
            })
    void refuses_a_rule_that_is_no_good(String rule, int status, String code, String field) {
        refused(desk.schedule(recurring(rule)), status, code, field);
        assertThat(given(HoldSlots.class)).isEmpty();
    }

    @Test
    void refuses_exceptions_that_the_rule_does_not_give() {
        refused(desk.schedule("""
            "recurrence":{"rrule":"FREQ=WEEKLY;COUNT=3","exceptions":["2026-12-02T09:00"]}\
            """), 422, "EXCEPTION_NOT_IN_RULE", "recurrence.exceptions[0]");
        refused(desk.schedule("""
            "recurrence":{"rrule":"FREQ=WEEKLY;COUNT=3","exceptions":["now"]}\
            """), 400, "MALFORMED_TIME", "recurrence.exceptions[0]");
        refused(desk.schedule("\"recurrence\":{}"), 400, "MISSING", "recurrence.rrule");
        assertThat(given(HoldSlots.class)).isEmpty();
    }

    @Test
    void is_one_meeting_where_nothing_recurs() {
        desk.schedule("\"recurrence\":null").expectStatus().isCreated();
        assertThat(given(HoldSlots.class)).isEmpty();
    }

    private static String recurring(String rule) {
        return "\"recurrence\":{\"rrule\":\"%s\"}".formatted(rule);
    }

    private <T> List<T> given(Class<T> type) {
        return recorded.given().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
