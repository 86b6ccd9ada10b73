package dev.parley.driver;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/** One interview from scheduling to the summary mail, with a persona in the lead's chair. */
public final class InterviewRun {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration AFTERMATH = Duration.ofMinutes(2);

    private final ParleyApi api;
    private final Persona persona;
    private final Persona.Mouth mouth;
    private final double speed;
    private final PrintStream out;
    private final Set<String> heard = new HashSet<>();
    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>(10_000);

    /** @param speed 1 answers at the pace of a person; 20 is quick; 0 does not wait at all */
    public InterviewRun(ParleyApi api, Persona persona, double speed, PrintStream out) {
        this.api = api;
        this.persona = persona;
        this.mouth = persona.mouth();
        this.speed = speed;
        this.out = out;
    }

    /** What came out of it. */
    public record Outcome(String meetingId, String leadId, boolean summary, boolean score, boolean mail) {
        public boolean complete() {
            return summary && score && mail;
        }
    }

    public Outcome run() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var leadId = api.post("/leads", lead()).path("leadId").asString();
        var questionSetId = questionSet();
        var meeting = schedule(leadId, questionSetId);
        var meetingId = meeting.path("meetingId").asString();
        say("scheduled", "meeting " + meetingId + " with " + persona.name());
        var token = lastSegment(URI.create(meeting.path("joinUrl").asString()));
        api.post("/meetings/" + meetingId + "/start", Map.of());
        say("started", "the host starts early; the interviewer takes its seat");
        try (var seat = new Seat(api, "/guest/" + token + "/tickets", frames::offer)) {
            seat.join();
            say("joined", persona.name() + " is in the room");
            converse(seat, meetingId);
        }
        return aftermath(meetingId, leadId);
    }

    private void converse(Seat seat, String meetingId)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var giveUp = Instant.now().plus(LONGEST);
        while (!seat.over().isDone() || !frames.isEmpty()) {
            if (Instant.now().isAfter(giveUp))
                throw new TimeoutException("the interview did not end within " + LONGEST);
            var frame = frames.poll(1, TimeUnit.SECONDS);
            if (frame != null) on(frame, seat, meetingId);
        }
        seat.over().get(1, TimeUnit.SECONDS);
    }

    private void on(JsonNode frame, Seat seat, String meetingId)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var payload = frame.path("payload");
        switch (frame.path("type").asString()) {
            case "speech" -> onSpeech(payload.path("kind").asString(), payload, seat);
            case "welcome" -> catchUp(payload, seat, meetingId);
            case "interviewer" -> say("interviewer", payload.path("state").asString());
            case "ended" -> say("ended", payload.path("reason").asString());
            case "error" ->
                say(
                        "error",
                        payload.path("code").asString() + " "
                                + payload.path("message").asString());
            default -> {}
        }
    }

    private void onSpeech(String kind, JsonNode payload, Seat seat)
            throws InterruptedException, ExecutionException, TimeoutException {
        var text = payload.path("text").asString();
        if (!heard.add(payload.path("segmentId").asString(text))) return;
        say("Parley", text);
        switch (kind) {
            case "disclosure" -> {
                seat.consent("I agree that this conversation is transcribed.");
                say(persona.name(), "(agrees to be transcribed)");
            }
            case "question" -> answer(text, seat);
            default -> {}
        }
    }

    private void answer(String question, Seat seat) throws InterruptedException, ExecutionException, TimeoutException {
        for (var words : mouth.answer(question)) {
            think(words);
            say(persona.name(), words);
            seat.say(words, "typed").get(2, TimeUnit.MINUTES);
        }
    }

    /** After a lost connection: something may have been said meanwhile, or before this person came in. */
    private void catchUp(JsonNode welcome, Seat seat, String meetingId)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var disclosure = welcome.path("disclosure").asString("");
        if (!disclosure.isEmpty() && heard.add(disclosure))
            seat.consent("I agree that this conversation is transcribed.");
        var lines = api.get("/meetings/" + meetingId + "/transcript");
        if (lines.isEmpty()) return;
        var last = lines.get(lines.size() - 1);
        if (last.path("speakerRole").asString().equals("interviewer")
                && last.path("text").asString().contains("?")) onSpeech("question", last, seat);
    }

    private Outcome aftermath(String meetingId, String leadId) throws IOException, InterruptedException {
        var giveUp = Instant.now().plus(AFTERMATH);
        var outcome = outcome(meetingId, leadId);
        while (!outcome.complete() && Instant.now().isBefore(giveUp)) {
            Thread.sleep(500);
            outcome = outcome(meetingId, leadId);
        }
        report(outcome);
        return outcome;
    }

    private Outcome outcome(String meetingId, String leadId) throws IOException, InterruptedException {
        var summary = !api.get("/meetings/" + meetingId).path("summary").isMissingNode()
                && !api.get("/meetings/" + meetingId).path("summary").isNull();
        var mail = false;
        for (var delivery : api.get("/deliveries?meeting=" + meetingId))
            mail |= delivery.path("kind").asString().equals("summary")
                    && delivery.path("state").asString().equals("sent");
        return new Outcome(
                meetingId,
                leadId,
                summary,
                !api.get("/leads/" + leadId).path("score").isNull(),
                mail);
    }

    private void report(Outcome outcome) throws IOException, InterruptedException {
        var meeting = api.get("/meetings/" + outcome.meetingId());
        if (outcome.summary()) {
            say("summary", meeting.path("summary").path("headline").asString());
            for (var point : meeting.path("summary").path("points")) say("", "- " + point.asString());
        } else say("summary", "none came within " + AFTERMATH.toSeconds() + " s");
        if (outcome.score())
            score(api.get("/leads/" + outcome.leadId() + "/score").path("score"));
        else say("score", "none came within " + AFTERMATH.toSeconds() + " s");
        say("mail", outcome.mail() ? "the summary was sent" : "no summary mail within " + AFTERMATH.toSeconds() + " s");
        say("look at", "meeting   " + api.page("/meetings/" + outcome.meetingId()));
        say("", "lead      " + api.page("/leads/" + outcome.leadId()));
        say("", "timeline  " + api.page("/meetings/" + outcome.meetingId() + "/timeline"));
        say("", "mailbox   " + api.page("/mailbox"));
    }

    private void score(JsonNode score) {
        say(
                "score",
                "fit " + score.path("fit").asInt() + ", engagement "
                        + score.path("engagement").asInt() + ", "
                        + score.path("band").asString());
        for (var point : score.path("points"))
            say(
                    "",
                    String.format(
                            "%+d %s: “%s”",
                            point.path("points").asInt(),
                            point.path("rule").asString(),
                            point.path("quote").asString()));
    }

    /** Tries later times while the host is busy: the meeting is started by hand anyway. */
    private JsonNode schedule(String leadId, String questionSetId) throws IOException, InterruptedException {
        var start = LocalDateTime.now(ZONE).plusMinutes(2).truncatedTo(ChronoUnit.MINUTES);
        for (var tries = 0; ; tries++) {
            try {
                return api.post("/meetings", meeting(leadId, questionSetId, start.plusMinutes(30L * tries)));
            } catch (ParleyApi.Refusal refusal) {
                if (!refusal.code().equals("SLOT_TAKEN") || tries == 100) throw refusal;
            }
        }
    }

    private Map<String, Object> meeting(String leadId, String questionSetId, LocalDateTime start) {
        return Map.of(
                "title",
                "Discovery call with " + persona.company(),
                "leadId",
                leadId,
                "questionSetId",
                questionSetId,
                "localStart",
                start.toString(),
                "zone",
                ZONE.getId(),
                "durationMinutes",
                30,
                "interviewer",
                "ai",
                "reminders",
                List.of());
    }

    private Map<String, Object> lead() {
        return Map.of(
                "name",
                persona.name(),
                "email",
                persona.email(),
                "company",
                persona.company(),
                "title",
                persona.title());
    }

    private String questionSet() throws IOException, InterruptedException {
        var language = persona.language().orElse("en");
        var title = persona.isLabelled() ? PracticeQuestion.title(language) : DiscoveryQuestions.TITLE;
        for (var line : api.get("/question-sets"))
            if (line.path("title").asString().equals(title)
                    && line.path("publishedVersion").isNumber())
                return line.path("questionSetId").asString();
        var body = persona.isLabelled() ? PracticeQuestion.asBody(language) : DiscoveryQuestions.asBody();
        var id = api.post("/question-sets", body).path("questionSetId").asString();
        api.post("/question-sets/" + id + "/publish", Map.of());
        return id;
    }

    private void think(String words) throws InterruptedException {
        if (speed > 0) Thread.sleep(Duration.ofMillis((long) (words.split("\\s+").length * 400 / speed)));
    }

    private void say(String who, String what) {
        out.printf("%12.12s  %s%n", who, what);
        out.flush();
    }

    private static String lastSegment(URI uri) {
        return uri.getPath().substring(uri.getPath().lastIndexOf('/') + 1);
    }
}
