package dev.parley.query;

import org.springframework.http.server.reactive.ServerHttpResponse;

/** What a client names in {@code If-Match} when it changes the thing that it sees. */
public final class Versioned {
    private Versioned() {}

    /**
     * Not through {@code ResponseEntity}, which would also answer {@code If-None-Match} with 304: a page shows more than the one
     * stream whose version this is.
     */
    public static void tag(ServerHttpResponse response, long version) {
        response.getHeaders().setETag("\"" + version + "\"");
    }
}
