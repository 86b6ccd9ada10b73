package dev.parley.api.template;

import dev.parley.api.notification.Language;

/**
 * Which wording a letter was written with.
 *
 * @param version as the organisation published it, counted from 1; 0 is the shipped one
 */
public record WordedBy(Language language, int version) {
    public static WordedBy shipped(Language language) {
        return new WordedBy(language, 0);
    }
}
