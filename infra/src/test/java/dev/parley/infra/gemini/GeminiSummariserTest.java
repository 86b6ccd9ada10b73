package dev.parley.infra.gemini;

import dev.parley.saga.summary.Summariser;
import dev.parley.saga.summary.SummariserContract;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

class GeminiSummariserTest extends SummariserContract {
    private final FakeGemini gemini;

    GeminiSummariserTest() throws IOException {
        gemini = new FakeGemini();
    }

    @AfterEach
    void close() {
        gemini.close();
    }

    @Override
    protected Summariser summariser() {
        var settings = new GeminiSettings(
                "the-key",
                "gemini-9-test",
                gemini.baseUrl(),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                1,
                2048,
                -1,
                1_000_000,
                0,
                0);
        return new GeminiSummariser(settings, new ModelAccount(settings, Clock.systemUTC(), new Calls()));
    }
}
