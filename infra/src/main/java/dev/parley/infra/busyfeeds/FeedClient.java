package dev.parley.infra.busyfeeds;

import static dev.parley.infra.busyfeeds.UnreadableFeed.Why.*;

import dev.parley.api.Refused;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Fetches a calendar, in bounded time and space, wherever its server sends us. */
final class FeedClient implements AutoCloseable {
    private final HttpClient http;
    private final FeedAddress addresses;
    private final BusyFeedSettings settings;

    FeedClient(FeedAddress addresses, BusyFeedSettings settings) {
        this.addresses = addresses;
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.within())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** @param body empty where nothing has changed since the tag */
    record Fetched(boolean changed, byte[] body, String etag) {}

    Fetched fetch(String address, String etag) throws UnreadableFeed, InterruptedException {
        var until = System.nanoTime() + settings.within().toNanos();
        var next = uri(address);
        for (var hop = 0; hop <= settings.redirects(); hop++) {
            var answer = ask(next, etag, until - System.nanoTime());
            if (answer.statusCode() == 304) return new Fetched(false, new byte[0], etag);
            if (answer.statusCode() / 100 == 2)
                return new Fetched(
                        true, answer.body(), answer.headers().firstValue("ETag").orElse(""));
            if (answer.statusCode() / 100 != 3) throw new UnreadableFeed(fault(answer.statusCode()));
            var base = next;
            next = uri(answer.headers()
                    .firstValue("Location")
                    .map(location -> resolve(base, location))
                    .orElseThrow(() -> new UnreadableFeed(SERVER_FAILED)));
        }
        throw new UnreadableFeed(TOO_MANY_REDIRECTS);
    }

    private HttpResponse<byte[]> ask(URI uri, String etag, long nanos) throws UnreadableFeed, InterruptedException {
        mustBePublic(uri);
        var request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofNanos(Math.max(1, nanos)))
                .header("Accept", "text/calendar");
        if (!etag.isEmpty()) request.header("If-None-Match", etag);
        var answer = http.sendAsync(
                request.build(),
                BodyHandlers.limiting(
                        BodyHandlers.ofByteArray(), settings.largest().toBytes()));
        try {
            return answer.get(Math.max(1, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new UnreadableFeed(TOO_SLOW);
        } catch (ExecutionException e) {
            throw new UnreadableFeed(fault(e.getCause()));
        } finally {
            answer.cancel(true); // A body that never ends must not go on arriving.
        }
    }

    private URI uri(String address) throws UnreadableFeed {
        try {
            return addresses.read(address);
        } catch (Refused e) {
            throw new UnreadableFeed(ADDRESS_REFUSED);
        }
    }

    private void mustBePublic(URI uri) throws UnreadableFeed {
        try {
            addresses.mustBePublic(uri);
        } catch (Refused e) {
            throw new UnreadableFeed(ADDRESS_REFUSED);
        } catch (UnknownHostException e) {
            throw new UnreadableFeed(SERVER_NOT_FOUND);
        }
    }

    private static String resolve(URI base, String location) {
        try {
            return base.resolve(location).toString();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static UnreadableFeed.Why fault(int status) {
        return switch (status) {
            case 401, 403 -> NOT_ALLOWED;
            case 404, 410 -> NOT_FOUND;
            default -> SERVER_FAILED;
        };
    }

    private static UnreadableFeed.Why fault(@Nullable Throwable cause) {
        if (cause instanceof HttpTimeoutException) return TOO_SLOW;
        var isTooLarge = cause instanceof IOException
                && String.valueOf(cause.getMessage()).contains("capacity");
        return isTooLarge ? TOO_LARGE : NOT_REACHED;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
