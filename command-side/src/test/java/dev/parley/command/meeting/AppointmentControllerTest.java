package dev.parley.command.meeting;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.gus;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.lenasContact;
import static dev.parley.api.Samples.lenasLead;
import static dev.parley.api.Samples.nextTuesday9amBerlin;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.qualification;
import static dev.parley.api.Samples.uuid;
import static dev.parley.command.Counter.refused;
import static dev.parley.command.meeting.AtTheAppointmentDesk.body;
import static dev.parley.command.meeting.AtTheAppointmentDesk.hold;
import static dev.parley.command.meeting.AtTheAppointmentDesk.settings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Refused;
import dev.parley.api.assignment.AssignmentCommand.ExplainAssignment;
import dev.parley.api.assignment.AssignmentId;
import dev.parley.api.assignment.AssignmentQuery.Explanation;
import dev.parley.api.assignment.AssignmentRefusal;
import dev.parley.api.assignment.AssignmentRule;
import dev.parley.api.assignment.AssignmentsId;
import dev.parley.api.calendar.KnownBusyTimes;
import dev.parley.api.lead.LeadCommand.ConfirmLead;
import dev.parley.api.meeting.InterviewerKind;
import dev.parley.api.meeting.MeetingCommand.ScheduleMeeting;
import dev.parley.api.questionset.QuestionSetCommand.PinQuestionSet;
import dev.parley.command.Counter;
import dev.parley.command.RecordedCommands;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

@DisplayNameGeneration(ReplaceUnderscores.class)
class AppointmentControllerTest {
    private final AtTheAppointmentDesk desk = new AtTheAppointmentDesk();
    private final RecordedCommands recorded = desk.recorded;

    @Nested
    class Scheduling_a_meeting {
        @Test
        void holds_the_time_then_schedules() {
            desk.schedule("")
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
            assertThat(desk.scheduled())
                    .isEqualTo(new ScheduleMeeting(
                            discoveryCall,
                            alice,
                            now,
                            "Discovery call",
                            "discovery",
                            lenasLead,
                            desk.scheduled().roomId(),
                            nextTuesday9amBerlin(),
                            List.of(lena, gus),
                            InterviewerKind.AI,
                            Optional.of(qualification),
                            List.of(Duration.ofHours(24), Duration.ofHours(1), Duration.ofMinutes(10))));
        }

        @Test
        void gives_the_lead_a_link_that_outlives_the_meeting() {
            desk.schedule("").expectStatus().isCreated();
            assertThat(desk.links.asked).containsExactly(lena.participantId() + " until 2026-12-31T08:30:00Z");
        }

        @Test
        void pins_the_questions_in_the_language_of_the_lead() {
            desk.schedule("\"language\":\"de-AT\"").expectStatus().isCreated();
            assertThat(recorded.given())
                    .contains(new PinQuestionSet(qualification.questionSetId(), alice, now, Optional.of("de-AT")));
        }

        @Test
        void asks_what_the_rules_say_where_nobody_names_questions() {
            var rule = new AssignmentRule(
                    new AssignmentId(uuid("rule")),
                    qualification.questionSetId(),
                    Optional.empty(),
                    List.of(),
                    0,
                    Optional.empty(),
                    Optional.empty());
            recorded.answering(ExplainAssignment.class, new Explanation(Optional.of(rule), List.of()));
            desk.schedule("\"questionSetId\":null").expectStatus().isCreated();
            assertThat(recorded.given())
                    .contains(new ExplainAssignment(
                            AssignmentsId.of(demo),
                            alice,
                            now,
                            "discovery",
                            lenasContact,
                            LocalDate.parse("2026-12-01")));
            assertThat(desk.scheduled().questionSet()).contains(qualification);
        }

        @Test
        void goes_without_questions_where_no_rule_applies() {
            recorded.answering(ExplainAssignment.class, new Refused(AssignmentRefusal.NO_ASSIGNMENTS));
            desk.schedule("\"questionSetId\":null");
            assertThat(desk.scheduled().questionSet()).isEmpty();
        }

        @Test
        void needs_no_questions_where_a_person_leads() {
            var body = """
                    {"title":"Coffee","leadId":"%s","localStart":"2026-12-01T09:00","zone":"Europe/Berlin",
                     "durationMinutes":30,"interviewer":"human","meetingType":"demo","reminders":["PT5M"]}""".formatted(lenasLead);
            desk.counter.post("/meetings", body).expectStatus().isCreated();
            assertThat(desk.scheduled().questionSet()).isEmpty();
            assertThat(desk.scheduled().interviewer()).isEqualTo(InterviewerKind.HUMAN);
            assertThat(desk.scheduled().meetingType()).isEqualTo("demo");
            assertThat(desk.scheduled().reminders()).containsExactly(Duration.ofMinutes(5));
        }

        @ParameterizedTest
        @CsvSource({"-04:00,2026-11-01T05:30:00Z", "-05:00,2026-11-01T06:30:00Z"})
        void lets_the_client_choose_between_two_instants_of_one_local_time(String offset, Instant start) {
            var earlier = Counter.of(new AppointmentController(
                    AtTheMeetingDesk.scheduling(recorded, new KnownBusyTimes()),
                    desk.links,
                    settings,
                    Clock.fixed(Instant.parse("2026-10-01T00:00:00Z"), ZoneOffset.UTC)));
            earlier.post("/meetings", body("America/New_York", "2026-11-01T01:30", ",\"offset\":\"" + offset + "\""))
                    .expectStatus()
                    .isCreated();
            assertThat(desk.scheduled().time().start()).isEqualTo(start);
        }
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
                    "\"zone\":\"+02:00\"                             | NOT_A_REGION       | zone",
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
            refused(desk.schedule(member), 400, code, field);
            assertThat(recorded.given()).isEmpty();
        }

        @Test
        void says_that_it_is_too_much() {
            var crowd = IntStream.range(0, 100)
                    .mapToObj(i -> "{\"name\":\"G\",\"email\":\"g%d@acme.test\"}".formatted(i))
                    .collect(Collectors.joining(","));
            refused(desk.schedule("\"invitees\":[" + crowd + "]"), 400, "TOO_MANY", "invitees");
            refused(
                    desk.schedule("\"reminders\":[\"PT1M\",\"PT2M\",\"PT3M\",\"PT4M\",\"PT5M\",\"PT6M\"]"),
                    400,
                    "TOO_MANY",
                    "reminders");
            refused(desk.schedule("\"title\":\"" + "x".repeat(201) + "\""), 400, "TOO_LONG", "title");
        }
    }
}
