package dev.parley.infra.deploy;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.aliceInTheRoom;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.parley.signaling.admission.TurnCredentials;
import dev.parley.signaling.admission.TurnSettings;
import dev.parley.signaling.frame.IceServer;
import dev.parley.signaling.room.Attendee;
import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real coturn with the shipped configuration, where one is installed; elsewhere this is skipped and says so. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CoturnDrillTest {
    private static final String SECRET = "north";
    private static final Path TURNSERVER = Path.of("/usr/bin/turnserver");

    @TempDir
    Path folder;

    private Process coturn;
    private int port;

    @BeforeEach
    void start() throws IOException {
        assumeThat(TURNSERVER).as("coturn is installed").isExecutable();
        try (var free = new DatagramSocket()) {
            port = free.getLocalPort();
        }
        var lines =
                new ArrayList<>(CoturnConf.shipped().onLoopback(port, SECRET).lines());
        lines.add("pidfile=" + folder.resolve("pid"));
        lines.add("userdb=" + folder.resolve("users"));
        var conf = Files.write(folder.resolve("coturn.conf"), lines);
        coturn = new ProcessBuilder(TURNSERVER.toString(), "-c", conf.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (coturn == null) return;
        coturn.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    @Test
    void relays_for_whoever_shows_what_we_signed_but_to_nobody_inside() throws IOException {
        var ours = credentials(SECRET);
        try (var client = client(ours)) {
            assertThat(client.allocate()).isZero();
            assertThat(client.permit("8.8.8.8")).isZero();
            for (var inside : List.of("10.0.0.1", "169.254.169.254", "192.168.1.1", "127.0.0.1"))
                assertThat(client.permit(inside)).as(inside).isEqualTo(403);
        }
    }

    @Test
    void relays_for_nobody_else() throws IOException {
        try (var stranger = client(credentials("guessed"));
                var nobody = client(credentials(SECRET))) {
            assertThat(stranger.allocate()).isEqualTo(401);
            assertThat(nobody.allocateWithoutCredentials()).isEqualTo(401);
        }
    }

    @Test
    void one_person_does_not_take_it_all() throws IOException {
        var ours = credentials(SECRET);
        var clients = new ArrayList<TurnClient>();
        try {
            for (var i = 0; i < 12; i++) {
                clients.add(client(ours));
                assertThat(clients.getLast().allocate()).isZero();
            }
            clients.add(client(ours));
            assertThat(clients.getLast().allocate()).isEqualTo(486);
        } finally {
            clients.forEach(TurnClient::close);
        }
    }

    private TurnClient client(IceServer server) throws IOException {
        return new TurnClient(
                port, server.username().orElseThrow(), server.credential().orElseThrow());
    }

    private static IceServer credentials(String secret) {
        var settings = new TurnSettings(
                List.of(), List.of("turn:127.0.0.1"), List.of(secret), Duration.ofHours(11), List.of());
        return new TurnCredentials(settings, Clock.systemUTC())
                .configurationFor(new Attendee(demo, discoveryCall, aliceInTheRoom, alice))
                .iceServers()
                .getFirst();
    }
}
