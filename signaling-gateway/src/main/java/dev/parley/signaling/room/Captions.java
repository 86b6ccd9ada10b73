package dev.parley.signaling.room;

import static dev.parley.api.meeting.MeetingRefusal.NO_CONSENT;

import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.transcript.SegmentId;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import dev.parley.signaling.frame.ClientFrame.Segment;
import dev.parley.signaling.frame.Letter;
import dev.parley.signaling.frame.ServerFrame;
import java.util.List;
import java.util.Optional;

/** What people are shown of each other's words: as they change, and finally once. Pure. */
final class Captions {
    private final Members members;
    private final Proceedings proceedings;
    /** Revisions of final words, so that what arrives late changes nothing. */
    private final Recent<SegmentId, Integer> finished = new Recent<>(256);

    private final Recent<SegmentId, Boolean> shown = new Recent<>(256);

    Captions(Members members, Proceedings proceedings) {
        this.members = members;
        this.proceedings = proceedings;
    }

    List<Delivery> said(Member member, long id, Segment words) {
        return words.isFinal() ? finish(member, words) : caption(member, id, words);
    }

    List<Delivery> recorded(SegmentRecorded e) {
        if (shown.find(e.segmentId()).isPresent()) return List.of();
        var revision = finished.find(e.segmentId()).orElse(1);
        finished.note(e.segmentId(), revision);
        var caption = new ServerFrame.Caption(
                e.segmentId(), e.speaker(), e.speakerName(), e.speakerRole(), e.text(), true, revision);
        return members.others(e.speaker(), Letter.of(caption));
    }

    /** Everybody has seen these words already, so storing them needs no caption. */
    void isShownAlready(SegmentId words) {
        shown.note(words, true);
    }

    /** What this person is just saying. */
    Optional<Segment> unfinished(ParticipantId who) {
        return members.find(who).flatMap(Member::unfinished);
    }

    /** Takes what this person was just saying as all that they said. */
    Optional<Segment> breakOff(ParticipantId who) {
        var words = unfinished(who);
        words.ifPresent(said -> members.find(who).ifPresent(member -> finish(member, said)));
        return words;
    }

    /** The domain decides about final words; here they only end what was being said. */
    private List<Delivery> finish(Member member, Segment words) {
        members.put(member.saying(Optional.empty()));
        finished.note(words.segmentId(), words.revision());
        return List.of();
    }

    private List<Delivery> caption(Member member, long id, Segment words) {
        if (!proceedings.hasConsented(member.id())) return Members.refuse(member, id, NO_CONSENT);
        if (finished.find(words.segmentId()).isPresent()) return List.of();
        members.put(member.saying(Optional.of(words)));
        var who = member.participant();
        var caption = new ServerFrame.Caption(
                words.segmentId(), member.id(), who.name(), who.role(), words.text(), false, words.revision());
        return members.others(member.id(), Letter.of(caption));
    }
}
