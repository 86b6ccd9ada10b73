package dev.parley.command;

import dev.parley.api.Ids;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads the Idempotency-Key of every request that may change something, whatever endpoint it is for, and takes down what the
 * request says: method, path and body, but not the time or the version that the client saw.
 */
@Component
@Order(NamesOfRequests.AFTER_SECURITY)
class NamesOfRequests implements WebFilter {
    static final int AFTER_SECURITY = 0;

    private static final Set<HttpMethod> CHANGING =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var header = request.getHeaders().getFirst(IdempotencyKey.HEADER);
        if (header == null || header.isBlank() || !CHANGING.contains(request.getMethod()))
            return chain.filter(exchange);
        return Mono.defer(() -> named(IdempotencyKey.of(header), exchange, chain));
    }

    /** What is too large was turned away before. */
    private static Mono<Void> named(IdempotencyKey key, ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        return DataBufferUtils.join(request.getBody())
                .map(NamesOfRequests::bytes)
                .defaultIfEmpty(new byte[0])
                .flatMap(body -> chain.filter(exchange.mutate()
                                .request(new ReadBefore(request, body))
                                .build())
                        .contextWrite(new NamedRequest(key, meaning(request, body))::addTo));
    }

    private static UUID meaning(ServerHttpRequest request, byte[] body) {
        var uri = request.getURI();
        var query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return Ids.named("request", request.getMethod(), uri.getRawPath(), query, SameJson.of(body));
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static final class ReadBefore extends ServerHttpRequestDecorator {
        private final byte[] body;

        private ReadBefore(ServerHttpRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return body.length == 0
                    ? Flux.empty()
                    : Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)));
        }
    }
}
