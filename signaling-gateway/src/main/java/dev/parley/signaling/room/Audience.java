package dev.parley.signaling.room;

import dev.parley.api.transcript.SegmentId;
import dev.parley.signaling.frame.ClientFrame.Said;
import dev.parley.signaling.frame.ServerFrame.Speech;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far people have heard what the interviewer said lately, as their browsers tell. Pure. */
final class Audience {
    /** Browsers keep what is said next until they have said what came before. */
    private static final int REMEMBERED = 4;

    private final Map<SegmentId, Hearing> lately = new LinkedHashMap<>();

    /** What the lead has not heard of it is not said. */
    record CutOff(Attendee lead, SegmentId words, int characters) {}

    /** What is known of one speech. */
    private static final class Hearing {
        private Optional<CutOff> lead = Optional.empty();
        private Optional<Integer> least = Optional.empty();
        private boolean isToldToTheEnd;
        private boolean goesOn = true;
        private boolean isNoted;

        void beginsAgain() {
            lead = Optional.empty();
            least = Optional.empty();
            isToldToTheEnd = false;
        }

        void tells(Attendee who, Said said) {
            switch (said.outcome()) {
                case CUT -> least = Optional.of(Math.min(said.characters(), least.orElse(Integer.MAX_VALUE)));
                case FINISHED -> isToldToTheEnd = true;
                case FAILED -> {} // Whoever reads it has it all.
            }
            if (who.isLead())
                lead = said.outcome() == Said.Outcome.CUT
                        ? Optional.of(new CutOff(who, said.segmentId(), said.characters()))
                        : Optional.empty();
        }

        /** Once. */
        Optional<CutOff> toBeNoted() {
            if (goesOn || isNoted) return Optional.empty();
            isNoted = lead.isPresent();
            return lead;
        }
    }

    void begins(Speech speech) {
        lately.computeIfAbsent(speech.segmentId(), _ -> new Hearing()).beginsAgain();
        if (lately.size() > REMEMBERED) lately.remove(lately.keySet().iterator().next());
    }

    Optional<SegmentId> newest() {
        return lately.keySet().stream().reduce((_, later) -> later);
    }

    /** @return what the lead will not hear any more, if that is certain by now */
    Optional<CutOff> tells(Attendee who, Said said) {
        var hearing = lately.get(said.segmentId());
        if (hearing == null) return Optional.empty();
        hearing.tells(who, said);
        return hearing.toBeNoted();
    }

    /** It is not gone on with: whoever has been cut off in it has heard all they will. */
    Optional<CutOff> isOver(SegmentId words) {
        var hearing = lately.get(words);
        if (hearing == null) return Optional.empty();
        hearing.goesOn = false;
        return hearing.toBeNoted();
    }

    /** Nor with what was to come after it. */
    List<CutOff> isOver() {
        return List.copyOf(lately.keySet()).stream()
                .flatMap(words -> isOver(words).stream())
                .toList();
    }

    /** @return where to go on for those who have heard least; nothing if everybody has heard it all */
    Optional<Integer> restOf(SegmentId words) {
        return Optional.ofNullable(lately.get(words))
                .flatMap(hearing -> hearing.least.or(() -> hearing.isToldToTheEnd ? Optional.empty() : Optional.of(0)));
    }
}
