package dev.parley.benchmarks;

import dev.parley.driver.ParleyApi;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A screen that shows one transcript: listens to {@code /live}, and reads the transcript again on every hint about it. */
final class LiveTranscript implements AutoCloseable {
    private final ParleyApi api;
    private final String meetingId;
    private final Consumer<String> shown;
    private final AutoCloseable stream;
    private int lines;

    LiveTranscript(URI server, ParleyApi api, String meetingId, Consumer<String> shown) {
        this.api = api;
        this.meetingId = meetingId;
        this.shown = shown;
        this.stream = api.listen("/live", this::onLine);
    }

    /** Gives the last hints time to arrive. */
    void settle() throws InterruptedException {
        TimeUnit.SECONDS.sleep(2);
    }

    private void onLine(String line) {
        if (!line.startsWith("data:") || !line.contains(meetingId) || !line.contains("\"transcript\"")) return;
        try {
            var transcript = api.get("/meetings/" + meetingId + "/transcript");
            for (; lines < transcript.size(); lines++)
                shown.accept(transcript.get(lines).path("segmentId").asString());
        } catch (IOException | ParleyApi.Refusal e) {
            System.err.println("the live view missed a hint: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws Exception {
        stream.close();
    }
}
