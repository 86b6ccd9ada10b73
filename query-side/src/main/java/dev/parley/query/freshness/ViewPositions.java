package dev.parley.query.freshness;

/** Where the views stand in the log. */
interface ViewPositions {

    /** Every view has handled everything up to here. Asked often, so it must be cheap, and must not wait. */
    long reached();
}
