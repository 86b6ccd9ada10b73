package dev.parley.query.freshness;

/** Where the views stand in the log, on whichever nodes they are kept. */
public interface ViewPositions {

    /** As far as is known here, every view has handled and committed everything up to here. Asked often: cheap, never waits. */
    long reached();

    /** Somebody waits for more: what is not known here must be asked for. Called again and again meanwhile, and never waits. */
    void somebodyWaits();
}
