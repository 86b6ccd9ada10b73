package dev.parley.command.series;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.berlin;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.eve;
import static dev.parley.api.Samples.lenasLead;
import static dev.parley.api.Samples.now;
import static dev.parley.api.meeting.MeetingRefusal.ID_REUSED;
import static dev.parley.api.meeting.MeetingRefusal.NOTHING_CHANGES;
import static dev.parley.api.meeting.MeetingRefusal.STARTS_IN_THE_PAST;
import static dev.parley.api.series.SeriesRefusal.OCCURRENCE_UNKNOWN;
import static dev.parley.api.series.SeriesRefusal.SERIES_IS_OVER;
import static dev.parley.api.series.SeriesRefusal.SERIES_UNKNOWN;
import static dev.parley.command.RefusedBecause.refused;

import dev.parley.api.Actor;
import dev.parley.api.meeting.Host;
import dev.parley.api.meeting.InterviewerKind;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.series.RecurrenceRule;
import dev.parley.api.series.SeriesCommand.ConfirmSeries;
import dev.parley.api.series.SeriesCommand.CutSeries;
import dev.parley.api.series.SeriesCommand.MoveSeries;
import dev.parley.api.series.SeriesCommand.PlanSeries;
import dev.parley.api.series.SeriesCommand.PlannedMeeting;
import dev.parley.api.series.SeriesCommand.StillPlanned;
import dev.parley.api.series.SeriesEvent.SeriesCut;
import dev.parley.api.series.SeriesEvent.SeriesMoved;
import dev.parley.api.series.SeriesEvent.SeriesPlanned;
import dev.parley.api.series.SeriesId;
import dev.parley.api.series.SeriesPlan;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Three Tuesdays at nine in Berlin. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SeriesTest {
    private static final SeriesId series = SeriesId.beginningWith(discoveryCall);
    private static final LocalDateTime second = LocalDateTime.parse("2026-12-08T09:00");
    private static final SeriesPlan plan = plan("Follow-up", "FREQ=WEEKLY;COUNT=3");
    private static final List<PlannedMeeting> tuesdays = plan.meetings();
    private static final SeriesPlanned planned = new SeriesPlanned(series, demo, plan, tuesdays);

    private final FixtureConfiguration<Series> fixture = new AggregateTestFixture<>(Series.class);

    @Nested
    class Planning {
        @Test
        void gives_every_meeting_its_time_and_id() {
            fixture.givenNoPriorActivity()
                    .when(new PlanSeries(series, alice, now, plan))
                    .expectEvents(planned)
                    .expectResultMessagePayload(planned.answer(0));
        }

        @Test
        void is_accepted_again_when_it_says_the_same() {
            fixture.given(planned)
                    .when(new PlanSeries(series, alice, now, plan))
                    .expectNoEvents()
                    .expectResultMessagePayload(planned.answer(0));
        }

        @Test
        void does_not_reuse_an_id() {
            fixture.given(planned)
                    .when(new PlanSeries(series, alice, now, plan("Another", "FREQ=WEEKLY;COUNT=3")))
                    .expectException(refused(ID_REUSED, "meetingId"));
            fixture.given(planned)
                    .when(new PlanSeries(series, alice, now, plan("Follow-up", "FREQ=WEEKLY;COUNT=4")))
                    .expectException(refused(ID_REUSED, "meetingId"));
        }
    }

    @Nested
    class Cutting {
        @Test
        void takes_this_one_and_all_that_follow() {
            cut(alice, now, Optional.of(second))
                    .expectEvents(new SeriesCut(series, tuesdays.subList(1, 3), "decided", 1));
        }

        @Test
        void takes_all_when_none_is_named() {
            cut(alice, now, Optional.empty()).expectEvents(new SeriesCut(series, tuesdays, "decided", 1));
        }

        @Test
        void leaves_alone_what_has_begun() {
            cut(alice, berlin("2026-12-08T09:00").start(), Optional.empty())
                    .expectEvents(new SeriesCut(series, tuesdays.subList(2, 3), "decided", 1));
        }

        @Test
        void refuses_what_the_series_does_not_have() {
            cut(alice, now, Optional.of(second.plusDays(1))).expectException(refused(OCCURRENCE_UNKNOWN, "from"));
        }

        @Test
        void refuses_when_nothing_is_left() {
            fixture.given(planned, new SeriesCut(series, tuesdays, "decided", 1))
                    .when(new CutSeries(series, alice, now, Optional.empty(), ""))
                    .expectException(refused(SERIES_IS_OVER));
        }

        @Test
        void is_not_for_others() {
            cut(eve, now, Optional.empty()).expectException(refused(SERIES_UNKNOWN));
        }

        private ResultValidator<Series> cut(Actor by, Instant at, Optional<LocalDateTime> from) {
            return fixture.given(planned).when(new CutSeries(series, by, at, from, "decided"));
        }
    }

    @Nested
    class Moving {
        @Test
        void shifts_this_one_and_all_that_follow_by_the_clock() {
            move(second, berlin("2026-12-09T10:00"))
                    .expectEvents(new SeriesMoved(
                            series, List.of(at(1, berlin("2026-12-09T10:00")), at(2, berlin("2026-12-16T10:00"))), 1));
        }

        @Test
        void is_remembered_under_the_original_start() {
            var wednesday = at(2, berlin("2026-12-16T10:00"));
            fixture.given(planned, new SeriesMoved(series, List.of(wednesday), 1))
                    .when(new ConfirmSeries(series, alice, now, Optional.of(LocalDateTime.parse("2026-12-15T09:00"))))
                    .expectResultMessagePayload(new StillPlanned(alice.id(), List.of(wednesday)));
        }

        @Test
        void refuses_what_changes_nothing() {
            move(second, berlin("2026-12-08T09:00")).expectException(refused(NOTHING_CHANGES));
        }

        @Test
        void refuses_the_past() {
            move(second, berlin("2026-11-08T09:00")).expectException(refused(STARTS_IN_THE_PAST, "localStart"));
        }

        private ResultValidator<Series> move(LocalDateTime from, MeetingTime time) {
            return fixture.given(planned).when(new MoveSeries(series, alice, now, from, time));
        }

        private static PlannedMeeting at(int index, MeetingTime time) {
            var one = tuesdays.get(index);
            return new PlannedMeeting(one.meetingId(), one.occurrence(), time);
        }
    }

    private static SeriesPlan plan(String title, String rule) {
        return new SeriesPlan(
                discoveryCall,
                new Host(alice.id(), alice.name()),
                title,
                "follow-up",
                lenasLead,
                aDiscoveryCall().invitees(),
                berlin("2026-12-01T09:00"),
                RecurrenceRule.parse(rule),
                List.of(),
                InterviewerKind.HUMAN,
                Optional.empty(),
                List.of());
    }
}
