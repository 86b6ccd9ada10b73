package dev.parley.saga.interview;

import dev.parley.api.meeting.Invitee;
import dev.parley.api.transcript.SegmentId;
import dev.parley.api.transcript.TranscriptEvent;
import dev.parley.api.transcript.TranscriptEvent.SegmentCorrected;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import dev.parley.api.transcript.TranscriptEvent.SegmentRedacted;
import dev.parley.api.transcript.TranscriptEvent.TranscriptGapRecorded;
import dev.parley.saga.History.Fact;
import dev.parley.saga.interview.Interviewer.Said;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the lead said, in the order and at the time it was recorded, as corrected since. */
final class LeadsWords {
    private final Map<SegmentId, Heard> heard = new LinkedHashMap<>();

    private record Heard(Said said, Instant at) {}

    static LeadsWords of(List<Fact<TranscriptEvent>> transcript) {
        var words = new LeadsWords();
        transcript.forEach(fact -> words.on(fact.event(), fact.at()));
        return words;
    }

    private void on(TranscriptEvent event, Instant at) {
        switch (event) {
            case SegmentRecorded segment -> {
                if (segment.speakerRole() == Invitee.Role.LEAD)
                    heard.put(segment.segmentId(), new Heard(new Said(segment.segmentId(), segment.text()), at));
            }
            case SegmentCorrected corrected ->
                heard.computeIfPresent(
                        corrected.segmentId(), (id, before) -> new Heard(new Said(id, corrected.text()), before.at()));
            case SegmentRedacted taken -> heard.remove(taken.segmentId());
            case TranscriptGapRecorded _ -> {}
        }
    }

    List<Said> since(Instant then) {
        return heard.values().stream()
                .filter(words -> words.at().isAfter(then))
                .map(Heard::said)
                .toList();
    }
}
