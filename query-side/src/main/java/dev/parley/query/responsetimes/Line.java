package dev.parley.query.responsetimes;

import dev.parley.api.meeting.Invitee;
import dev.parley.api.transcript.SegmentId;
import dev.parley.api.transcript.Source;
import dev.parley.query.Cells;
import dev.parley.query.responsetimes.Spoken.ByInterviewer;
import dev.parley.query.responsetimes.Spoken.ByLead;
import dev.parley.query.responsetimes.Spoken.ByOthers;
import dev.parley.query.responsetimes.Spoken.Hushed;
import dev.parley.query.responsetimes.Spoken.Scheduled;
import java.time.Instant;
import java.util.Optional;

/** A fact as the log has it. */
record Line(long position, Spoken spoken) {
    static final String[] TYPES = {
        "meeting.MeetingScheduled",
        "transcript.SegmentRecorded",
        "interview.QuestionAsked",
        "interview.TurnTaken",
        "interview.FloorYielded",
        "interview.MomentAsked",
        "interview.InterviewPaused",
        "interview.InterviewHandedToHuman"
    };

    private record Said(
            Optional<SegmentId> segmentId,
            Optional<Invitee.Role> speakerRole,
            Optional<Source> source,
            Optional<Instant> endedAt) {}

    static Line of(Cells cells) {
        var spoken = spoken(cells.text("event_type"), cells.document("said", Said.class), cells.instant("recorded_at"));
        return new Line(cells.count("position"), spoken);
    }

    private static Spoken spoken(String type, Said said, Instant storedAt) {
        return switch (type) {
            case "meeting.MeetingScheduled" -> new Scheduled();
            case "transcript.SegmentRecorded" -> words(said, storedAt);
            case "interview.InterviewPaused", "interview.InterviewHandedToHuman" -> new Hushed();
            default ->
                new ByInterviewer(said.segmentId().orElseThrow(), storedAt, type.equals("interview.MomentAsked"));
        };
    }

    private static Spoken words(Said said, Instant storedAt) {
        if (said.speakerRole().orElseThrow() != Invitee.Role.LEAD) return new ByOthers();
        return new ByLead(
                said.segmentId().orElseThrow(),
                said.source().orElseThrow(),
                said.endedAt().orElseThrow(),
                storedAt);
    }
}
