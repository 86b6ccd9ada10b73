package dev.parley.signaling;

import static dev.parley.signaling.GatewayInVirtualTime.ALICE;
import static dev.parley.signaling.GatewayInVirtualTime.GUS;
import static dev.parley.signaling.GatewayInVirtualTime.LENA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.lang.ref.WeakReference;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Whatever a connection comes to, every buffer goes back to where it came from. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NothingLeaksTest {

    @Test
    void a_forgotten_buffer_is_noted() {
        var before = Leaks.noted().size();
        PooledByteBufAllocator.DEFAULT.directBuffer(77).writeByte(1);

        await().untilAsserted(() -> {
            collect();
            assertThat(Leaks.noted()).hasSizeGreaterThan(before);
        });
    }

    @Test
    void talking_breaking_off_and_not_reading_leave_no_buffer_behind() {
        assertThat(ResourceLeakDetector.getLevel()).isEqualTo(ResourceLeakDetector.Level.PARANOID);
        var before = Leaks.noted();
        try (var gateway = new GatewayOnAPort(Map.of("parley.signaling.connection.frames-at-once", 100_000))) {
            for (var times = 0; times < 3; times++) talk(gateway);
        }
        for (var times = 0; times < 5; times++) collect();

        assertThat(Leaks.noted()).isEqualTo(before);
    }

    private static void talk(GatewayOnAPort gateway) {
        try (var alice = gateway.join(ALICE);
                var gus = gateway.join(GUS);
                var lena = gateway.join(LENA)) {
            gus.stopsReading();
            for (var i = 0; i < 50; i++) alice.says("chat", "{\"text\":\"" + "x".repeat(3_000) + "\"}");
            lena.hears("chat");
            gus.vanishes();
            lena.says("{\"v\":");
            lena.closedWith();
            alice.says("leave", "{}");
            alice.closedWith();
        }
    }

    /** What is forgotten is found when it is collected, and told when the next buffer is made. */
    private static void collect() {
        var gone = new WeakReference<>(new Object());
        await().until(() -> {
            System.gc();
            return gone.get() == null;
        });
        PooledByteBufAllocator.DEFAULT.directBuffer(77).release();
    }
}
