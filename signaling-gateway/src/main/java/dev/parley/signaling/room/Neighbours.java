package dev.parley.signaling.room;

import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.backplane.Backplane.KnockOver;
import dev.parley.signaling.backplane.Backplane.Knocked;
import dev.parley.signaling.backplane.Backplane.Notice;
import dev.parley.signaling.backplane.Backplane.SeatHeld;
import dev.parley.signaling.backplane.Backplane.SeatTaken;
import dev.parley.signaling.backplane.Backplane.WhoHas;
import dev.parley.signaling.backplane.Backplane.WhoWaits;
import java.util.List;
import java.util.UUID;

/** The same meeting's rooms on other nodes: what they tell changes this one, and what they ask it answers. Guarded by the room's lock. */
final class Neighbours {
    private final Chair chair;
    private final Seats seats;
    private final Antechamber antechamber;
    private final Ghosts ghosts;

    Neighbours(Chair chair, Seats seats, Antechamber antechamber, Ghosts ghosts) {
        this.chair = chair;
        this.seats = seats;
        this.antechamber = antechamber;
        this.ghosts = ghosts;
    }

    /** @param here this node, in whose name it answers */
    List<Notice> answer(Notice notice, UUID here) {
        return switch (notice) {
            case SeatTaken taken -> {
                replaced(taken.participantId());
                yield List.of();
            }
            case WhoHas asked ->
                seats.of(asked.participantId()) == null
                        ? List.of()
                        : List.of(new SeatHeld(here, asked.meetingId(), asked.participantId()));
            case SeatHeld held -> {
                ghosts.isNone(held.participantId());
                yield List.of();
            }
            case Knocked knocked -> {
                seats.deliver(chair.knockedElsewhere(knocked.knock()));
                yield List.of();
            }
            case KnockOver over -> {
                seats.deliver(chair.knockIsOver(over.participantId()));
                yield List.of();
            }
            case WhoWaits asked ->
                antechamber.waiting().stream()
                        .<Notice>map(waiter -> new Knocked(here, asked.meetingId(), waiter.knock()))
                        .toList();
        };
    }

    private void replaced(ParticipantId who) {
        ghosts.isNone(who);
        seats.deliver(antechamber.replacedElsewhere(who));
        seats.replacedElsewhere(who);
    }
}
