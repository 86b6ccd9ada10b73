package dev.parley.query;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads what may be long page by page, at most one page ahead of the reader. Each page is a short transaction of its own, so a
 * slow client costs neither memory nor a connection.
 */
public final class Pages {
    private Pages() {}

    /**
     * @param size how many rows a full page has
     * @param after reads the rows after the last one of the page before; empty for the first page
     */
    public static <T> Flux<T> of(int size, Function<Optional<T>, Flux<T>> after) {
        return page(after, Optional.empty())
                .expand(page -> page.size() < size ? Mono.empty() : page(after, Optional.of(page.getLast())))
                .concatMapIterable(Function.identity(), 1);
    }

    /** Once begun, a page is read whole: one that waited for its reader to want it would keep its connection meanwhile. */
    private static <T> Mono<List<T>> page(Function<Optional<T>, Flux<T>> after, Optional<T> last) {
        return Mono.fromFuture(() -> after.apply(last).collectList().toFuture());
    }
}
