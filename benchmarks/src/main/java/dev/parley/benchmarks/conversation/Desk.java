package dev.parley.benchmarks.conversation;

import dev.parley.driver.ParleyApi;
import dev.parley.driver.Seat;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Where interviews are scheduled: one set of questions, one lead and one guest for each, never two at a time of one host. */
final class Desk {
    private final ParleyApi api;
    private final String questionSetId;
    private LocalDateTime next = LocalDateTime.now().plusDays(1).truncatedTo(ChronoUnit.HOURS);
    private int meetings;

    Desk(ParleyApi api) throws IOException, InterruptedException {
        this.api = api;
        var set = Map.of("title", "Under load", "category", "sales", "questions", Answers.questions());
        questionSetId = api.post("/question-sets", set).path("questionSetId").asString();
        api.post("/question-sets/" + questionSetId + "/publish", Map.of());
    }

    /** @return its id */
    String startedMeeting() throws IOException, InterruptedException {
        var number = meetings++;
        next = next.plusHours(1);
        var lead = Map.of("name", "Lena Load", "email", "lena" + number + "@load.test");
        var meeting = api.post(
                "/meetings",
                Map.of(
                        "title",
                        "Under load",
                        "leadId",
                        api.post("/leads", lead).path("leadId").asString(),
                        "questionSetId",
                        questionSetId,
                        "localStart",
                        next.toString(),
                        "zone",
                        "Etc/UTC",
                        "durationMinutes",
                        30,
                        "interviewer",
                        "ai",
                        "reminders",
                        List.of(),
                        "invitees",
                        List.of(Map.of("name", "Gus Guest", "email", "gus" + number + "@load.test"))));
        var id = meeting.path("meetingId").asString();
        api.post("/meetings/" + id + "/start", Map.of());
        return id;
    }

    /** @param number 0 the lead, 1 the guest */
    Seat seat(String meeting, int number, Consumer<JsonNode> listener) throws IOException, InterruptedException {
        var url = api.get("/meetings/" + meeting + "/links")
                .get(number)
                .path("joinUrl")
                .asString();
        var seat = new Seat(api, "/guest/" + url.substring(url.lastIndexOf('/') + 1) + "/tickets", listener);
        seat.join();
        return seat;
    }
}
