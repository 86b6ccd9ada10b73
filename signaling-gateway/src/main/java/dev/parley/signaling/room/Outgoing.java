package dev.parley.signaling.room;

/** What goes out on a connection. */
public sealed interface Outgoing permits Numbered, Outgoing.Ping {

    record Ping() implements Outgoing {}
}
