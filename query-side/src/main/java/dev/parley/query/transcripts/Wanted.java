package dev.parley.query.transcripts;

import static dev.parley.api.ShapeRefusal.MISSING;
import static dev.parley.api.ShapeRefusal.TOO_LONG;

import dev.parley.api.Refused;
import dev.parley.api.lead.LeadId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody looks for.
 *
 * @param words in people's own way of asking: {@code "exact phrase"}, {@code or}, {@code -without}; anything else is just words
 * @param speaker a participant's id, or a name that may be a little wrong
 */
record Wanted(
        String words,
        Optional<LeadId> lead,
        Optional<String> speaker,
        Optional<Instant> from,
        Optional<Instant> to,
        int limit) {
    /** Also keeps every word below the 2,046 bytes that PostgreSQL allows. */
    private static final int LONGEST = 500;

    Wanted {
        words = harmless(words);
        if (words.isBlank()) throw new Refused(MISSING, "q");
        if (words.length() > LONGEST) throw new Refused(TOO_LONG, "q");
    }

    Optional<UUID> speakerId() {
        return speaker.flatMap(Wanted::id);
    }

    Optional<String> speakerName() {
        return speaker.filter(text -> id(text).isEmpty());
    }

    /** Nobody means a control character or half of a surrogate pair, and PostgreSQL refuses some of them. */
    private static String harmless(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static Optional<UUID> id(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
