package dev.parley.saga.analysis;

import dev.parley.api.Actor;
import dev.parley.api.Envelope;
import dev.parley.api.Refused;
import dev.parley.api.TenantId;
import dev.parley.api.analysis.AnalysisCommand.NoteReading;
import dev.parley.api.analysis.AnalysisEvent;
import dev.parley.api.analysis.AnalysisEvent.SegmentAnalysed;
import dev.parley.api.analysis.AnalysisId;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.transcript.SegmentId;
import dev.parley.api.transcript.TranscriptEvent.SegmentCorrected;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import dev.parley.api.transcript.TranscriptEvent.SegmentRedacted;
import dev.parley.saga.Commands;
import dev.parley.saga.History;
import java.time.Clock;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the lead says is read as soon as it is recorded, and again when it is corrected or taken out. The interview does not wait for it. */
@ProcessingGroup("saga.analysis")
public final class WhenLeadSpeaksThenAnalyse {
    private static final Logger log = LoggerFactory.getLogger(WhenLeadSpeaksThenAnalyse.class);

    private final History history;
    private final Commands commands;
    private final Analyst analyst;
    private final Clock clock;

    public WhenLeadSpeaksThenAnalyse(History history, Commands commands, Analyst analyst, Clock clock) {
        this.history = history;
        this.commands = commands;
        this.analyst = analyst;
        this.clock = clock;
    }

    @EventHandler
    void on(SegmentRecorded segment) {
        if (segment.speakerRole() == Invitee.Role.LEAD)
            note(segment.meetingId(), segment.tenant(), segment.segmentId(), segment.text());
    }

    /** Whose words they are is known from the first reading: only the lead's were read. */
    @EventHandler
    void on(SegmentCorrected corrected, @MetaDataValue(value = Envelope.TENANT_ID, required = true) String tenant) {
        if (wasRead(corrected.meetingId(), corrected.segmentId()))
            note(corrected.meetingId(), TenantId.of(tenant), corrected.segmentId(), corrected.text());
    }

    /** What was read out of words that are gone goes too. */
    @EventHandler
    void on(SegmentRedacted taken, @MetaDataValue(value = Envelope.TENANT_ID, required = true) String tenant) {
        if (wasRead(taken.meetingId(), taken.segmentId()))
            note(taken.meetingId(), TenantId.of(tenant), taken.segmentId(), "");
    }

    private boolean wasRead(MeetingId meeting, SegmentId segment) {
        return history.of(AnalysisId.of(meeting), AnalysisEvent.class).stream()
                .anyMatch(fact -> fact.event() instanceof SegmentAnalysed analysed
                        && analysed.segmentId().equals(segment));
    }

    private void note(MeetingId meeting, TenantId tenant, SegmentId segment, String text) {
        try {
            var reading = analyst.read(text);
            commands.send(new NoteReading(
                    AnalysisId.of(meeting),
                    meeting,
                    Actor.interviewer(tenant),
                    clock.instant(),
                    segment,
                    text,
                    reading));
        } catch (Refused unfit) {
            log.warn("what was read out of segment {} is not borne out by its words: {}", segment, unfit.refusal());
        }
    }
}
