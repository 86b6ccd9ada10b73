package dev.parley.signaling;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/**
 * Keeps what a hasty client says together with its upgrade request. The HTTP codec has read it by then, gives it back when it is
 * removed, but behind the WebSocket decoder, which Netty puts before it; so it would be lost. Used by the channel's own thread.
 */
final class EarlyBytes extends ChannelInboundHandlerAdapter {
    /** What was read at once with the request, and no more than that. */
    private final Queue<ByteBuf> kept = new ArrayDeque<>(0);

    private EarlyBytes() {}

    /** To be called before the request is answered. */
    static void keptOn(Channel channel) {
        if (channel.pipeline().context(NettyPipeline.ReactiveBridge) == null) return;
        channel.pipeline().addBefore(NettyPipeline.ReactiveBridge, EarlyBytes.class.getName(), new EarlyBytes());
    }

    /** To be called when there is somebody to take in what they say. */
    static void readOn(Channel channel) {
        if (channel.eventLoop().inEventLoop()) read(channel);
        else channel.eventLoop().execute(() -> read(channel));
    }

    private static void read(Channel channel) {
        var early = channel.pipeline().get(EarlyBytes.class);
        if (early == null) return;
        var decoder = channel.pipeline().context(WebSocketFrameDecoder.class);
        for (var bytes = early.kept.poll(); bytes != null; bytes = early.kept.poll()) decode(bytes, decoder);
        channel.pipeline().remove(early);
    }

    private static void decode(ByteBuf bytes, @Nullable ChannelHandlerContext decoder) {
        if (decoder == null || !(decoder.handler() instanceof ChannelInboundHandler reading)) {
            bytes.release();
            return;
        }
        try {
            reading.channelRead(decoder, bytes);
        } catch (Exception broken) {
            decoder.fireExceptionCaught(broken);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes) kept.add(bytes);
        else context.fireChannelRead(message);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        kept.forEach(ReferenceCountUtil::release);
        kept.clear();
    }
}
