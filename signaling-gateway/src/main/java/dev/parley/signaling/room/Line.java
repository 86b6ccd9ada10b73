package dev.parley.signaling.room;

import dev.parley.signaling.frame.Numbered;

/** What a wire writes to: the connection as far as the wire needs to know it. Only {@link #soon} may be called by any thread. */
public interface Line {

    /** Lets the wire write what it has, at the latest when this thread's turn is over. */
    void soon(Runnable writing);

    /** Whether the client has read enough of what was written. If not, the wire is told when it has. */
    boolean takesMore();

    void write(Numbered letter);

    void ping();

    /** Off with what was written in this turn. */
    void flush();

    /** Nothing will be written any more. */
    void end();
}
