package dev.parley.infra.http;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ContentTooLargeException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/** Refuses a body that is too large: before a byte of it is read where it says so, otherwise when the byte too many comes. */
@Order(-200)
final class BoundedBodies implements WebFilter {
    private final long largest;
    private final ProblemAnswers answers;

    BoundedBodies(HttpSettings settings, ProblemAnswers answers) {
        this.largest = settings.maxBody().toBytes();
        this.answers = answers;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var announced = exchange.getRequest().getHeaders().getContentLength();
        if (announced > largest) return answers.write(exchange, StatusFaults.of(HttpStatus.CONTENT_TOO_LARGE));
        if (announced >= 0) return chain.filter(exchange);
        return chain.filter(
                exchange.mutate().request(new Counted(exchange.getRequest())).build());
    }

    private final class Counted extends ServerHttpRequestDecorator {
        private final AtomicLong seen = new AtomicLong();

        private Counted(ServerHttpRequest request) {
            super(request);
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return super.getBody().map(this::ownCopy).handle(this::pass);
        }

        /**
         * Buffers of the network share one count of their users. When a body breaks off, readers discard what they
         * collected more than once, which would take the buffers from the connection; copies bear that.
         */
        private DataBuffer ownCopy(DataBuffer buffer) {
            var bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            DataBufferUtils.release(buffer);
            return DefaultDataBufferFactory.sharedInstance.wrap(bytes);
        }

        private void pass(DataBuffer buffer, SynchronousSink<DataBuffer> next) {
            if (seen.addAndGet(buffer.readableByteCount()) <= largest) next.next(buffer);
            else next.error(new ContentTooLargeException(null));
        }
    }
}
