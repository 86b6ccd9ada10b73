package dev.parley.command.transcript;

import dev.parley.api.Ids;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.transcript.SegmentId;
import dev.parley.api.transcript.TranscriptEvent;
import dev.parley.api.transcript.TranscriptEvent.SegmentCorrected;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import dev.parley.api.transcript.TranscriptEvent.SegmentRedacted;
import dev.parley.api.transcript.TranscriptEvent.TranscriptGapRecorded;
import dev.parley.api.transcript.TranscriptId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What must be known of a transcript to add to it: which segments there are, whose, and a digest of their words. */
class Transcript {

    private record Words(ParticipantId speaker, UUID digest) {}

    private final TranscriptId transcriptId;
    private final Map<SegmentId, Words> segments = new HashMap<>();
    private final Map<SegmentId, ParticipantId> gaps = new HashMap<>();
    private final Set<SegmentId> redacted = new HashSet<>();
    private long version = -1;

    Transcript(TranscriptId transcriptId) {
        this.transcriptId = transcriptId;
    }

    TranscriptId transcriptId() {
        return transcriptId;
    }

    /** The sequence number of the last event; −1 while there is none. */
    long version() {
        return version;
    }

    boolean has(SegmentId segment) {
        return owner(segment).isPresent();
    }

    /** Whose words stand under this id, or whose gap does. */
    private Optional<ParticipantId> owner(SegmentId id) {
        return speakerOf(id).or(() -> Optional.ofNullable(gaps.get(id)));
    }

    boolean isBy(ParticipantId speaker, SegmentId segment) {
        return owner(segment).filter(speaker::equals).isPresent();
    }

    Optional<ParticipantId> speakerOf(SegmentId segment) {
        return Optional.ofNullable(segments.get(segment)).map(Words::speaker);
    }

    boolean isRedacted(SegmentId segment) {
        return redacted.contains(segment);
    }

    boolean reads(SegmentId segment, String text) {
        return Optional.ofNullable(segments.get(segment))
                .filter(words -> words.digest().equals(digest(text)))
                .isPresent();
    }

    void on(TranscriptEvent event, long sequence) {
        version = sequence;
        switch (event) {
            case SegmentRecorded recorded ->
                segments.put(recorded.segmentId(), new Words(recorded.speaker(), digest(recorded.text())));
            case SegmentCorrected corrected ->
                segments.computeIfPresent(
                        corrected.segmentId(), (_, words) -> new Words(words.speaker(), digest(corrected.text())));
            case SegmentRedacted taken -> redacted.add(taken.segmentId());
            case TranscriptGapRecorded gap -> gaps.put(gap.gapId(), gap.speaker());
        }
    }

    private static UUID digest(String text) {
        return Ids.named("words", text);
    }
}
