package dev.parley.command.meeting;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.berlin;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.gus;
import static dev.parley.api.Samples.nextTuesday9amBerlin;
import static dev.parley.api.Samples.now;
import static dev.parley.api.meeting.MeetingRefusal.ALREADY_STARTED;
import static dev.parley.api.meeting.MeetingRefusal.STARTS_IN_THE_PAST;
import static dev.parley.command.Counter.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Refused;
import dev.parley.api.calendar.CalendarCommand.HoldSlot;
import dev.parley.api.calendar.CalendarCommand.ReleaseHold;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.meeting.MeetingCommand.AddInvitee;
import dev.parley.api.meeting.MeetingCommand.Agreed;
import dev.parley.api.meeting.MeetingCommand.CancelMeeting;
import dev.parley.api.meeting.MeetingCommand.ConfirmMeeting;
import dev.parley.api.meeting.MeetingCommand.EndMeeting;
import dev.parley.api.meeting.MeetingCommand.RearrangeMeeting;
import dev.parley.api.meeting.MeetingCommand.RemoveInvitee;
import dev.parley.api.meeting.MeetingCommand.RescheduleMeeting;
import dev.parley.api.meeting.MeetingCommand.ReviseMeetingDetails;
import dev.parley.api.meeting.MeetingCommand.StartMeeting;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.command.AppointmentSettings;
import dev.parley.command.Counter;
import dev.parley.command.RecordedCommands;
import java.time.Clock;
import java.time.Duration;
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

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingControllerTest {
    private static final String path = "/meetings/" + discoveryCall;
    private static final CalendarId bobsCalendar = CalendarId.of(demo, "bob");
    private static final MeetingTime wednesday = berlin("2026-12-02T09:00");

    private final RecordedCommands recorded = new RecordedCommands()
            .answering(ConfirmMeeting.class, agreed(nextTuesday9amBerlin(), MeetingStatus.SCHEDULED));
    private final Counter counter = Counter.of(new MeetingController(
            recorded.commands(),
            new Scheduling(recorded.commands(), new AppointmentSettings(Duration.ofMinutes(2), Duration.ofDays(30))),
            Clock.fixed(now, ZoneOffset.UTC)));

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

    @Nested
    class Acting {
        @Test
        void passes_on_what_the_host_decides() {
            counter.post(path + "/cancel", "{\"reason\":\"ill\"}")
                    .expectStatus()
                    .isNoContent();
            counter.post(path + "/start", "").expectStatus().isNoContent();
            counter.post(path + "/end", "{}").expectStatus().isNoContent();
            assertThat(recorded.given())
                    .containsExactly(
                            new CancelMeeting(discoveryCall, alice, now, "ill"),
                            new StartMeeting(discoveryCall, alice, now),
                            new EndMeeting(discoveryCall, alice, now, ""));
        }

        @Test
        void needs_no_body_where_there_is_nothing_to_say() {
            counter.http()
                    .post()
                    .uri("/api/v1" + path + "/cancel")
                    .header("If-Match", "*")
                    .exchange()
                    .expectStatus()
                    .isNoContent();
            assertThat(recorded.given()).containsExactly(new CancelMeeting(discoveryCall, alice, now, ""));
        }

        @Test
        void refuses_a_reason_that_is_a_novel() {
            var body = "{\"reason\":\"" + "x".repeat(1_001) + "\"}";
            refused(counter.post(path + "/cancel", body), 400, "TOO_LONG", "reason");
            refused(counter.post(path + "/end", body), 400, "TOO_LONG", "reason");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/cancel", "/start", "/end", "/invitees"})
        void needs_to_know_what_the_client_saw(String tail) {
            var answer = counter.http()
                    .post()
                    .uri("/api/v1" + path + tail)
                    .header("Content-Type", "application/json")
                    .bodyValue("{\"name\":\"Gus\",\"email\":\"gus@acme.test\"}")
                    .exchange();
            refused(answer, 428, "IF_MATCH_NEEDED", "If-Match");
            assertThat(recorded.given()).isEmpty();
        }

        @Test
        void refuses_what_is_no_id() {
            refused(counter.post("/meetings/one/start", ""), 400, "MALFORMED_ID", "meetingId");
        }
    }

    @Nested
    class Inviting {
        @Test
        void names_the_guest() {
            counter.post(path + "/invitees", "{\"name\":\"Gus Guest\",\"email\":\"gus@acme.test\"}")
                    .expectStatus()
                    .isCreated()
                    .expectHeader()
                    .valueEquals("Location", "/api/v1" + path + "/invitees/" + gus.participantId())
                    .expectBody()
                    .json("{\"participantId\":\"%s\"}".formatted(gus.participantId()));
            assertThat(recorded.given()).containsExactly(new AddInvitee(discoveryCall, alice, now, gus));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{\"email\":\"gus@acme.test\"}              | MISSING         | name",
                    "{\"name\":\"Gus\"}                         | MISSING         | email",
                    "{\"name\":\"Gus\",\"email\":\"gus@\"}      | MALFORMED_EMAIL | email"
                })
        void refuses_what_is_misshapen_and_says_where(String body, String code, String field) {
            refused(counter.post(path + "/invitees", body), 400, code, field);
        }

        @Test
        void can_be_undone() {
            uninvite(gus.participantId().toString()).expectStatus().isNoContent();
            assertThat(recorded.given())
                    .containsExactly(new RemoveInvitee(discoveryCall, alice, now, gus.participantId()));
            refused(uninvite("gus"), 400, "MALFORMED_ID", "participantId");
        }

        private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec uninvite(String participant) {
            return counter.http()
                    .delete()
                    .uri("/api/v1" + path + "/invitees/" + participant)
                    .header("If-Match", "*")
                    .exchange();
        }
    }

    private static Agreed agreed(MeetingTime time, MeetingStatus status) {
        return new Agreed("bob", "Discovery call", time, status);
    }

    private static RescheduleMeeting move(MeetingTime time) {
        return new RescheduleMeeting(discoveryCall, alice, now, time);
    }

    private static ReviseMeetingDetails rename(String title) {
        return new ReviseMeetingDetails(discoveryCall, alice, now, title);
    }
}
