package dev.parley.signaling;

import dev.parley.signaling.frame.Numbered;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * One turn of an event loop: whatever its connections bring is taken in first, and then everybody is written to once, however
 * many letters there are for them. Used by the loop's own thread only.
 */
final class Turn implements Runnable {
    /** The longest header of a frame from a server. */
    private static final int HEADER = 10;

    private static final FastThreadLocal<Turn> CURRENT = new FastThreadLocal<>();

    private final EventLoop loop;
    private final Queue<Runnable> atTheEnd = new ArrayDeque<>();
    private final List<Numbered> letters = new ArrayList<>();
    private int gathered;
    private boolean scheduled;

    private Turn(EventLoop loop) {
        this.loop = loop;
    }

    static Turn of(EventLoop loop) {
        var turn = CURRENT.get();
        if (turn == null || turn.loop != loop) {
            turn = new Turn(loop);
            CURRENT.set(turn);
        }
        return turn;
    }

    /** Does this when all that has come in is taken in. */
    void then(Runnable writing) {
        atTheEnd.add(writing);
        if (scheduled) return;
        scheduled = true;
        loop.execute(this);
    }

    /** Puts a letter on the table for the connection that is written to just now. */
    void gather(Numbered letter) {
        letters.add(letter);
        gathered += letter.size() + HEADER;
    }

    /** Bytes on the table, at most. */
    int gathered() {
        return gathered;
    }

    List<Numbered> letters() {
        return letters;
    }

    void forget() {
        letters.clear();
        gathered = 0;
    }

    @Override
    public void run() {
        scheduled = false;
        for (var writing = atTheEnd.poll(); writing != null; writing = atTheEnd.poll()) writing.run();
    }
}
