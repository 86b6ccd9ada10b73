package dev.parley.saga.interview;

import dev.parley.api.meeting.Invitee.Role;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingEvent.HandLowered;
import dev.parley.api.meeting.MeetingEvent.HandRaised;
import dev.parley.api.meeting.MeetingEvent.ParticipantJoined;
import dev.parley.api.meeting.MeetingEvent.ParticipantLeft;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.transcript.SegmentId;
import dev.parley.api.transcript.TranscriptEvent;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import dev.parley.saga.History.Fact;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whose turn it is where several people are: who asks for the floor, whom the interviewer gave it, and who spoke last. Pure. */
final class Floor {
    private final Map<ParticipantId, Participant> present = new HashMap<>();
    private final Set<ParticipantId> asking = new LinkedHashSet<>();
    private final Map<ParticipantId, Instant> spoke = new HashMap<>();
    private Optional<SegmentId> lastWords = Optional.empty();
    private Instant lastWordsAt = Instant.MIN;
    private Optional<Given> given = Optional.empty();

    private record Given(ParticipantId to, SegmentId with, Instant at) {}

    static Floor of(List<Fact<MeetingEvent>> meeting, List<Fact<TranscriptEvent>> transcript) {
        var floor = new Floor();
        meeting.forEach(fact -> floor.on(fact.event()));
        transcript.forEach(fact -> floor.heard(fact.event(), fact.at()));
        return floor;
    }

    private void on(MeetingEvent event) {
        if (event instanceof ParticipantJoined joined)
            present.put(joined.participant().participantId(), joined.participant());
        if (event instanceof ParticipantLeft left) left(left.participantId());
        if (event instanceof HandRaised raised) asking.add(raised.participantId());
        if (event instanceof HandLowered lowered) asking.remove(lowered.participantId());
    }

    private void left(ParticipantId who) {
        present.remove(who);
        asking.remove(who);
    }

    private void heard(TranscriptEvent event, Instant at) {
        if (!(event instanceof SegmentRecorded words) || words.speakerRole() == Role.INTERVIEWER) return;
        spoke.put(words.speaker(), at);
        lastWords = Optional.of(words.segmentId());
        lastWordsAt = at;
    }

    void yielded(ParticipantId to, SegmentId with, Instant at) {
        given = Optional.of(new Given(to, with, at));
    }

    void taken() {
        given = Optional.empty();
    }

    /** Who gets it next: a host before everybody else, otherwise who asked first. */
    Optional<Participant> next() {
        var waiting = asking.stream()
                .filter(who -> given.isEmpty() || !given.get().to().equals(who))
                .map(present::get)
                .filter(who -> who != null)
                .toList();
        return waiting.stream().min(Comparator.comparing(who -> who.role() != Role.HOST));
    }

    /** Somebody was asked to speak, and has not. */
    boolean isAwaited() {
        return given.filter(floor -> present.containsKey(floor.to()) && !hasSpoken(floor))
                .isPresent();
    }

    /** Somebody was asked to speak, and has. */
    boolean isUsed() {
        return given.filter(this::hasSpoken).isPresent();
    }

    boolean isUnused(Optional<SegmentId> givenWith) {
        return given.filter(floor -> Optional.of(floor.with()).equals(givenWith) && !hasSpoken(floor))
                .isPresent();
    }

    /** More than one person hears the interviewer, so it must say whom it means. */
    boolean isShared() {
        return present.values().stream()
                        .filter(who -> who.role() != Role.INTERVIEWER)
                        .count()
                > 1;
    }

    Optional<SegmentId> lastWords() {
        return lastWords;
    }

    Instant lastWordsAt() {
        return lastWordsAt;
    }

    private boolean hasSpoken(Given floor) {
        return spoke.getOrDefault(floor.to(), Instant.MIN).isAfter(floor.at());
    }
}
