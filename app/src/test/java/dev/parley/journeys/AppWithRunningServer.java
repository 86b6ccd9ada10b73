package dev.parley.journeys;

import dev.parley.driver.ParleyApi;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One server for all tests of a class, on an empty home. */
final class AppWithRunningServer implements BeforeAllCallback, AfterAllCallback {
    private final Map<String, String> settings;
    private @Nullable ParleyProcess parley;

    AppWithRunningServer() {
        this(Map.of());
    }

    /** @param settings as the environment has them */
    AppWithRunningServer(Map<String, String> settings) {
        this.settings = settings;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
        parley = ParleyProcess.started(settings);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException, InterruptedException {
        if (parley != null) parley.close();
    }

    ParleyProcess parley() {
        return Objects.requireNonNull(parley, "the server is started before the first test");
    }

    ParleyApi signedInAs(String user) throws IOException, InterruptedException {
        return ParleyApi.signIn(parley().url(), user);
    }
}
