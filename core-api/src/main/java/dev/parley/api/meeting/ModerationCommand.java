package dev.parley.api.meeting;

import dev.parley.api.Actor;
import dev.parley.api.Command;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything by which hosts keep order in a room, and people ask for the floor. Saying it twice changes nothing. */
public sealed interface ModerationCommand extends Command {
    MeetingId meetingId();

    /** A process of ours may say it too, if no host has come. */
    record AdmitParticipant(
            @TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at, ParticipantId participantId)
            implements ModerationCommand {}

    /** Of somebody who waits; for those who are in there is {@link RemoveParticipant}. */
    record DenyParticipant(
            @TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at, ParticipantId participantId)
            implements ModerationCommand {}

    /** @param ban whether they stay out for good; otherwise a host may let them in again */
    record RemoveParticipant(
            @TargetAggregateIdentifier MeetingId meetingId,
            Actor by,
            Instant at,
            ParticipantId participantId,
            boolean ban)
            implements ModerationCommand {}

    /** @param force not asking, but telling; each is a request of its own */
    record MuteParticipant(
            @TargetAggregateIdentifier MeetingId meetingId,
            Actor by,
            Instant at,
            ParticipantId participantId,
            boolean force)
            implements ModerationCommand {}

    record LockRoom(@TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at, boolean locked)
            implements ModerationCommand {}

    /** Everybody for themselves; the interviewer lowers the hand of whom it gives the floor. */
    record RaiseHand(
            @TargetAggregateIdentifier MeetingId meetingId,
            Actor by,
            Instant at,
            ParticipantId participantId,
            boolean raised)
            implements ModerationCommand {}
}
