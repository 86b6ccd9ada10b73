package dev.parley.infra.operations;

/** @param gaps positions without an event; anything but 0 means that somebody has changed the log */
record LogState(long head, long gaps, int waiting, int room, long waitingBytes, long commits) {
    double fill() {
        return room == 0 ? 0 : (double) waiting / room;
    }
}
