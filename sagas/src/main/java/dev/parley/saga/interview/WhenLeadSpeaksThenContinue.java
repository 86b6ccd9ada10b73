package dev.parley.saga.interview;

import dev.parley.api.interview.InterviewEvent.FloorYielded;
import dev.parley.api.interview.InterviewEvent.InterviewResumed;
import dev.parley.api.meeting.MeetingEvent.ConsentGiven;
import dev.parley.api.meeting.MeetingEvent.HandRaised;
import dev.parley.api.meeting.MeetingEvent.MeetingScheduled;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.transcript.Phrase;
import dev.parley.api.transcript.Source;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import dev.parley.saga.Errands;
import dev.parley.saga.Errands.Errand;
import dev.parley.saga.Errands.Urgency;
import dev.parley.saga.History;
import dev.parley.saga.interview.Turn.Cause;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/** Gives the interviewer its turn: when the lead has agreed, has finished speaking, or a pause is over. */
@ProcessingGroup("saga.interview")
public final class WhenLeadSpeaksThenContinue {
    private final History history;
    private final Errands errands;
    private final InterviewSettings settings;
    private final Clock clock;

    public WhenLeadSpeaksThenContinue(History history, Errands errands, InterviewSettings settings, Clock clock) {
        this.history = history;
        this.errands = errands;
        this.settings = settings;
        this.clock = clock;
    }

    /** Each stretch of words asks for a turn; while more words come, only the turn after the last ones is taken. */
    @EventHandler
    void on(SegmentRecorded segment) {
        switch (segment.speakerRole()) {
            case LEAD -> after(Cause.LEAD_SPOKE, segment, pauseAfter(segment));
            case HOST, GUEST -> {
                after(Cause.OTHERS_SPOKE, segment, settings.pauseAfterOthers());
                after(Cause.NOBODY_WENT_ON, segment, settings.keepsOut());
            }
            case INTERVIEWER -> {}
        }
    }

    /** A host need not wait for the lead's answer; whether it is one is looked up when it is time to speak. */
    @EventHandler
    void on(HandRaised raised, EventMessage<?> message) {
        send(message.getIdentifier(), Turn.because(Cause.HAND_RAISED, raised.meetingId()), Duration.ZERO);
    }

    @EventHandler
    void on(FloorYielded yielded) {
        var turn = Turn.after(Cause.FLOOR_UNUSED, yielded.segmentId(), yielded.meetingId());
        send(yielded.segmentId().toString(), turn, settings.waitsForSpeaker());
    }

    private Duration pauseAfter(SegmentRecorded segment) {
        if (segment.source() == Source.TYPED) return Duration.ZERO;
        return pausesIn(segment.meetingId()).after(new Phrase(segment.text()));
    }

    private PauseSettings pausesIn(MeetingId meeting) {
        if (settings.pauseAfterSpeechFor().isEmpty()) return settings.pauseAfterSpeech();
        return history.of(meeting, MeetingScheduled.class).stream()
                .findFirst()
                .flatMap(scheduled -> Optional.ofNullable(
                        settings.pauseAfterSpeechFor().get(scheduled.event().meetingType())))
                .orElse(settings.pauseAfterSpeech());
    }

    private void after(Cause cause, SegmentRecorded words, Duration pause) {
        send(words.segmentId().toString(), Turn.after(cause, words.segmentId(), words.meetingId()), pause);
    }

    /** Whoever agreed: whether the lead did is looked up when it is time to speak. */
    @EventHandler
    void on(ConsentGiven consent) {
        send(consent.participantId().toString(), Turn.because(Cause.LEAD_AGREED, consent.meetingId()), Duration.ZERO);
    }

    @EventHandler
    void on(InterviewResumed resumed, EventMessage<?> message) {
        send(message.getIdentifier(), Turn.because(Cause.RESUMED, resumed.meetingId()), Duration.ZERO);
    }

    private void send(String occasion, Turn turn, Duration pause) {
        var key = turn.meetingId() + "|" + turn.cause() + "|" + occasion;
        errands.send(new Errand(ContinueInterview.KIND, key, clock.instant().plus(pause), turn, Urgency.PEOPLE_WAIT));
    }
}
