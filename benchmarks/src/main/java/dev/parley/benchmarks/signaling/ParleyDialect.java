package dev.parley.benchmarks.signaling;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** docs/protocol.md: a ticket by HTTP, {@code join} with it, and media where peers are to be addressed. */
final class ParleyDialect implements Dialect {
    private static final Pattern TICKET = Pattern.compile("\"ticket\":\"([^\"]+)\"");
    private static final Pattern NEGOTIATE =
            Pattern.compile("\"type\":\"negotiate\".*\"peer\":\"([^\"]+)\".*\"epoch\":(\\d+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    ParleyDialect(int port) {
        this.port = port;
    }

    @Override
    public String path(int room, int place) {
        return "/signal";
    }

    @Override
    public String subprotocol() {
        return "parley.v1";
    }

    @Override
    public void enter(Seat seat) throws IOException {
        seat.say("{\"v\":1,\"type\":\"join\",\"id\":1,\"payload\":{\"ticket\":\"" + ticket(seat) + "\"}}");
        seat.await("\"type\":\"welcome\"");
    }

    @Override
    public void prepare(List<Seat> seats, Talk talk) throws IOException {
        if (talk.toRoom()) return;
        for (var seat : seats)
            seat.say("{\"v\":1,\"type\":\"media\",\"id\":2,\"payload\":{\"audio\":true,\"video\":false}}");
        for (var seat : seats) while (seat.knows() < talk.people() - 1) learn(seat);
    }

    @Override
    public String mark(Talk talk) {
        return Content.mark(talk);
    }

    @Override
    public List<Message> messages(Seat from, Seat to, Talk talk) {
        var envelope = "{\"v\":1,\"id\":%COUNT%,\"type\":";
        if (talk.toRoom())
            return List.of(Message.of(
                    envelope + "\"chat\",\"payload\":{\"text\":\"" + Content.of(talk) + "\"}}", talk.size()));
        var whom = ",\"to\":\"" + id(to.room(), to.place()) + "\",\"payload\":";
        var epoch = ",\"epoch\":" + from.epochWith(to.place());
        var text = Content.isDescription(talk)
                ? envelope + "\"offer\"" + whom + "{\"sdp\":\"" + Content.of(talk) + "\"" + epoch
                        + ",\"more\":\"%FILL%\"}}"
                : envelope + "\"candidate\"" + whom + "{\"candidate\":{\"candidate\":\"" + Content.of(talk) + "\"}"
                        + epoch + "}}";
        return List.of(Message.of(text, talk.size()));
    }

    static UUID id(int room, int place) {
        return new UUID(0x0199c8e25a3b7000L | room, 0x8000000000000000L | place);
    }

    private void learn(Seat seat) throws IOException {
        var told = NEGOTIATE.matcher(seat.hear());
        if (!told.find()) return;
        var place = (int) UUID.fromString(told.group(1)).getLeastSignificantBits();
        seat.learn(place, Long.parseLong(told.group(2)));
    }

    private String ticket(Seat seat) throws IOException {
        var link = seat.room() + "-" + seat.place();
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/guest/" + link + "/tickets"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            var ticket = TICKET.matcher(answer.body());
            if (!ticket.find()) throw new IOException("no ticket: " + answer.body());
            return ticket.group(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
