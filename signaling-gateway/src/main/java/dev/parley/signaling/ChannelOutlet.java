package dev.parley.signaling;

import dev.parley.signaling.frame.Numbered;
import dev.parley.signaling.room.Wire;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.websocketx.WebSocketFrameEncoder;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Letters as WebSocket frames (RFC 6455 §5.2) straight to the channel, past the frame encoder: whatever one turn of the event
 * loop brings is one buffer, one write and one flush. The buffer is the channel's alone, so nobody has to count who holds it
 * (ADR 0032).
 */
final class ChannelOutlet extends ChannelInboundHandlerAdapter implements Outlet {
    /** What the channel may hold for a client that does not read; the rest waits in the outbox, which is bounded and shared. */
    private static final WriteBufferWaterMark UNREAD = new WriteBufferWaterMark(8 * 1024, 16 * 1024);

    private static final int TEXT = 0x81;
    private static final int EMPTY_PING = 0x8900;
    private static final int TWO_BYTES_OF_LENGTH = 126;
    private static final int EIGHT_BYTES_OF_LENGTH = 127;

    private final ChannelHandlerContext out;
    private final Sinks.Empty<Void> ended = Sinks.empty();
    private @Nullable Wire wire;

    private ChannelOutlet(ChannelHandlerContext out) {
        this.out = out;
    }

    /** Empty if this channel does not speak plain WebSocket. */
    static Optional<Outlet> under(Channel channel) {
        return Optional.ofNullable(channel.pipeline().context(WebSocketFrameEncoder.class))
                .map(ChannelOutlet::new);
    }

    @Override
    public Mono<Void> openFor(Wire wire) {
        return Mono.defer(() -> {
            this.wire = wire;
            out.channel().config().setWriteBufferWaterMark(UNREAD);
            out.pipeline().addFirst(this);
            wire.writesTo(this);
            return ended.asMono();
        });
    }

    @Override
    public void soon(Runnable writing) {
        var loop = out.channel().eventLoop();
        if (loop.inEventLoop()) {
            Turn.of(loop).then(writing);
            return;
        }
        try {
            loop.execute(writing);
        } catch (RejectedExecutionException e) {
            end(); // the server is stopping, and the channel with it
        }
    }

    @Override
    public boolean takesMore() {
        return out.channel().isWritable() && Turn.of(out.channel().eventLoop()).gathered() < UNREAD.high();
    }

    @Override
    public void write(Numbered letter) {
        Turn.of(out.channel().eventLoop()).gather(letter);
    }

    @Override
    public void ping() {
        flush();
        out.write(out.alloc().directBuffer(2).writeShort(EMPTY_PING), out.voidPromise());
        out.flush();
    }

    @Override
    public void flush() {
        var turn = Turn.of(out.channel().eventLoop());
        if (turn.gathered() == 0) return;
        var buffer = out.alloc().directBuffer(turn.gathered());
        turn.letters().forEach(letter -> write(letter.json(), buffer));
        turn.forget();
        out.write(buffer, out.voidPromise());
        out.flush();
    }

    @Override
    public void end() {
        ended.tryEmitEmpty();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        var readers = wire;
        if (readers != null && context.channel().isWritable()) readers.wake();
        context.fireChannelWritabilityChanged();
    }

    private static void write(byte[] json, ByteBuf to) {
        to.writeByte(TEXT);
        if (json.length < TWO_BYTES_OF_LENGTH) to.writeByte(json.length);
        else if (json.length <= 0xFFFF) to.writeByte(TWO_BYTES_OF_LENGTH).writeShort(json.length);
        else to.writeByte(EIGHT_BYTES_OF_LENGTH).writeLong(json.length);
        to.writeBytes(json);
    }
}
