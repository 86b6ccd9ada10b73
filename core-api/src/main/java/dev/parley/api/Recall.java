package dev.parley.api;

import java.time.Instant;

/**
 * Changes nothing. Sent under the key of a request, it is answered as that request was if it was carried out before, and with
 * nothing otherwise: so that a request of several steps need not take the first ones again.
 */
public record Recall(Actor by, Instant at) implements Command {}
