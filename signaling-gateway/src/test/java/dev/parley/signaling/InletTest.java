package dev.parley.signaling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InletTest {
    private final Recording listener = new Recording();
    private final Inlet inlet = new Inlet(listener);
    private final EmbeddedChannel channel = new EmbeddedChannel(inlet);

    @Test
    void whole_frames_take_the_short_way_and_give_their_buffer_back() {
        var frame = new TextWebSocketFrame("hello");
        channel.writeInbound(frame);

        assertThat(listener.heard).containsExactly("hello");
        assertThat(frame.refCnt()).isZero();
        assertThat(onTheLongWay()).isEmpty();
    }

    @Test
    void whoever_is_still_coming_in_is_not_overtaken_by_what_they_say_next() {
        listener.ready = false;
        channel.writeInbound(new TextWebSocketFrame("join"));
        listener.ready = true;
        channel.writeInbound(new TextWebSocketFrame("hello"));
        assertThat(onTheLongWay()).containsExactly("join", "hello");

        arrives();
        channel.writeInbound(new TextWebSocketFrame("still behind hello"));
        assertThat(onTheLongWay()).containsExactly("still behind hello");

        arrives();
        arrives();
        channel.writeInbound(new TextWebSocketFrame("free again"));
        assertThat(listener.heard).containsExactly("free again");
    }

    @Test
    void what_comes_in_parts_goes_the_long_way_and_nothing_overtakes_it() {
        channel.writeInbound(new TextWebSocketFrame(false, 0, "hel"));
        channel.writeInbound(new PingWebSocketFrame());
        channel.writeInbound(new ContinuationWebSocketFrame(true, 0, "lo"));
        channel.writeInbound(new TextWebSocketFrame("after"));
        assertThat(onTheLongWay()).containsExactly("hel", "", "lo", "after");

        arrives();
        arrives();
        channel.writeInbound(new TextWebSocketFrame("short"));
        assertThat(listener.heard).containsExactly("short");
    }

    private void arrives() {
        inlet.arriving(Mono.empty()).block();
    }

    private List<String> onTheLongWay() {
        var texts = new ArrayList<String>();
        for (WebSocketFrame frame = channel.readInbound(); frame != null; frame = channel.readInbound()) {
            texts.add(frame.content().toString(UTF_8));
            frame.release();
        }
        return texts;
    }

    private static final class Recording implements Inlet.Listener {
        private final List<String> heard = new ArrayList<>();
        private boolean ready = true;

        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public void hear(byte[] text) {
            heard.add(new String(text, UTF_8));
        }
    }
}
