package dev.parley.api;

/**
 * What a command answers when the stream version after it does not say it all. A command with nothing to add answers with
 * the version alone, a {@code Long}.
 */
public interface Accepted {
    long version();
}
