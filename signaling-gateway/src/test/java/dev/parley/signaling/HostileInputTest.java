package dev.parley.signaling;

import static dev.parley.signaling.GatewayInVirtualTime.ALICE;
import static dev.parley.signaling.GatewayInVirtualTime.GUS;
import static dev.parley.signaling.GatewayInVirtualTime.LENA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.api.Refused;
import dev.parley.api.WireFormat;
import dev.parley.signaling.frame.Codecs;
import dev.parley.signaling.frame.Golden;
import dev.parley.signaling.frame.Inbound;
import dev.parley.signaling.frame.Mutations;
import dev.parley.signaling.frame.sdp.Fixtures;
import dev.parley.signaling.frame.sdp.SessionDescription;
import io.netty.buffer.PoolArenaMetric;
import io.netty.buffer.PooledByteBufAllocator;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import reactor.core.publisher.Hooks;
import tools.jackson.databind.JsonNode;

/**
 * Somebody in a room sends spoilt frames for as long as they like: nobody else hears anything of them, nothing escapes, nothing is kept.
 * Few by default; {@code -Dparley.fuzz=1000000} for as many frames and a tenth of descriptions ({@code -Dparley.fuzz.seed} for the same ones again).
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileInputTest {
    private static final int FEW = 20_000;
    private static final int MANY = 500_000;
    private static final int COUNT = Integer.getInteger("parley.fuzz", FEW);
    private static final long SEED = Long.getLong("parley.fuzz.seed", COUNT == FEW ? 20_260_101L : System.nanoTime());
    /** What others hear because somebody who breaks the rules is put out and comes in again; none of it is in their words. */
    private static final Set<String> COMING_AND_GOING =
            Set.of("left", "joined", "negotiate", "active-speaker", "quality");

    private final List<Throwable> dropped = new ArrayList<>();
    private final PooledByteBufAllocator pool = new PooledByteBufAllocator(true);
    private final GatewayInVirtualTime gateway =
            new GatewayInVirtualTime("connection.frames-per-second=100000000", "connection.frames-at-once=100000000");
    private final Mutations mutations = new Mutations(SEED);
    private final FakeSession alice = gateway.join(ALICE);
    private final FakeSession gus = gateway.join(GUS);
    private FakeSession lena = comesIn();
    private int understood;
    private int comings;

    @BeforeEach
    void listen() {
        System.out.println("hostile input: " + COUNT + " frames, seed " + SEED);
        Hooks.onErrorDropped(dropped::add);
        alice.says("media", "{\"audio\":true,\"video\":true}");
        alice.heardNow();
        gus.heardNow();
    }

    @AfterEach
    void stopListening() {
        Hooks.resetOnErrorDropped();
    }

    @Test
    void spoilt_frames_reach_nobody_and_leave_nothing_behind() {
        var frames = frames();
        var warm = COUNT / 5;
        send(frames, warm);
        var before = heap();
        send(frames, COUNT - warm);
        var after = heap();

        System.out.printf(
                "of %d frames %d were understood, %d refused or ignored; %d connections closed; heap %,d → %,d kB%n",
                COUNT, understood, COUNT - understood, comings, before >> 10, after >> 10);
        assertThat(dropped).isEmpty();
        assertThat(buffersInUse()).isZero();
        assertThat(understood).isBetween(1, COUNT - 1);
        if (COUNT >= MANY) assertThat(after).isCloseTo(before, within(before / 20));
    }

    @Test
    void spoilt_descriptions_are_refused_or_written_so_that_they_mean_one_thing() {
        var limits = Codecs.limits().description();
        var descriptions = Fixtures.all().stream().map(Fixtures::sdp).toList();
        var passed = 0;
        for (var i = 0; i < COUNT / 10; i++) {
            try {
                var spoilt = mutations.of(mutations.pick(descriptions), descriptions);
                var written = SessionDescription.read(spoilt, limits).write();
                assertThat(SessionDescription.read(written, limits).write()).isEqualTo(written);
                assertThat(written.lines()).noneMatch(line -> line.startsWith("a=crypto"));
                assertThat(written).matches("(?s)[\\r\\n -~]*");
                passed++;
            } catch (Refused refused) {
                assertThat(refused.field()).isPresent();
            }
        }
        System.out.printf("of %d descriptions %d passed, written anew%n", COUNT / 10, passed);
        assertThat(passed).isBetween(1, COUNT / 10 - 1);
    }

    private void send(List<String> frames, int count) {
        for (var i = 0; i < count; i++) {
            var spoilt = asSent(mutations.of(mutations.pick(frames), frames));
            var meant = gateway.codec.decode(spoilt);
            if (meant instanceof Inbound.Said) understood++;
            lena.says(spoilt);
            alice.heardNow().forEach(frame -> mayBeHeard(frame, meant, spoilt));
            gus.heardNow().forEach(frame -> mayBeHeard(frame, meant, spoilt));
            if (lena.isOver() || !lena.closedWith().isEmpty()) comesInAgain(spoilt);
            lena.heardNow();
            if (i % 50 == 0) timePasses();
        }
    }

    /** Half a character does not survive the wire. */
    private static String asSent(String text) {
        return new String(text.getBytes(UTF_8), UTF_8);
    }

    private static void mayBeHeard(JsonNode frame, Inbound meant, String spoilt) {
        var type = frame.path("type").asString();
        if (COMING_AND_GOING.contains(type)) return;
        assertThat(meant).as("%s was told because of %s", frame, spoilt).isInstanceOf(Inbound.Said.class);
        if (frame.has("from"))
            assertThat(frame.path("from").asString()).isEqualTo(LENA.id().toString());
    }

    private void comesInAgain(String after) {
        assertThat(lena.closedWith())
                .as("a connection ended without a word after %s", after)
                .isNotEmpty();
        comings++;
        lena = comesIn();
        alice.heardNow();
        gus.heardNow();
    }

    private FakeSession comesIn() {
        var session = gateway.connect(new FakeSession(new NettyDataBufferFactory(pool)));
        session.says("join", "{\"ticket\":\"" + gateway.ticket(LENA) + "\"}");
        session.says("media", "{\"audio\":true,\"video\":true}");
        assertThat(session.heardNow()).isNotEmpty();
        return session;
    }

    private void timePasses() {
        gateway.passes(Duration.ofMillis(500));
        Stream.of(alice, gus, lena).forEach(FakeSession::pongs);
        gateway.commands.forget();
    }

    /** What clients say, with sessions of real browsers, to somebody who is there. */
    private static List<String> frames() {
        var frames = new ArrayList<String>();
        Golden.fromClients()
                .forEach(golden -> frames.add(golden.json()
                        .toString()
                        .replaceAll(
                                "0199c8e2-5a3b-7c4d-8e9f-0000000000aa",
                                ALICE.id().toString())));
        for (var browser : Fixtures.all())
            frames.add("{\"v\":1,\"type\":\"offer\",\"id\":4,\"to\":\"" + ALICE.id()
                    + "\",\"payload\":{\"epoch\":1,\"sdp\":"
                    + WireFormat.mapper().writeValueAsString(browser.sdp()) + "}}");
        frames.removeIf(frame -> frame.contains("\"simulate\""));
        return frames;
    }

    private long buffersInUse() {
        var metric = pool.metric();
        return Stream.concat(metric.directArenas().stream(), metric.heapArenas().stream())
                .mapToLong(PoolArenaMetric::numActiveAllocations)
                .sum();
    }

    private static long heap() {
        for (var i = 0; i < 5; i++) System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
