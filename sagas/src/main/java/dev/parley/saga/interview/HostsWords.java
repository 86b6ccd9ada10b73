package dev.parley.saga.interview;

import dev.parley.api.meeting.Invitee;
import dev.parley.api.questionset.Question;
import dev.parley.api.transcript.TranscriptEvent;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import dev.parley.saga.History.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What hosts said, to tell which of our questions they have put themselves. Pure. */
final class HostsWords {
    private static final double MOST_OF_IT = 0.6;
    private static final int STEM = 5;

    private final List<Put> said = new ArrayList<>();

    private record Put(String words, Instant at) {}

    /** @param at when the host put it */
    record PutQuestion(Question question, Instant at) {}

    static HostsWords of(List<Fact<TranscriptEvent>> transcript) {
        var hosts = new HostsWords();
        for (var fact : transcript)
            if (fact.event() instanceof SegmentRecorded segment && segment.speakerRole() == Invitee.Role.HOST)
                hosts.said.add(new Put(segment.text(), fact.at()));
        return hosts;
    }

    /** The question that the newest words of a host are about: most of its telling words were said. */
    Optional<PutQuestion> lastQuestion(List<Question> open) {
        if (said.isEmpty()) return Optional.empty();
        var last = said.getLast();
        var words = stems(last.words());
        return open.stream()
                .filter(question -> share(stems(question.text()), words) >= MOST_OF_IT)
                .findFirst()
                .map(question -> new PutQuestion(question, last.at()));
    }

    private static double share(Set<String> wanted, Set<String> found) {
        return wanted.isEmpty() ? 0 : wanted.stream().filter(found::contains).count() / (double) wanted.size();
    }

    private static Set<String> stems(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(word -> word.length() >= STEM - 1)
                .map(word -> word.substring(0, Math.min(STEM, word.length())))
                .collect(Collectors.toSet());
    }
}
