package dev.parley.infra.busyfeeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server of calendars on this machine, which behaves as it is told. */
final class CalendarServer implements AutoCloseable {
    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> tagsAsked = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour = exchange -> answer(exchange, 404, "");

    /** How it answers. */
    interface Behaviour {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    CalendarServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::handle);
        http.setExecutor(threads);
        http.start();
    }

    String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/secret.ics";
    }

    /** What clients said that they had already, empty where they said nothing. */
    List<String> tagsAsked() {
        return tagsAsked;
    }

    void behaves(Behaviour now) {
        behaviour = now;
    }

    void shows(String tag, String calendar) {
        behaviour = exchange -> {
            exchange.getResponseHeaders().set("ETag", tag);
            var known = tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            answer(exchange, known ? 304 : 200, known ? "" : calendar);
        };
    }

    void redirectsTo(String location) {
        behaviour = exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            answer(exchange, 302, "");
        };
    }

    /** Sends rubbish for ever, as fast or as slowly as it is told. */
    void neverEnds(int chunk, long pause) {
        behaviour = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var rubbish = "x".repeat(chunk).getBytes(UTF_8);
            while (true) {
                exchange.getResponseBody().write(rubbish);
                exchange.getResponseBody().flush();
                Thread.sleep(pause);
            }
        };
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var tag = exchange.getRequestHeaders().getFirst("If-None-Match");
        tagsAsked.add(tag == null ? "" : tag);
        try {
            behaviour.answer(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
