package dev.parley.benchmarks.conversation;

import dev.parley.driver.Seat;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;

/** One interview from the disclosure to the goodbye; a guest sits by and listens, and that is where it is measured. */
final class Interview {
    private static final int LEAST_PAUSE_MS = 1_500;
    private static final int MOST_PAUSE_MS = 3_500;
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

    private final Desk desk;
    private final String meeting;
    private final Histogram waits;
    private final Random pauses;
    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>(10_000);
    private final Set<String> before = new HashSet<>();
    private final AtomicLong answered = new AtomicLong();

    Interview(Desk desk, String meeting, Histogram waits) {
        this.desk = desk;
        this.meeting = meeting;
        this.waits = waits;
        this.pauses = new Random(meeting.hashCode());
    }

    /** @return nothing; that it may fail */
    Void run() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        try (var guest = desk.seat(meeting, 1, this::atTheOther);
                var lead = desk.seat(meeting, 0, heard::offer)) {
            while (!lead.over().isDone()) {
                var frame = heard.poll(LONGEST_SILENCE.toMillis(), TimeUnit.MILLISECONDS);
                if (frame == null) throw new TimeoutException("nobody says anything in meeting " + meeting);
                switch (frame.path("type").asString()) {
                    case "welcome" -> {
                        if (!frame.path("payload")
                                .path("disclosure")
                                .asString("")
                                .isEmpty()) agree(lead);
                    }
                    case "speech" -> on(frame.path("payload"), lead);
                    default -> {}
                }
            }
            guest.over().get(LONGEST_SILENCE.toSeconds(), TimeUnit.SECONDS);
            return null;
        }
    }

    private void on(JsonNode speech, Seat lead) throws InterruptedException {
        if (!before.add(speech.path("segmentId").asString())) return;
        switch (speech.path("kind").asString()) {
            case "disclosure" -> agree(lead);
            case "question" -> {
                Thread.sleep(pauses.nextInt(LEAST_PAUSE_MS, MOST_PAUSE_MS));
                answered.set(System.nanoTime());
                lead.say(Answers.to(speech.path("text").asString()), "typed");
            }
            default -> {}
        }
    }

    private static void agree(Seat lead) {
        lead.consent("I agree that this conversation is transcribed.");
    }

    /** The first words after an answer end the wait. */
    private void atTheOther(JsonNode frame) {
        if (!frame.path("type").asString().equals("speech")) return;
        var since = answered.getAndSet(0);
        if (since != 0) waits.recordValue(System.nanoTime() - since);
    }
}
