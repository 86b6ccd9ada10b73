package dev.parley.benchmarks.signaling;

import java.util.List;

/** Our own relays: where to, and what. */
final class PlainDialect implements Dialect {

    @Override
    public String path(int room, int place) {
        return "/?room=" + room + "&id=" + place;
    }

    @Override
    public void enter(Seat seat) {}

    @Override
    public String mark(Talk talk) {
        return Content.mark(talk);
    }

    @Override
    public List<Message> messages(Seat from, Seat to, Talk talk) {
        return List.of(Message.of(text(talk.toRoom() ? "*" : Integer.toString(to.place()), talk), talk.size()));
    }

    static String text(String to, Talk talk) {
        var filler = Content.of(talk).contains("%FILL%") ? "" : ",\"more\":\"%FILL%\"";
        return "{\"to\":\"" + to + "\",\"type\":\"signal\",\"d\":\"" + Content.of(talk) + "\"" + filler + "}";
    }
}
