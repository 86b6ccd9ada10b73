package dev.parley.signaling;

import static dev.parley.api.Samples.segment;

/** What a client that listens sends: words that are still being said, or said. */
final class SpokenWords {
    private SpokenWords() {}

    static String words(String text, boolean isFinal) {
        return "{\"segmentId\":\"%s\",\"revision\":%d,\"final\":%s,\"text\":\"%s\",\"source\":\"speech\"}"
                .formatted(segment(1), isFinal ? 9 : 1, isFinal, text);
    }
}
