package dev.parley.benchmarks.signaling;

import java.io.IOException;
import java.util.List;

/** Engine.IO 4 and Socket.IO 5: {@code 4} is a message, {@code 0} a connection, {@code 2} an event. */
final class SocketIoDialect implements Dialect {

    @Override
    public String path(int room, int place) {
        return "/socket.io/?EIO=4&transport=websocket";
    }

    @Override
    public void enter(Seat seat) throws IOException {
        seat.await("0{");
        seat.say("40");
        seat.await("40");
        seat.say("42[\"enter\",\"" + seat.room() + "\",\"" + seat.place() + "\"]");
        seat.await("entered");
    }

    @Override
    public String mark(Talk talk) {
        return Content.mark(talk);
    }

    @Override
    public List<Message> messages(Seat from, Seat to, Talk talk) {
        var text = PlainDialect.text(talk.toRoom() ? "*" : Integer.toString(to.place()), talk);
        return List.of(Message.of("42[\"signal\"," + text + "]", talk.size()));
    }
}
