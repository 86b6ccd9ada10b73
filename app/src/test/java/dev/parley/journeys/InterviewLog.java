package dev.parley.journeys;

import dev.parley.driver.ParleyApi;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One interview as the audit has it. */
record InterviewLog(List<JsonNode> events) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static InterviewLog of(ParleyApi api, String meetingId) throws Exception {
        return new InterviewLog(api.read("/audit/meetings/" + meetingId + "/events", "application/x-ndjson")
                .lines()
                .filter(line -> !line.isBlank())
                .map(JSON::readTree)
                .toList());
    }

    List<JsonNode> events(String type) {
        return events.stream()
                .filter(event -> event.path("type").asString().equals(type))
                .toList();
    }

    static Instant at(JsonNode event) {
        return Instant.parse(event.path("at").asString());
    }

    /** The mandatory questions of the set that was pinned. */
    Set<String> mandatory() {
        var questions = events("interview.InterviewerSeated")
                .getFirst()
                .path("payload")
                .path("questionSet")
                .path("questions");
        return StreamSupport.stream(questions.spliterator(), false)
                .filter(question -> question.path("mandatory").asBoolean())
                .map(InterviewLog::question)
                .collect(Collectors.toSet());
    }

    /** The questions that ended as answered, refused, or carried over. */
    Set<String> settled() {
        var settled = new HashSet<String>();
        for (var type : List.of("interview.AnswerRecorded", "interview.QuestionSkipped"))
            events(type).forEach(event -> settled.add(question(event.path("payload"))));
        return settled;
    }

    /** The questions put anew after there was an answer; digging deeper and saying back are not that. */
    List<String> askedThoughAnswered() {
        var answered = new HashSet<String>();
        var again = new ArrayList<String>();
        for (var event : events) {
            var payload = event.path("payload");
            switch (event.path("type").asString()) {
                case "interview.AnswerRecorded" -> answered.add(question(payload));
                case "interview.QuestionAsked" -> {
                    if (isAnew(payload) && answered.contains(question(payload))) again.add(question(payload));
                }
                default -> {}
            }
        }
        return again;
    }

    Set<String> saidByLead() {
        return events("transcript.SegmentRecorded").stream()
                .map(event -> event.path("payload"))
                .filter(payload -> payload.path("speakerRole").asString().equals("lead"))
                .map(payload -> payload.path("segmentId").asString())
                .collect(Collectors.toSet());
    }

    /** The segments that were analysed. */
    Set<String> read() {
        return events("analysis.SegmentAnalysed").stream()
                .map(event -> event.path("payload").path("segmentId").asString())
                .collect(Collectors.toSet());
    }

    /** Under which names the interviewer's words stand. */
    Set<String> voices() {
        return events("transcript.SegmentRecorded").stream()
                .map(event -> event.path("payload"))
                .filter(payload -> payload.path("speakerRole").asString().equals("interviewer"))
                .map(payload -> payload.path("speaker").asString())
                .collect(Collectors.toSet());
    }

    private static String question(JsonNode of) {
        return of.path("questionId").asString();
    }

    private static boolean isAnew(JsonNode asked) {
        return asked.path("followUp").asInt() == 0
                && !asked.path("reason").asString().equals("confirming");
    }
}
