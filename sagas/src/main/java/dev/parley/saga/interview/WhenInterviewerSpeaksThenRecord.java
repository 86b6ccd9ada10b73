package dev.parley.saga.interview;

import dev.parley.api.Actor;
import dev.parley.api.Envelope;
import dev.parley.api.TenantId;
import dev.parley.api.interview.InterviewEvent.FloorYielded;
import dev.parley.api.interview.InterviewEvent.MomentAsked;
import dev.parley.api.interview.InterviewEvent.QuestionAsked;
import dev.parley.api.interview.InterviewEvent.TurnTaken;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.transcript.SegmentId;
import dev.parley.api.transcript.Source;
import dev.parley.api.transcript.TranscriptCommand.RecordSegment;
import dev.parley.saga.Commands;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MetaDataValue;

/** What the interviewer says stands in the transcript beside what the lead says, under the same id wherever it is shown. */
@ProcessingGroup("saga.interview")
public final class WhenInterviewerSpeaksThenRecord {
    private final Commands commands;
    private final Clock clock;

    public WhenInterviewerSpeaksThenRecord(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @EventHandler
    void on(
            QuestionAsked asked,
            @Timestamp Instant saidAt,
            @MetaDataValue(value = Envelope.TENANT_ID, required = true) String tenant) {
        record(asked.meetingId(), asked.segmentId(), asked.text(), saidAt, tenant);
    }

    @EventHandler
    void on(
            TurnTaken turn,
            @Timestamp Instant saidAt,
            @MetaDataValue(value = Envelope.TENANT_ID, required = true) String tenant) {
        record(turn.meetingId(), turn.segmentId(), turn.text(), saidAt, tenant);
    }

    @EventHandler
    void on(
            FloorYielded yielded,
            @Timestamp Instant saidAt,
            @MetaDataValue(value = Envelope.TENANT_ID, required = true) String tenant) {
        record(yielded.meetingId(), yielded.segmentId(), yielded.text(), saidAt, tenant);
    }

    @EventHandler
    void on(
            MomentAsked moment,
            @Timestamp Instant saidAt,
            @MetaDataValue(value = Envelope.TENANT_ID, required = true) String tenant) {
        record(moment.meetingId(), moment.segmentId(), moment.text(), saidAt, tenant);
    }

    private void record(MeetingId meeting, SegmentId segment, String text, Instant saidAt, String tenant) {
        commands.send(new RecordSegment(
                meeting,
                Actor.interviewer(TenantId.of(tenant)),
                clock.instant(),
                segment,
                ParticipantId.interviewerOf(meeting),
                text,
                saidAt,
                saidAt,
                Source.INTERVIEWER));
    }
}
