package dev.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.driver.InterviewRun;
import dev.parley.driver.ParleyApi;
import dev.parley.driver.Persona;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InterviewJourney {
    @RegisterExtension
    static final AppWithRunningServer app = new AppWithRunningServer();

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void an_eager_lead_is_interviewed_from_the_invitation_to_the_audit() throws Exception {
        try (var api = app.signedInAs("sales@demo.test")) {
            var outcome = interview(api, "eager");
            assertThat(outcome.complete()).as(printed()).isTrue();

            var transcript = api.get("/meetings/" + outcome.meetingId() + "/transcript");
            assertThat(texts(transcript, "speakerName")).contains("Parley", "Erin Eager");
            assertThat(text(transcript, 0)).contains("Erin");

            var receipts = api.get("/leads/" + outcome.leadId() + "/score")
                    .path("score")
                    .path("points");
            var segments = new HashSet<>(texts(transcript, "segmentId"));
            assertThat(receipts.size()).isGreaterThanOrEqualTo(4);
            for (var point : receipts) {
                assertThat(point.path("segments").size()).as(point.toString()).isPositive();
                for (var segment : point.path("segments")) assertThat(segments).contains(segment.asString());
            }

            assertThat(mailTo(api, "erin@eager.test"))
                    .anyMatch(mail -> mail.path("calendar").asString("").contains("METHOD:REQUEST"))
                    .anyMatch(mail -> mail.path("subject")
                            .asString()
                            .toLowerCase(Locale.ROOT)
                            .contains("summary"));
            assertThat(eventTypes(api, outcome.meetingId()))
                    .contains(
                            "meeting.MeetingScheduled",
                            "meeting.QuestionSetPinned",
                            "meeting.MeetingStarted",
                            "interview.InterviewerSeated",
                            "meeting.ParticipantJoined",
                            "meeting.DisclosureGiven",
                            "meeting.ConsentGiven",
                            "interview.QuestionAsked",
                            "transcript.SegmentRecorded",
                            "interview.AnswerRecorded",
                            "interview.InterviewCompleted",
                            "meeting.MeetingEnded",
                            "meeting.SummaryWritten",
                            "notification.NotificationSent");
        }
    }

    @Test
    void every_event_of_a_meeting_says_who_why_and_for_whom() throws Exception {
        try (var api = app.signedInAs("sales@demo.test")) {
            var outcome = interview(api, "vague");
            for (var event : events(api, outcome.meetingId()))
                for (var key : List.of("tenantId", "actorId", "actorType", "commandId", "correlationId", "appVersion"))
                    assertThat(event.path("envelope").path(key).asString(""))
                            .as(key + " of " + event)
                            .isNotEmpty();
        }
    }

    @Test
    void a_hostile_lead_gets_neither_points_for_commands_nor_a_foothold_in_the_mail() throws Exception {
        try (var api = app.signedInAs("sales@demo.test")) {
            var outcome = interview(api, "hostile");
            var score = api.get("/leads/" + outcome.leadId()).path("score");
            assertThat(score.path("fit").asInt(0)).as(score.toString()).isLessThan(50);
            var mails = mailTo(api, "hal@hostile.test");
            assertThat(mails)
                    .isNotEmpty()
                    .allSatisfy(
                            mail -> assertThat(mail.path("html").asString("")).doesNotContain("<img"));
        }
    }

    @Test
    void nobody_is_transcribed_before_they_agreed() throws Exception {
        try (var api = app.signedInAs("sales@demo.test")) {
            var outcome = interview(api, "eager");
            var agreed = new HashSet<String>();
            for (var event : events(api, outcome.meetingId())) {
                var payload = event.path("payload");
                if (event.path("type").asString().equals("meeting.ConsentGiven"))
                    agreed.add(payload.path("participantId").asString());
                if (event.path("type").asString().equals("transcript.SegmentRecorded")
                        && !payload.path("speakerRole").asString().equals("interviewer"))
                    assertThat(agreed).contains(payload.path("speaker").asString());
            }
            assertThat(agreed).isNotEmpty();
        }
    }

    private InterviewRun.Outcome interview(ParleyApi api, String persona) throws Exception {
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new InterviewRun(api, Persona.named(persona), 0, out).run();
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static List<JsonNode> mailTo(ParleyApi api, String address) throws Exception {
        var mails = new ArrayList<JsonNode>();
        for (var mail : api.get("/demo/mailbox")) if (mail.path("to").toString().contains(address)) mails.add(mail);
        return mails;
    }

    private static List<JsonNode> events(ParleyApi api, String meetingId) throws Exception {
        var mapper = JsonMapper.shared();
        return api.read("/audit/meetings/" + meetingId + "/events", "application/x-ndjson")
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> mapper.readTree(line))
                .toList();
    }

    private static Set<String> eventTypes(ParleyApi api, String meetingId) throws Exception {
        var types = new HashSet<String>();
        for (var event : events(api, meetingId)) types.add(event.path("type").asString());
        return types;
    }

    private static List<String> texts(JsonNode lines, String field) {
        var texts = new ArrayList<String>();
        for (var line : lines) texts.add(line.path(field).asString());
        return texts;
    }

    private static String text(JsonNode lines, int index) {
        return lines.get(index).path("text").asString();
    }
}
