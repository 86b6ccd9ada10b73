package dev.parley.api.transcript;

import dev.parley.api.Refusal;

/** Why a transcript says no. */
public enum TranscriptRefusal implements Refusal {
    SEGMENT_UNKNOWN(Kind.UNKNOWN, "There is no such segment in this transcript."),
    SEGMENT_REDACTED(Kind.CONFLICT, "These words were taken out of the transcript."),
    SPEAKER_NOT_IN_MEETING(Kind.FORBIDDEN, "This person has not been in the meeting."),
    NOT_YOUR_WORDS(Kind.FORBIDDEN, "Nobody speaks for somebody else.");

    private final Kind kind;
    private final String text;

    TranscriptRefusal(Kind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String text() {
        return text;
    }
}
