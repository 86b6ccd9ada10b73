package dev.parley.signaling;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Lets a client read why it is put out. A socket that is closed while the client still speaks is reset (RFC 1122 §4.2.2.13), and
 * the close frame is lost with what was not read yet. So only the way out is closed, and what comes in is thrown away, until
 * the client closes too or takes too long (RFC 6455 §7.1.1).
 */
final class LastWord extends ChannelDuplexHandler {
    private final Duration within;
    private boolean said;

    private LastWord(Duration within) {
        this.within = within;
    }

    /** From now on, closing this channel waits for the client. */
    static void on(Channel channel, Duration within) {
        if (channel instanceof DuplexChannel) channel.pipeline().addFirst(new LastWord(within));
    }

    /** From now on, closing this channel waits for nobody. */
    static void waitNoLonger(Channel channel) {
        if (channel.pipeline().get(LastWord.class) != null) channel.pipeline().remove(LastWord.class);
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        var channel = (DuplexChannel) context.channel();
        channel.closeFuture().addListener(_ -> promise.trySuccess());
        if (said) return;
        said = true;
        channel.config().setAutoRead(true);
        channel.shutdownOutput().addListener(done -> afterwards(context, (ChannelFuture) done));
    }

    private void afterwards(ChannelHandlerContext context, ChannelFuture saying) {
        var patience = saying.isSuccess() ? within.toMillis() : 0;
        var timer = context.executor().schedule(() -> context.close(), patience, TimeUnit.MILLISECONDS);
        context.channel().closeFuture().addListener(_ -> timer.cancel(false));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (said) ReferenceCountUtil.release(message);
        else context.fireChannelRead(message);
    }
}
