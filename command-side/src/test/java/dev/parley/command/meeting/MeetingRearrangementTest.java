package dev.parley.command.meeting;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.berlin;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.nextTuesday9amBerlin;
import static dev.parley.api.Samples.now;
import static dev.parley.api.meeting.MeetingRefusal.ALREADY_STARTED;
import static dev.parley.api.meeting.MeetingRefusal.STARTS_IN_THE_PAST;
import static dev.parley.command.Counter.refused;
import static dev.parley.command.meeting.AtTheMeetingDesk.agreed;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.parley.api.Refused;
import dev.parley.api.calendar.CalendarCommand.HoldSlot;
import dev.parley.api.calendar.CalendarCommand.ReleaseHold;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.meeting.MeetingCommand.ConfirmMeeting;
import dev.parley.api.meeting.MeetingCommand.RearrangeMeeting;
import dev.parley.api.meeting.MeetingCommand.RescheduleMeeting;
import dev.parley.api.meeting.MeetingCommand.ReviseMeetingDetails;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.command.Counter;
import dev.parley.command.RecordedCommands;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PATCH of a meeting: a time is held on the calendar before it is agreed on. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingRearrangementTest {
    private static final String path = "/meetings/" + discoveryCall;
    private static final CalendarId bobsCalendar = CalendarId.of(demo, "bob");
    private static final MeetingTime wednesday = berlin("2026-12-02T09:00");

    private final RecordedCommands recorded = AtTheMeetingDesk.recorded();
    private final Counter counter = AtTheMeetingDesk.with(recorded);

    @Nested
    class Moving {
        @Test
        void holds_the_time_on_the_hosts_calendar_then_moves() {
            counter.patch(path, "\"5\"", "{\"localStart\":\"2026-12-02T09:00\"}")
                    .expectStatus()
                    .isNoContent()
                    .expectHeader()
                    .valueEquals("ETag", "\"7\"");
            assertThat(recorded.given())
                    .containsExactly(
                            new ConfirmMeeting(discoveryCall, alice, now),
                            new HoldSlot(
                                    bobsCalendar,
                                    alice,
                                    now,
                                    discoveryCall,
                                    wednesday.slot(),
                                    now.plus(Duration.ofMinutes(2))),
                            new RescheduleMeeting(discoveryCall, alice, now, wednesday));
            assertThat(recorded.expectedVersion()).isEqualTo(5L);
        }

        @Test
        void changes_only_what_is_said() {
            counter.patch(path, "*", "{\"durationMinutes\":45}").expectStatus().isNoContent();
            counter.patch(path, "*", "{\"zone\":\"Asia/Kathmandu\"}")
                    .expectStatus()
                    .isNoContent();
            var before = nextTuesday9amBerlin();
            assertThat(recorded.given())
                    .contains(
                            move(new MeetingTime(
                                    before.localStart(), before.zone(), Duration.ofMinutes(45), Optional.empty())),
                            move(new MeetingTime(
                                    before.localStart(),
                                    ZoneId.of("Asia/Kathmandu"),
                                    before.duration(),
                                    Optional.empty())));
        }

        @Test
        void keeps_the_choice_between_two_instants_as_long_as_the_local_time() {
            var autumn = new MeetingTime(
                    LocalDateTime.parse("2027-10-31T02:30"),
                    ZoneId.of("Europe/Berlin"),
                    Duration.ofMinutes(30),
                    Optional.of(ZoneOffset.ofHours(1)));
            recorded.answering(ConfirmMeeting.class, agreed(autumn, MeetingStatus.SCHEDULED));

            counter.patch(path, "*", "{\"durationMinutes\":45}").expectStatus().isNoContent();
            counter.patch(path, "*", "{\"localStart\":\"2027-11-01T02:30\"}")
                    .expectStatus()
                    .isNoContent();
            assertThat(recorded.given())
                    .contains(
                            move(new MeetingTime(
                                    autumn.localStart(),
                                    autumn.zone(),
                                    Duration.ofMinutes(45),
                                    Optional.of(ZoneOffset.ofHours(1)))),
                            move(new MeetingTime(
                                    LocalDateTime.parse("2027-11-01T02:30"),
                                    autumn.zone(),
                                    Duration.ofMinutes(30),
                                    Optional.empty())));
        }

        @Test
        void gives_the_time_back_when_the_meeting_says_no() {
            recorded.answering(RescheduleMeeting.class, new Refused(ALREADY_STARTED));
            refused(counter.patch(path, "*", "{\"localStart\":\"2026-12-02T09:00\"}"), 409, "ALREADY_STARTED", "");
            assertThat(recorded.given())
                    .last()
                    .isEqualTo(new ReleaseHold(bobsCalendar, alice, now, discoveryCall, wednesday.slot()));
        }

        @Test
        void holds_no_time_in_the_past() {
            recorded.answering(RescheduleMeeting.class, new Refused(STARTS_IN_THE_PAST, "localStart"));
            refused(
                    counter.patch(path, "*", "{\"localStart\":\"2026-11-30T08:59\"}"),
                    422,
                    "STARTS_IN_THE_PAST",
                    "localStart");
            assertThat(recorded.given()).noneMatch(HoldSlot.class::isInstance);
        }

        @Test
        void holds_no_time_for_a_meeting_that_cannot_move_any_more() {
            recorded.answering(ConfirmMeeting.class, agreed(nextTuesday9amBerlin(), MeetingStatus.ACTIVE));
            recorded.answering(RescheduleMeeting.class, new Refused(ALREADY_STARTED));
            refused(counter.patch(path, "*", "{\"localStart\":\"2026-12-02T09:00\"}"), 409, "ALREADY_STARTED", "");
            assertThat(recorded.given()).noneMatch(HoldSlot.class::isInstance);
        }

        @ParameterizedTest(name = "{0} means {1}")
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{\"durationMinutes\":45}                                        | 2027-11-07T06:30:00Z",
                    "{\"localStart\":\"2027-11-07T01:45\"}                          | 2027-11-07T06:45:00Z",
                    "{\"localStart\":\"2027-11-07T01:45\",\"offset\":\"-04:00\"}    | 2027-11-07T05:45:00Z",
                    "{\"localStart\":\"2027-11-08T01:30\"}                          | 2027-11-08T06:30:00Z",
                    "{\"localStart\":\"2028-11-05T01:30\",\"zone\":\"America/Chicago\"} | 2028-11-05T06:30:00Z"
                })
        void keeps_the_choice_between_two_instants_while_there_are_these_two(String body, Instant start) {
            recorded.answering(ConfirmMeeting.class, agreed(theSecondOfTwo(), MeetingStatus.SCHEDULED));
            counter.patch(path, "*", body).expectStatus().isNoContent();
            assertThat(recorded.given())
                    .filteredOn(RescheduleMeeting.class::isInstance)
                    .singleElement(as(type(RescheduleMeeting.class)))
                    .satisfies(moved -> assertThat(moved.time().start()).isEqualTo(start));
        }

        private static MeetingTime theSecondOfTwo() {
            return new MeetingTime(
                    LocalDateTime.parse("2027-11-07T01:30"),
                    ZoneId.of("America/New_York"),
                    Duration.ofMinutes(30),
                    Optional.of(ZoneOffset.ofHours(-5)));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{\"localStart\":\"tomorrow\"}              | MALFORMED_TIME        | localStart",
                    "{\"zone\":\"Mars/Olympus\"}                | UNKNOWN_ZONE          | zone",
                    "{\"durationMinutes\":4}                    | DURATION_OUT_OF_RANGE | durationMinutes",
                    "{\"offset\":\"-04:00\"}                    | OFFSET_NOT_VALID_HERE | offset",
                    "{\"title\":\" \"}                          | MISSING               | title"
                })
        void refuses_what_is_misshapen_and_says_where(String body, String code, String field) {
            refused(counter.patch(path, "*", body), 400, code, field);
        }
    }

    @Nested
    class Renaming {
        @Test
        void leaves_the_calendar_alone() {
            counter.patch(path, "\"5\"", "{\"title\":\"Kick-off\"}")
                    .expectStatus()
                    .isNoContent();
            assertThat(recorded.given())
                    .containsExactly(new ConfirmMeeting(discoveryCall, alice, now), rename("Kick-off"));
            assertThat(recorded.expectedVersion()).isEqualTo(5L);
        }

        @Test
        void happens_together_with_moving_or_not_at_all() {
            counter.patch(path, "\"5\"", "{\"title\":\"Kick-off\",\"localStart\":\"2026-12-02T09:00\"}")
                    .expectStatus()
                    .isNoContent();
            assertThat(recorded.given())
                    .hasSize(3)
                    .endsWith(new RearrangeMeeting(discoveryCall, alice, now, "Kick-off", wednesday));
            assertThat(recorded.expectedVersion()).isEqualTo(5L);
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{\"title\":\"Discovery call\",\"durationMinutes\":30}"})
        void refuses_to_change_nothing(String body) {
            refused(counter.patch(path, "*", body), 422, "NOTHING_CHANGES", "");
            assertThat(recorded.given()).hasSize(1);
        }
    }

    private static RescheduleMeeting move(MeetingTime time) {
        return new RescheduleMeeting(discoveryCall, alice, now, time);
    }

    private static ReviseMeetingDetails rename(String title) {
        return new ReviseMeetingDetails(discoveryCall, alice, now, title);
    }
}
