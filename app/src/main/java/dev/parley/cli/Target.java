package dev.parley.cli;

import dev.parley.MeetingSystem;
import dev.parley.driver.ParleyApi;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;

/** The server that a driver talks to: a running one, or one that is started for the occasion. */
final class Target {
    @Option(
            names = "--url",
            defaultValue = "http://localhost:8080",
            description = "The server (default: ${DEFAULT-VALUE}).")
    private URI url = URI.create("http://localhost:8080");

    @Option(
            names = "--user",
            defaultValue = "sales@demo.test",
            description = "Who signs in (default: ${DEFAULT-VALUE}).")
    private String user = "sales@demo.test";

    /** Something to do with a signed-in client; its answer becomes the exit code. */
    interface Work {
        int with(ParleyApi api) throws Exception;
    }

    int call(Work work) throws Exception {
        var own = startedHere();
        try (var api = ParleyApi.signIn(url, user)) {
            return work.with(api);
        } finally {
            if (own != null) own.close();
        }
    }

    private @Nullable ConfigurableApplicationContext startedHere() throws IOException, InterruptedException {
        if (ParleyApi.isUp(url)) return null;
        if (!isLocal()) throw new IOException("nothing answers at " + url);
        System.out.println("nothing runs at " + url + " yet: starting a server for this run");
        return MeetingSystem.serve("--server.port=" + (url.getPort() < 0 ? 80 : url.getPort()));
    }

    private boolean isLocal() {
        return url.getHost().equals("localhost") || url.getHost().equals("127.0.0.1");
    }
}
