package dev.parley.signaling.room;

import dev.parley.api.interview.Silence;
import dev.parley.api.meeting.LinkQuality;
import dev.parley.api.transcript.SegmentId;
import dev.parley.signaling.frame.ClientFrame;
import java.time.Instant;

/** What a room hands on when somebody can no longer say it themselves. */
public interface Aftermath {

    /** Somebody is gone for good. */
    void gone(Attendee who, String reason);

    /** Somebody's connection is so poor that it matters to the meeting. */
    void isPoorlyConnected(Attendee who, LinkQuality link);

    /** Somebody who is invited waits for a host who has not come. */
    void hostIsLate(Attendee waiting);

    /** Nobody says anything to the interviewer, for so long after these words of it. */
    void staysSilent(Attendee lead, SegmentId after, Silence rung);

    /** People cut in on the interviewer, and of these words the lead has heard so many characters. */
    void cutOff(Attendee lead, SegmentId words, int characters);

    /**
     * The floor was decided by this, since the last time that something of it was kept.
     *
     * @param begun when the recording that this is a part of began
     * @param part of it, from 1
     */
    void keepsFloor(Attendee lead, Instant begun, int part, String lines);

    /** Somebody stopped in the middle: muted, or lost. What they said so far is what they said. */
    void brokeOff(Attendee who, ClientFrame.Segment words);
}
