package dev.parley.benchmarks;

import dev.parley.api.Ids;
import dev.parley.driver.ParleyApi;
import dev.parley.driver.Seat;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;

/**
 * From the last word to the screen: a final segment sent over the WebSocket, until it is recorded, until the other person's caption,
 * and until a reader of the live view can see it in the transcript. Paced at 20 segments a second.
 */
final class CaptionsBenchmark implements Benchmark {
    private static final int PER_SECOND = 20;

    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final Histogram captions = new ConcurrentHistogram(3);
    private final Histogram recorded = new ConcurrentHistogram(3);
    private final Histogram screens = new ConcurrentHistogram(3);

    @Override
    public Result run(boolean quick) throws Exception {
        try (var database = new Database();
                var server =
                        Server.start(database.folder().resolve("home"), Map.of("PARLEY_DATABASE_URL", database.url()));
                var api = ParleyApi.signIn(server.url(), "sales@demo.test")) {
            var meetingId = startedMeeting(api);
            try (var live = new LiveTranscript(server.url(), api, meetingId, this::onScreen);
                    var speaker = seat(api, meetingId, 0, _ -> {});
                    var listener = seat(api, meetingId, 1, this::onFrame)) {
                talk(speaker, quick ? 40 : 200);
                List.of(captions, recorded, screens).forEach(Histogram::reset);
                talk(speaker, quick ? 200 : 1_200);
                live.settle();
            }
            var result = new Result()
                    .latencies("recorded", recorded)
                    .latencies("caption", captions)
                    .latencies("screen", screens);
            database.pgbench(1, quick ? 3 : 6)
                    .ifPresent(peer -> result.latencies("pgbench_1", peer.latencies())
                            .ratio(
                                    "pgbench_p50",
                                    recorded.getValueAtPercentile(50)
                                            / (double) peer.latencies().getValueAtPercentile(50)));
            return result;
        }
    }

    private void talk(Seat speaker, int segments) throws Exception {
        for (var i = 0; i < segments; i++) {
            var id = Ids.next(Instant.now());
            var begun = System.nanoTime();
            sent.put(id.toString(), begun);
            speaker.say(id, "We lose about six hours a week, and this is line " + i, "typed")
                    .thenRun(() -> recorded.recordValue(System.nanoTime() - begun));
            Thread.sleep(1_000 / PER_SECOND);
        }
        TimeUnit.SECONDS.sleep(2);
    }

    private void onFrame(JsonNode frame) {
        if (!frame.path("type").asString().equals("caption")) return;
        var begun = sent.get(frame.path("payload").path("segmentId").asString());
        if (begun != null) captions.recordValue(System.nanoTime() - begun);
    }

    private void onScreen(String segmentId) {
        var begun = sent.remove(segmentId);
        if (begun != null) screens.recordValue(System.nanoTime() - begun);
    }

    private static Seat seat(ParleyApi api, String meetingId, int number, Consumer<JsonNode> listener)
            throws Exception {
        var url = api.get("/meetings/" + meetingId + "/links")
                .get(number)
                .path("joinUrl")
                .asString();
        var seat = new Seat(api, "/guest/" + url.substring(url.lastIndexOf('/') + 1) + "/tickets", listener);
        seat.join();
        seat.consent("I agree that this conversation is transcribed.");
        return seat;
    }

    private static String startedMeeting(ParleyApi api) throws Exception {
        var leadId = api.post("/leads", Map.of("name", "Lena Load", "email", "lena@load.test"))
                .path("leadId")
                .asString();
        var start = LocalDateTime.now().plusDays(1).truncatedTo(ChronoUnit.MINUTES);
        var meeting = api.post(
                "/meetings",
                Map.of(
                        "title",
                        "Captions",
                        "leadId",
                        leadId,
                        "localStart",
                        start.toString(),
                        "zone",
                        "UTC",
                        "durationMinutes",
                        60,
                        "interviewer",
                        "human",
                        "reminders",
                        List.of(),
                        "invitees",
                        List.of(Map.of("name", "Gus Guest", "email", "gus@load.test"))));
        var id = meeting.path("meetingId").asString();
        api.post("/meetings/" + id + "/start", Map.of());
        return id;
    }
}
