package dev.parley.signaling;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/**
 * The short way in: whole frames of somebody with a place in the room go from the channel to the connection, past Reactor
 * Netty's queue and Spring's session. Everything else goes the long way, and nothing overtakes it there.
 */
final class Inlet extends ChannelInboundHandlerAdapter {
    private final Listener listener;
    private final AtomicInteger onTheLongWay = new AtomicInteger();

    /** Who takes in what is said. */
    interface Listener {
        /** Whether nothing that was said keeps what is said next waiting. */
        boolean isReady();

        void hear(byte[] text);
    }

    Inlet(Listener listener) {
        this.listener = listener;
    }

    void openUnder(Channel channel) {
        var decoder = channel.pipeline().context(WebSocketFrameDecoder.class);
        if (decoder != null) channel.pipeline().addAfter(decoder.name(), Inlet.class.getName(), this);
    }

    /** What went the long way is on it until this ends. */
    Mono<Void> arriving(Mono<Void> message) {
        return message.doOnTerminate(onTheLongWay::decrementAndGet);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof TextWebSocketFrame text && text.isFinalFragment() && isShort()) {
            take(text);
            return;
        }
        // What is in parts begins with one of these, and counts as one.
        if (message instanceof TextWebSocketFrame || message instanceof BinaryWebSocketFrame)
            onTheLongWay.incrementAndGet();
        context.fireChannelRead(message);
    }

    private boolean isShort() {
        return onTheLongWay.get() == 0 && listener.isReady();
    }

    private void take(TextWebSocketFrame text) {
        try {
            listener.hear(ByteBufUtil.getBytes(text.content()));
        } finally {
            ReferenceCountUtil.release(text);
        }
    }
}
