package dev.parley.saga.interview;

import dev.parley.api.Actor;
import dev.parley.api.Envelope;
import dev.parley.api.TenantId;
import dev.parley.api.interview.InterviewEvent.SpeechCutOff;
import dev.parley.api.interview.InterviewEvent.Spoken;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.transcript.Source;
import dev.parley.api.transcript.TranscriptCommand.CorrectSegment;
import dev.parley.api.transcript.TranscriptCommand.RecordSegment;
import dev.parley.saga.Commands;
import dev.parley.saga.History;
import dev.parley.saga.History.Fact;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MetaDataValue;

/** What the interviewer says stands in the transcript beside what the lead says, under the same id wherever it is shown. */
@ProcessingGroup("saga.interview")
public final class WhenInterviewerSpeaksThenRecord {
    private final History history;
    private final Commands commands;
    private final Clock clock;

    public WhenInterviewerSpeaksThenRecord(History history, Commands commands, Clock clock) {
        this.history = history;
        this.commands = commands;
        this.clock = clock;
    }

    @EventHandler
    void on(
            Spoken said,
            @Timestamp Instant saidAt,
            @MetaDataValue(value = Envelope.TENANT_ID, required = true) String tenant) {
        commands.send(new RecordSegment(
                said.meetingId(),
                Actor.interviewer(TenantId.of(tenant)),
                clock.instant(),
                said.segmentId(),
                ParticipantId.interviewerOf(said.meetingId()),
                said.text(),
                saidAt,
                saidAt,
                Source.INTERVIEWER));
    }

    /** What nobody heard does not stand there. */
    @EventHandler
    void on(SpeechCutOff cut, @MetaDataValue(value = Envelope.TENANT_ID, required = true) String tenant) {
        wordsOf(cut)
                .map(said -> heardOf(said, cut.characters()))
                .ifPresent(heard -> commands.send(new CorrectSegment(
                        cut.meetingId(),
                        Actor.interviewer(TenantId.of(tenant)),
                        clock.instant(),
                        cut.segmentId(),
                        heard,
                        "cut off")));
    }

    private Optional<String> wordsOf(SpeechCutOff cut) {
        return history.of(cut.interviewId(), Spoken.class).stream()
                .map(Fact::event)
                .filter(said -> said.segmentId().equals(cut.segmentId()))
                .map(Spoken::text)
                .findFirst();
    }

    private static String heardOf(String said, int characters) {
        return (said.substring(0, Math.min(characters, said.length())).strip() + " …").strip();
    }
}
