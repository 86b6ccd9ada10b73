package dev.parley.driver;

import dev.parley.api.WireFormat;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/**
 * Plays a multi-party transcript through the real WebSocket, one connection per speaker, then reads everything back. The file has
 * the QMSum form: {@code meeting_transcripts: [{speaker, content}]}.
 */
public final class PlayRun {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Duration WORD = Duration.ofMillis(400);

    private final ParleyApi api;
    private final double speed;
    private final PrintStream out;

    /** @param speed times natural pace (150 words a minute); 0 plays as fast as the server records */
    public PlayRun(ParleyApi api, double speed, PrintStream out) {
        this.api = api;
        this.speed = speed;
        this.out = out;
    }

    private record Turn(String speaker, String text) {}

    /** What was played and what was found afterwards. */
    public record Outcome(String meetingId, int turns, int stored, int wrong, boolean found, long events) {
        public boolean complete() {
            return turns == stored && wrong == 0 && found;
        }
    }

    public Outcome run(Path file) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var turns = turns(file);
        var meetingId = meeting(file, turns);
        out.printf(
                "meeting %s: %d turns by %d speakers%n",
                meetingId, turns.size(), speakers(turns).size());
        var seats = takeSeats(meetingId, turns);
        try {
            play(turns, seats);
        } finally {
            seats.values().forEach(Seat::close);
        }
        api.post("/meetings/" + meetingId + "/end", Map.of("reason", "played to the end"));
        return check(meetingId, turns);
    }

    private void play(List<Turn> turns, Map<String, Seat> seats)
            throws InterruptedException, ExecutionException, TimeoutException {
        for (var i = 0; i < turns.size(); i++) {
            var turn = turns.get(i);
            var words = turn.text().split("\\s+").length;
            if (speed > 0) Thread.sleep(Duration.ofNanos((long) (WORD.toNanos() * words / speed)));
            Objects.requireNonNull(seats.get(turn.speaker()))
                    .say(turn.text(), "imported")
                    .get(5, TimeUnit.MINUTES);
            progress(i + 1, turns.size());
        }
        out.println();
    }

    private Map<String, Seat> takeSeats(String meetingId, List<Turn> turns) throws IOException, InterruptedException {
        var tokens = new HashMap<String, String>();
        for (var link : api.get("/meetings/" + meetingId + "/links")) {
            var url = link.path("joinUrl").asString();
            tokens.put(link.path("name").asString(), url.substring(url.lastIndexOf('/') + 1));
        }
        var seats = new LinkedHashMap<String, Seat>();
        for (var speaker : speakers(turns)) {
            var seat = new Seat(api, "/guest/" + tokens.get(speaker) + "/tickets", frame -> {});
            seat.join();
            seat.consent("I agree that this conversation is transcribed.");
            seats.put(speaker, seat);
        }
        return seats;
    }

    private String meeting(Path file, List<Turn> turns) throws IOException, InterruptedException {
        var speakers = List.copyOf(speakers(turns));
        var lead = api.post("/leads", Map.of("name", speakers.getFirst(), "email", "speaker-1@play.test"));
        var invitees = new ArrayList<Map<String, Object>>();
        for (var i = 1; i < speakers.size(); i++)
            invitees.add(Map.of("name", speakers.get(i), "email", "speaker-" + (i + 1) + "@play.test"));
        var start = LocalDateTime.now(ZONE).plusMinutes(2).truncatedTo(ChronoUnit.MINUTES);
        for (var tries = 0; ; tries++) {
            try {
                var id = api.post(
                                "/meetings",
                                body(file, lead.path("leadId").asString(), start.plusMinutes(60L * tries), invitees))
                        .path("meetingId")
                        .asString();
                api.post("/meetings/" + id + "/start", Map.of());
                return id;
            } catch (ParleyApi.Refusal refusal) {
                if (!refusal.code().equals("SLOT_TAKEN") || tries == 100) throw refusal;
            }
        }
    }

    private static Map<String, Object> body(
            Path file, String leadId, LocalDateTime start, List<Map<String, Object>> invitees) {
        return Map.of(
                "title",
                "Played from " + file.getFileName(),
                "leadId",
                leadId,
                "localStart",
                start.toString(),
                "zone",
                ZONE.getId(),
                "durationMinutes",
                60,
                "interviewer",
                "human",
                "invitees",
                invitees,
                "reminders",
                List.of());
    }

    private Outcome check(String meetingId, List<Turn> turns) throws IOException, InterruptedException {
        var lines = api.get("/meetings/" + meetingId + "/transcript");
        var wrong = 0;
        for (var i = 0; i < Math.min(lines.size(), turns.size()); i++) if (!same(lines.get(i), turns.get(i))) wrong++;
        var timeline = api.read("/audit/meetings/" + meetingId + "/events", "application/x-ndjson");
        var recorded = timeline.lines()
                .filter(line -> line.contains("transcript.SegmentRecorded"))
                .count();
        var outcome = new Outcome(meetingId, turns.size(), lines.size(), wrong, found(meetingId, turns), recorded);
        out.printf(
                "transcript: %d of %d turns, %d out of place or under the wrong name%n",
                lines.size(), turns.size(), wrong);
        out.printf("search: a turn is %s by its words%n", outcome.found() ? "found" : "NOT found");
        out.printf("timeline: %d recorded segments%n", recorded);
        tellAnalysis(meetingId);
        out.printf("look at: %s%n", api.page("/meetings/" + meetingId));
        return outcome;
    }

    /** The first speaker of a file plays the lead, whose words are read. */
    private void tellAnalysis(String meetingId) throws IOException, InterruptedException {
        var readings = api.get("/meetings/" + meetingId + "/analysis").path("readings");
        var signals = new TreeMap<String, Integer>();
        for (var reading : readings)
            for (var signal : reading.path("signals"))
                signals.merge(signal.path("kind").asString(), 1, Integer::sum);
        out.printf("analysis: %d of the lead's turns read, buying signals %s%n", readings.size(), signals);
    }

    private static boolean same(JsonNode line, Turn turn) {
        return line.path("text").asString().equals(turn.text())
                && line.path("speakerName").asString().equals(turn.speaker());
    }

    /** Searches for the longest word of the longest turn. */
    private boolean found(String meetingId, List<Turn> turns) throws IOException, InterruptedException {
        var longest = turns.stream()
                .max(java.util.Comparator.comparingInt(t -> t.text().length()))
                .orElseThrow();
        var word = java.util.Arrays.stream(longest.text().split("[^\\p{L}]+"))
                .max(java.util.Comparator.comparingInt(String::length))
                .orElseThrow();
        for (var hit : api.get("/transcripts/search?limit=100&q="
                + java.net.URLEncoder.encode(word, java.nio.charset.StandardCharsets.UTF_8)))
            if (hit.path("meetingId").asString().equals(meetingId)) return true;
        return false;
    }

    private List<Turn> turns(Path file) throws IOException {
        var all = new ArrayList<Turn>();
        var silent = 0;
        for (var turn : WireFormat.mapper().readTree(Files.readString(file)).path("meeting_transcripts")) {
            var text = turn.path("content").asString("").strip();
            if (text.isEmpty()) silent++;
            else all.add(new Turn(turn.path("speaker").asString("").strip(), text));
        }
        if (all.isEmpty()) throw new IOException(file + " has no turns under meeting_transcripts");
        if (silent > 0) out.printf("%d turns have no words and are left out%n", silent);
        return all;
    }

    private static LinkedHashSet<String> speakers(List<Turn> turns) {
        var names = new LinkedHashSet<String>();
        turns.forEach(turn -> names.add(turn.speaker()));
        return names;
    }

    private void progress(int done, int all) {
        if (done % 10 != 0 && done != all) return;
        out.printf("\r%4d of %d turns recorded", done, all);
        out.flush();
    }
}
