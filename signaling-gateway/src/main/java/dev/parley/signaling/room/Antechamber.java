package dev.parley.signaling.room;

import static dev.parley.signaling.frame.SignalRefusal.ROOM_FULL;

import dev.parley.api.Refusal;
import dev.parley.api.Refused;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingRefusal;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.frame.CloseReason;
import dev.parley.signaling.frame.FrameCodec;
import dev.parley.signaling.frame.Letter;
import dev.parley.signaling.frame.Numbered;
import dev.parley.signaling.frame.ServerFrame;
import dev.parley.signaling.frame.ServerFrame.WaitingFor;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The connections of those who wait. The meeting alone decides who may come in; whatever might make it decide otherwise has
 * them ask again. Guarded by its room's lock.
 */
final class Antechamber {
    private final Room room;
    private final RoomSettings settings;
    private final FrameCodec codec;
    private final Timers timers;
    private final Aftermath aftermath;
    private final Consumer<Runnable> step;
    private final Map<ParticipantId, Waiter> waiters = new LinkedHashMap<>();
    private final Set<ParticipantId> asking = new HashSet<>();
    private final Absences patience;
    private long news;

    /** @param step does something under the room's lock */
    Antechamber(
            Room room,
            RoomSettings settings,
            FrameCodec codec,
            Timers timers,
            Aftermath aftermath,
            Consumer<Runnable> step) {
        this.room = room;
        this.settings = settings;
        this.codec = codec;
        this.timers = timers;
        this.aftermath = aftermath;
        this.step = step;
        this.patience = new Absences(timers);
    }

    boolean isEmpty() {
        return waiters.isEmpty();
    }

    /** Rises with everything that might let somebody in, so that nobody misses it while asking. */
    long news() {
        return news;
    }

    List<Waiter> waiting() {
        return List.copyOf(waiters.values());
    }

    /** @param heard the news when this person asked the meeting */
    List<Delivery> receive(Waiter newcomer, long heard) {
        var older = waiters.get(newcomer.participantId());
        if (older == null && waiters.size() >= settings.waiting()) throw new Refused(ROOM_FULL);
        var waiter = older == null ? newcomer : newcomer.since(older.since());
        waiters.put(waiter.participantId(), waiter);
        if (older != null && older.wire() != newcomer.wire()) close(older, CloseReason.REPLACED, "REPLACED");
        asking.remove(waiter.participantId());
        if (older == null || older.wire() != waiter.wire() || older.what() != waiter.what())
            explain(waiter, newcomer.since());
        if (heard != news) askAgain(waiter);
        return room.chair().knocked(waiter.knock());
    }

    private void explain(Waiter waiter, Instant now) {
        var atTheLatest = waiter.what() == WaitingFor.HOST_ADMITS
                ? Optional.of(waiter.page().start().plus(settings.hostLateAfter()))
                : Optional.<Instant>empty();
        tell(waiter, new ServerFrame.Waiting(waiter.what(), waiter.since(), atTheLatest));
        patience.end(waiter.participantId());
        atTheLatest.ifPresent(late -> bePatient(waiter, Duration.between(now, late)));
    }

    /** The host is late: those who are invited need not wait for ever. */
    private void bePatient(Waiter waiter, Duration until) {
        var atLeast = until.isNegative() ? Duration.ZERO : until;
        patience.begin(waiter.participantId(), atLeast, () -> step.accept(() -> hostIsLate(waiter.participantId())));
    }

    /** Asked again and again, for a host who is here now may leave without deciding. */
    private void hostIsLate(ParticipantId who) {
        var waiter = waiters.get(who);
        if (waiter == null || waiter.what() != WaitingFor.HOST_ADMITS) return;
        if (!room.chair().isTaken()) aftermath.hostIsLate(waiter.who());
        patience.end(who);
        bePatient(waiter, settings.hostLateAfter());
    }

    List<Delivery> on(MeetingEvent event) {
        news++;
        return switch (event) {
            case MeetingEvent.ParticipantAdmitted e ->
                askAgain(waiter -> waiter.participantId().equals(e.participantId()));
            case MeetingEvent.InviteeRemoved e ->
                askAgain(waiter -> waiter.participantId().equals(e.participantId()));
            case MeetingEvent.ParticipantDenied e -> sendAway(e.participantId(), MeetingRefusal.DENIED);
            case MeetingEvent.ParticipantRemoved e
            when e.banned() -> sendAway(e.participantId(), MeetingRefusal.REMOVED);
            case MeetingEvent.RoomUnlocked _, MeetingEvent.LobbyOpened _, MeetingEvent.MeetingStarted _ ->
                askAgain(_ -> true);
            default -> List.of();
        };
    }

    private List<Delivery> askAgain(Predicate<Waiter> whose) {
        waiting().stream().filter(whose).forEach(this::askAgain);
        return List.of();
    }

    /** Not within this step: the answer comes as one of its own. */
    private void askAgain(Waiter waiter) {
        if (asking.add(waiter.participantId())) timers.after(Duration.ZERO, waiter.tryAgain());
    }

    /** Has come in, on this connection or on another one. */
    List<Delivery> cameIn(ParticipantId who, Wire by) {
        var waiter = waiters.get(who);
        if (waiter != null && waiter.wire() != by) close(waiter, CloseReason.REPLACED, "REPLACED");
        return forget(who);
    }

    boolean has(ParticipantId who, Wire by) {
        var waiter = waiters.get(who);
        return waiter != null && waiter.wire() == by;
    }

    List<Delivery> gaveUp(ParticipantId who) {
        return forget(who);
    }

    List<Delivery> replacedElsewhere(ParticipantId who) {
        var waiter = waiters.get(who);
        if (waiter != null) close(waiter, CloseReason.REPLACED, "REPLACED");
        return forget(who);
    }

    private List<Delivery> sendAway(ParticipantId who, Refusal why) {
        var waiter = waiters.get(who);
        if (waiter != null) {
            write(waiter, Letter.refusing(waiter.id(), why));
            close(waiter, CloseReason.NOT_ADMITTED, why.name());
        }
        return forget(who);
    }

    void meetingIsOver(ServerFrame.Ended ended) {
        waiting().forEach(waiter -> {
            tell(waiter, ended);
            close(waiter, CloseReason.MEETING_OVER, CloseReason.MEETING_OVER.name());
        });
        waiters.clear();
        patience.endAll();
    }

    void goAway() {
        waiting().forEach(waiter -> close(waiter, CloseReason.GOING_AWAY, CloseReason.GOING_AWAY.name()));
        patience.endAll();
    }

    private List<Delivery> forget(ParticipantId who) {
        waiters.remove(who);
        asking.remove(who);
        patience.end(who);
        return room.chair().knockIsOver(who);
    }

    private void tell(Waiter waiter, ServerFrame frame) {
        write(waiter, Letter.answering(waiter.id(), frame));
    }

    private void write(Waiter waiter, Letter letter) {
        waiter.wire().tell(codec.number(Numbered.BEFORE_ENTERING, timers.now(), letter));
    }

    private static void close(Waiter waiter, CloseReason why, String text) {
        waiter.wire().close(why, text);
    }
}
