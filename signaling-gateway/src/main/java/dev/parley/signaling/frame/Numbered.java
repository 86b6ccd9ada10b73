package dev.parley.signaling.frame;

import java.util.Optional;

/**
 * A letter as it goes out: with its place in the room, written once for everybody who gets it.
 *
 * @param seq {@link #BEFORE_ENTERING} for what is said to somebody who has no place in a room yet
 * @param droppableAs as {@link Letter#droppableAs()}
 * @param json nobody changes these bytes; many outboxes hold them
 */
public record Numbered(long seq, Optional<String> droppableAs, byte[] json) {
    public static final long BEFORE_ENTERING = 0;

    public int size() {
        return json.length;
    }

    public boolean isDroppable() {
        return droppableAs.isPresent();
    }
}
