package dev.parley.api;

/**
 * An event that says all that its command answered. A command that is repeated under the same key is answered from it, as the
 * first was, whatever has happened since.
 */
public interface AnsweringEvent extends Event {

    /** @param version of the stream after the command's last event */
    Accepted answer(long version);
}
