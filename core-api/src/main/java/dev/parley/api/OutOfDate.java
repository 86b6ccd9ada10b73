package dev.parley.api;

import org.axonframework.modelling.command.ConcurrencyException;

/**
 * What was decided rested on what this node remembered, while the stream had gone on elsewhere. Nothing was stored and the
 * memory is gone by now; whoever decides again decides on what is.
 */
public final class OutOfDate extends ConcurrencyException {
    public OutOfDate(String stream) {
        super("The stream " + stream + " has gone on since this node looked");
    }
}
