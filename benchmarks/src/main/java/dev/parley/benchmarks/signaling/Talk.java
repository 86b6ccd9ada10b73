package dev.parley.benchmarks.signaling;

import java.util.Locale;

/**
 * Who says how much to whom.
 *
 * @param toRoom or to one peer
 * @param size bytes of a message as its sender sends it
 * @param rate messages a second, however slow the answers; 0 keeps {@code window} messages of each room under way instead
 */
record Talk(boolean toRoom, int rooms, int people, int size, int rate, int window) {

    static Talk parse(String line) {
        var words = line.split(" ");
        return new Talk(
                Boolean.parseBoolean(words[0]),
                Integer.parseInt(words[1]),
                Integer.parseInt(words[2]),
                Integer.parseInt(words[3]),
                Integer.parseInt(words[4]),
                Integer.parseInt(words[5]));
    }

    String written() {
        return String.format(Locale.ROOT, "%b %d %d %d %d %d", toRoom, rooms, people, size, rate, window);
    }

    /** As a figure's name has it. */
    String name() {
        var size = this.size >= 1_000 ? this.size / 1_000 + "k" : Integer.toString(this.size);
        var to = toRoom ? "room" : "peer";
        return (rate > 0 ? "open_" : "") + to + size + (people == 10 ? "" : "_of" + people);
    }

    int deliveriesOfOne() {
        return toRoom ? people - 1 : 1;
    }
}
