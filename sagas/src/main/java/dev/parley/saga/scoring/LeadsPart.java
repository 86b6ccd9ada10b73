package dev.parley.saga.scoring;

import dev.parley.api.lead.Participation;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.transcript.SegmentId;
import dev.parley.api.transcript.TranscriptEvent;
import dev.parley.api.transcript.TranscriptEvent.SegmentCorrected;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import dev.parley.api.transcript.TranscriptEvent.SegmentRedacted;
import dev.parley.api.transcript.TranscriptEvent.TranscriptGapRecorded;
import dev.parley.saga.History.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much the lead talked and asked. Segments in a row are one turn; the fullest ones are the evidence. */
final class LeadsPart {
    private static final int EVIDENCE = 5;
    private static final int LONGEST_QUOTE = 300;

    private LeadsPart() {}

    static Participation in(List<Fact<TranscriptEvent>> transcript) {
        var said = new LinkedHashMap<SegmentId, String>();
        var turns = 0;
        var leadHadTheFloor = false;
        for (var fact : transcript) {
            switch (fact.event()) {
                case SegmentRecorded segment -> {
                    var isLead = segment.speakerRole() == Invitee.Role.LEAD;
                    if (isLead && !leadHadTheFloor) turns++;
                    if (isLead) said.put(segment.segmentId(), segment.text());
                    leadHadTheFloor = isLead;
                }
                case SegmentCorrected corrected ->
                    said.computeIfPresent(corrected.segmentId(), (_, _) -> corrected.text());
                case SegmentRedacted taken -> said.remove(taken.segmentId());
                case TranscriptGapRecorded _ -> {}
            }
        }
        return participation(turns, said);
    }

    private static Participation participation(int turns, Map<SegmentId, String> said) {
        var words = said.values().stream().mapToInt(LeadsPart::words).sum();
        var questions = said.values().stream().mapToInt(LeadsPart::questions).sum();
        var fullest = new ArrayList<>(said.entrySet());
        fullest.sort(Map.Entry.comparingByValue(
                Comparator.comparingInt(LeadsPart::words).reversed()));
        var evidence = fullest.stream().limit(EVIDENCE).map(Map.Entry::getKey).toList();
        var quote = fullest.isEmpty() ? "" : clip(fullest.getFirst().getValue());
        return new Participation(turns, words, questions, evidence, quote);
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    private static int questions(String text) {
        return (int) text.chars().filter(c -> c == '?').count();
    }

    private static String clip(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE);
    }
}
