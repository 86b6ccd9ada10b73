package dev.parley.infra.eventlog;

/**
 * An event that is ready to be stored: everything but its place in the log, which only the append lock can give.
 *
 * @param fact its position and hash mean nothing yet
 * @param leaf digest of the fact, by which the place's hash will prove it
 */
record Entry(LogRow fact, byte[] leaf) {

    static Entry of(LogRow fact) {
        return new Entry(fact, HashChain.leaf(fact));
    }

    String stream() {
        return fact.stream();
    }

    long sequence() {
        return fact.sequence();
    }

    int bytes() {
        return fact.payload().length + fact.metadata().length;
    }
}
