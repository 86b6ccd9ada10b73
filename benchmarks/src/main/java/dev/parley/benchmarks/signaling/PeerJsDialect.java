package dev.parley.benchmarks.signaling;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A server without rooms: one message for each who should get it. */
final class PeerJsDialect implements Dialect {

    @Override
    public String path(int room, int place) {
        return "/peerjs?key=peerjs&id=" + id(room, place) + "&token=t" + place + "&version=1.5.4";
    }

    @Override
    public void enter(Seat seat) throws IOException {
        seat.await("OPEN");
    }

    @Override
    public String mark(Talk talk) {
        return Content.mark(talk);
    }

    @Override
    public List<Message> messages(Seat from, Seat to, Talk talk) {
        if (!talk.toRoom()) return List.of(message(from.room(), to.place(), talk));
        var all = new ArrayList<Message>();
        for (var place = 0; place < talk.people(); place++)
            if (place != from.place()) all.add(message(from.room(), place, talk));
        return all;
    }

    private static Message message(int room, int place, Talk talk) {
        var filler = Content.of(talk).contains("%FILL%") ? "" : ",\"more\":\"%FILL%\"";
        var payload = "{\"d\":\"" + Content.of(talk) + "\"" + filler + "}";
        var text = "{\"type\":\"CANDIDATE\",\"dst\":\"" + id(room, place) + "\",\"payload\":" + payload + "}";
        return Message.of(text, talk.size());
    }

    private static String id(int room, int place) {
        return "r" + room + "p" + place;
    }
}
