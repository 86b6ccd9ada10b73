package dev.parley.command.meeting;

import static dev.parley.api.RequestRefusal.NO_ANSWER_IN_TIME;
import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.alicesCalendar;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.gus;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.lenasContact;
import static dev.parley.api.Samples.lenasLead;
import static dev.parley.api.Samples.nextTuesday9amBerlin;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.qualification;
import static dev.parley.api.calendar.CalendarRefusal.SLOT_TAKEN;
import static dev.parley.api.lead.LeadRefusal.LEAD_UNKNOWN;
import static dev.parley.api.meeting.MeetingRefusal.ID_REUSED;
import static dev.parley.api.meeting.MeetingRefusal.STARTS_IN_THE_PAST;
import static dev.parley.api.questionset.QuestionSetRefusal.QUESTION_SET_UNKNOWN;
import static dev.parley.command.Counter.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Refused;
import dev.parley.api.TenantId;
import dev.parley.api.calendar.CalendarCommand.HoldSlot;
import dev.parley.api.calendar.CalendarCommand.ReleaseHold;
import dev.parley.api.lead.LeadCommand.ConfirmLead;
import dev.parley.api.meeting.GuestLinks;
import dev.parley.api.meeting.InterviewerKind;
import dev.parley.api.meeting.MeetingCommand.ScheduleMeeting;
import dev.parley.api.meeting.MeetingCommand.Scheduled;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.RoomId;
import dev.parley.api.questionset.QuestionSetCommand.PinQuestionSet;
import dev.parley.command.AppointmentSettings;
import dev.parley.command.Counter;
import dev.parley.command.RecordedCommands;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AppointmentControllerTest {
    private static final RoomId room = new RoomId("the-first-room");
    private static final AppointmentSettings settings =
            new AppointmentSettings(Duration.ofMinutes(2), Duration.ofDays(30));

    private final RecordedCommands recorded = new RecordedCommands()
            .answering(ConfirmLead.class, lenasContact)
            .answering(PinQuestionSet.class, qualification)
            .answering(ScheduleMeeting.class, new Scheduled(room, lenaInTheRoom, 1));
    private final RecordedLinks links = new RecordedLinks();
    private final Counter counter = Counter.of(new AppointmentController(
            new Scheduling(recorded.commands(), settings), links, settings, Clock.fixed(now, ZoneOffset.UTC)));

    @Nested
    class Scheduling_a_meeting {
        @Test
        void holds_the_time_then_schedules() {
            schedule("")
                    .expectStatus()
                    .isCreated()
                    .expectHeader()
                    .valueEquals("Location", "/api/v1/meetings/" + discoveryCall)
                    .expectHeader()
                    .valueEquals("ETag", "\"1\"")
                    .expectHeader()
                    .valueEquals("X-Parley-Position", "42")
                    .expectBody()
                    .json("""
                            {"meetingId":"%s","roomId":"the-first-room","start":"2026-12-01T08:00:00Z",
                             "joinUrl":"https://parley.test/join/lena"}""".formatted(discoveryCall));
            assertThat(recorded.given())
                    .startsWith(
                            new ConfirmLead(lenasLead, alice, now),
                            new PinQuestionSet(qualification.questionSetId(), alice, now),
                            hold())
                    .hasSize(4);
            assertThat(scheduled())
                    .isEqualTo(new ScheduleMeeting(
                            discoveryCall,
                            alice,
                            now,
                            "Discovery call",
                            "discovery",
                            lenasLead,
                            scheduled().roomId(),
                            nextTuesday9amBerlin(),
                            List.of(lena, gus),
                            InterviewerKind.AI,
                            Optional.of(qualification),
                            List.of(Duration.ofHours(24), Duration.ofHours(1), Duration.ofMinutes(10))));
        }

        @Test
        void gives_the_lead_a_link_that_outlives_the_meeting() {
            schedule("").expectStatus().isCreated();
            assertThat(links.asked).containsExactly(lena.participantId() + " until 2026-12-31T08:30:00Z");
        }

        @Test
        void needs_no_questions_where_a_person_leads() {
            var body = """
                    {"title":"Coffee","leadId":"%s","localStart":"2026-12-01T09:00","zone":"Europe/Berlin",
                     "durationMinutes":30,"interviewer":"human","meetingType":"demo","reminders":["PT5M"]}""".formatted(lenasLead);
            counter.post("/meetings", body).expectStatus().isCreated();
            assertThat(scheduled().questionSet()).isEmpty();
            assertThat(scheduled().interviewer()).isEqualTo(InterviewerKind.HUMAN);
            assertThat(scheduled().meetingType()).isEqualTo("demo");
            assertThat(scheduled().reminders()).containsExactly(Duration.ofMinutes(5));
        }

        @ParameterizedTest
        @CsvSource({"-04:00,2026-11-01T05:30:00Z", "-05:00,2026-11-01T06:30:00Z"})
        void lets_the_client_choose_between_two_instants_of_one_local_time(String offset, Instant start) {
            var earlier = Counter.of(new AppointmentController(
                    new Scheduling(recorded.commands(), settings),
                    links,
                    settings,
                    Clock.fixed(Instant.parse("2026-10-01T00:00:00Z"), ZoneOffset.UTC)));
            earlier.post("/meetings", body("America/New_York", "2026-11-01T01:30", ",\"offset\":\"" + offset + "\""))
                    .expectStatus()
                    .isCreated();
            assertThat(scheduled().time().start()).isEqualTo(start);
        }
    }

    @Nested
    class Being_refused {
        @Test
        void leaves_no_trace_when_the_lead_is_unknown() {
            recorded.answering(ConfirmLead.class, new Refused(LEAD_UNKNOWN));
            refused(schedule(""), 404, "LEAD_UNKNOWN", "leadId");
            assertThat(recorded.given()).hasSize(1);
        }

        @Test
        void leaves_no_trace_when_the_question_set_is_unknown() {
            recorded.answering(PinQuestionSet.class, new Refused(QUESTION_SET_UNKNOWN));
            refused(schedule(""), 404, "QUESTION_SET_UNKNOWN", "questionSetId");
            assertThat(recorded.given()).hasSize(2);
        }

        @Test
        void schedules_nothing_when_the_time_is_taken() {
            recorded.answering(HoldSlot.class, new Refused(SLOT_TAKEN, "localStart"));
            refused(schedule(""), 409, "SLOT_TAKEN", "localStart");
            assertThat(recorded.given()).last().isEqualTo(hold());
        }

        @Test
        void gives_the_time_back_when_the_meeting_says_no() {
            recorded.answering(ScheduleMeeting.class, new Refused(ID_REUSED, "meetingId"));
            refused(schedule(""), 409, "ID_REUSED", "meetingId");
            assertThat(recorded.given())
                    .last()
                    .isEqualTo(new ReleaseHold(
                            alicesCalendar,
                            alice,
                            now,
                            discoveryCall,
                            nextTuesday9amBerlin().slot()));
        }

        @Test
        void keeps_the_time_when_nobody_knows_what_the_meeting_said() {
            recorded.answering(ScheduleMeeting.class, new Refused(NO_ANSWER_IN_TIME));
            refused(schedule(""), 503, "NO_ANSWER_IN_TIME", "");
            assertThat(recorded.given()).last().isInstanceOf(ScheduleMeeting.class);
        }

        @Test
        void says_what_the_meeting_said_even_when_the_time_cannot_be_given_back() {
            recorded.answering(ScheduleMeeting.class, new Refused(ID_REUSED, "meetingId"));
            recorded.answering(ReleaseHold.class, new IllegalStateException("broken"));
            refused(schedule(""), 409, "ID_REUSED", "meetingId");
        }

        @Test
        void holds_no_time_for_what_the_meeting_will_refuse() {
            recorded.answering(ScheduleMeeting.class, new Refused(STARTS_IN_THE_PAST, "localStart"));
            var past = body("Europe/Berlin", "2026-11-30T08:59", "");
            refused(counter.post("/meetings", past), 422, "STARTS_IN_THE_PAST", "localStart");
            assertThat(recorded.given()).noneMatch(HoldSlot.class::isInstance);
        }

        @Test
        void does_not_keep_a_repetition_from_being_answered_though_its_time_has_passed() {
            counter.post("/meetings", body("Europe/Berlin", "2026-11-30T08:59", ""))
                    .expectStatus()
                    .isCreated();
        }
    }

    @Test
    void does_not_pretend_that_a_meeting_recurs() {
        refused(schedule("\"recurrence\":{\"freq\":\"weekly\"}"), 422, "NO_RECURRENCE_YET", "recurrence");
        refused(schedule("\"recurrence\":\"FREQ=WEEKLY\""), 422, "NO_RECURRENCE_YET", "recurrence");
        assertThat(recorded.given()).isEmpty();
        schedule("\"recurrence\":null").expectStatus().isCreated();
    }

    @Nested
    class Being_misshapen {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "\"title\":null                                  | MISSING            | title",
                    "\"title\":\"a\\u202Eb\"                         | CONTROL_CHARACTERS | title",
                    "\"meetingId\":\"one\"                           | MALFORMED_ID       | meetingId",
                    "\"leadId\":null                                 | MISSING            | leadId",
                    "\"leadId\":\"lena\"                             | MALFORMED_ID       | leadId",
                    "\"questionSetId\":\"basics\"                    | MALFORMED_ID       | questionSetId",
                    "\"localStart\":null                             | MISSING            | localStart",
                    "\"localStart\":\"2026-02-30T09:00\"             | MALFORMED_TIME     | localStart",
                    "\"localStart\":\"2026-12-01T09:00Z\"            | MALFORMED_TIME     | localStart",
                    "\"zone\":null                                   | MISSING            | zone",
                    "\"zone\":\"+02:00\"                             | UNKNOWN_ZONE       | zone",
                    "\"zone\":\"Europe/Atlantis\"                    | UNKNOWN_ZONE       | zone",
                    "\"durationMinutes\":null                        | MISSING            | durationMinutes",
                    "\"durationMinutes\":0                           | DURATION_OUT_OF_RANGE | durationMinutes",
                    "\"durationMinutes\":-30                         | DURATION_OUT_OF_RANGE | durationMinutes",
                    "\"durationMinutes\":481                         | DURATION_OUT_OF_RANGE | durationMinutes",
                    "\"durationMinutes\":2147483647                  | DURATION_OUT_OF_RANGE | durationMinutes",
                    "\"offset\":\"+05:00\"                           | OFFSET_NOT_VALID_HERE | offset",
                    "\"offset\":\"summer\"                           | OFFSET_NOT_VALID_HERE | offset",
                    "\"interviewer\":\"robot\"                       | MALFORMED_CHOICE   | interviewer",
                    "\"meetingType\":\" \"                           | MISSING            | meetingType",
                    "\"reminders\":[\"PT1H\",\"soon\"]               | MALFORMED_DURATION | reminders[1]",
                    "\"reminders\":[null]                            | MISSING            | reminders[0]",
                    "\"invitees\":[null]                             | MISSING            | invitees[0]",
                    "\"invitees\":[{\"email\":\"a@b.test\"}]         | MISSING            | invitees[0].name",
                    "\"invitees\":[{\"name\":\"A\",\"email\":\"a\"}] | MALFORMED_EMAIL    | invitees[0].email"
                })
        void says_where(String member, String code, String field) {
            refused(schedule(member), 400, code, field);
            assertThat(recorded.given()).isEmpty();
        }

        @Test
        void says_that_it_is_too_much() {
            var crowd = IntStream.range(0, 100)
                    .mapToObj(i -> "{\"name\":\"G\",\"email\":\"g%d@acme.test\"}".formatted(i))
                    .collect(Collectors.joining(","));
            refused(schedule("\"invitees\":[" + crowd + "]"), 400, "TOO_MANY", "invitees");
            refused(
                    schedule("\"reminders\":[\"PT1M\",\"PT2M\",\"PT3M\",\"PT4M\",\"PT5M\",\"PT6M\"]"),
                    400,
                    "TOO_MANY",
                    "reminders");
            refused(schedule("\"title\":\"" + "x".repeat(201) + "\""), 400, "TOO_LONG", "title");
        }
    }

    /** @param member overrides one member of a good request; JSON keeps the last */
    private ResponseSpec schedule(String member) {
        return counter.post(
                "/meetings", body("Europe/Berlin", "2026-12-01T09:00", member.isEmpty() ? "" : "," + member));
    }

    private static String body(String zone, String localStart, String more) {
        return """
                {"meetingId":"%s","title":"Discovery call","leadId":"%s","questionSetId":"%s","localStart":"%s",
                 "zone":"%s","durationMinutes":30,"invitees":[{"name":"Gus Guest","email":"gus@acme.test"}]%s}""".formatted(discoveryCall, lenasLead, qualification.questionSetId(), localStart, zone, more);
    }

    private static HoldSlot hold() {
        return new HoldSlot(
                alicesCalendar,
                alice,
                now,
                discoveryCall,
                nextTuesday9amBerlin().slot(),
                now.plus(Duration.ofMinutes(2)));
    }

    private ScheduleMeeting scheduled() {
        return (ScheduleMeeting) recorded.given().getLast();
    }

    private static class RecordedLinks implements GuestLinks {
        private final List<String> asked = new ArrayList<>();

        @Override
        public URI linkFor(TenantId tenant, MeetingId meeting, Participant guest, Instant expires) {
            asked.add(guest.participantId() + " until " + expires);
            return URI.create("https://parley.test/join/lena");
        }

        @Override
        public Optional<Guest> read(String token) {
            return Optional.empty();
        }
    }
}
