package dev.parley.signaling.room;

import dev.parley.api.interview.Silence;
import dev.parley.api.meeting.LinkQuality;
import dev.parley.api.transcript.SegmentId;
import dev.parley.signaling.frame.ClientFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Stores nothing, and remembers who is gone. */
final class NothingAfter implements Aftermath {
    final List<Attendee> gone = new ArrayList<>();

    @Override
    public void gone(Attendee who, String reason) {
        gone.add(who);
    }

    @Override
    public void isPoorlyConnected(Attendee who, LinkQuality link) {}

    @Override
    public void hostIsLate(Attendee waiting) {}

    @Override
    public void staysSilent(Attendee lead, SegmentId after, Silence rung) {}

    @Override
    public void cutOff(Attendee lead, SegmentId words, int characters) {}

    @Override
    public void keepsFloor(Attendee lead, Instant begun, int part, String lines) {}

    @Override
    public void brokeOff(Attendee who, ClientFrame.Segment words) {}
}
