package dev.parley.query.transcripts;

import static dev.parley.api.Samples.*;

import dev.parley.api.Samples;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.Participant;
import dev.parley.api.transcript.Source;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import dev.parley.api.transcript.TranscriptId;
import dev.parley.query.Told;
import dev.parley.query.Views;
import java.time.Duration;
import java.time.Instant;

/** People say things; the transcript's projections hear of it. */
final class Conversation {
    static final Participant parley =
            new Participant(parleyInTheRoom.participantId(), "Parley", Invitee.Role.INTERVIEWER);

    final Told told;
    private final MeetingId meeting;
    private Instant at = now;
    private int number;

    Conversation(Views views) {
        this(newTold(views), discoveryCall);
    }

    private Conversation(Told told, MeetingId meeting) {
        this.told = told;
        this.meeting = meeting;
    }

    private static Told newTold(Views views) {
        var told = new Told(views);
        return told.to(new TranscriptProjection(views.jdbc(), told), new TranscriptMeetingsProjection(views.jdbc()));
    }

    Conversation scheduled() {
        told.that(meeting, aDiscoveryCall().scheduled());
        return this;
    }

    Conversation started() {
        told.that(meeting, aDiscoveryCall().started());
        return this;
    }

    /** For three seconds, two seconds after what was said before. */
    Conversation says(Participant who, String text) {
        at = at.plusSeconds(5);
        return saysAt(at, Duration.ofSeconds(3), who, text);
    }

    Conversation saysAt(Instant when, Duration lasting, Participant who, String text) {
        told.that(TranscriptId.of(meeting), segment(++number, when, lasting, who, text));
        return this;
    }

    private SegmentRecorded segment(int number, Instant when, Duration lasting, Participant who, String text) {
        return new SegmentRecorded(
                meeting,
                demo,
                Samples.segment(number),
                who.participantId(),
                who.name(),
                who.role(),
                text,
                when,
                when.plus(lasting),
                Source.SPEECH);
    }
}
