package dev.parley.signaling.room;

import static dev.parley.signaling.frame.SignalRefusal.MEETING_OVER;
import static dev.parley.signaling.frame.SignalRefusal.ROOM_FULL;

import dev.parley.api.Refusal;
import dev.parley.api.Refused;
import dev.parley.api.interview.InterviewEvent;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingQuery.MeetingPage;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.transcript.TranscriptRefusal;
import dev.parley.signaling.backplane.Backplane.Notice;
import dev.parley.signaling.frame.ClientFrame;
import dev.parley.signaling.frame.CloseReason;
import dev.parley.signaling.frame.FrameCodec;
import dev.parley.signaling.frame.IceConfiguration;
import dev.parley.signaling.frame.Inbound;
import dev.parley.signaling.frame.Letter;
import dev.parley.signaling.frame.ServerFrame;
import dev.parley.signaling.frame.ServerFrame.Departure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A room that people are in, one step at a time, each short: under its lock the room answers with deliveries, which go into
 * outboxes; they are sent after it.
 */
final class OpenRoom {
    private final Room room;
    private final RoomSettings settings;
    private final Timers timers;
    private final Turns turns;
    private final Seats seats;
    private final Measuring measuring;
    private final Interviewing interviewing;
    private final Talking talking;
    private final Antechamber antechamber;
    private final Ghosts ghosts;
    private final Neighbours neighbours;
    private boolean idle;
    private boolean closed;

    OpenRoom(
            MeetingId meetingId,
            RoomSettings settings,
            FrameCodec codec,
            Timers timers,
            Aftermath aftermath,
            MediaPlanes planes) {
        var plane = planes.open(meetingId, later -> step(() -> deliver(later)));
        this.room = new Room(meetingId, plane, new Reception(settings.level(), settings.quality()));
        this.settings = settings;
        this.timers = timers;
        this.turns = new Turns(room.captions(), settings, timers, aftermath, this::step);
        this.seats = new Seats(room, settings, codec, timers, aftermath, turns, this::step);
        this.measuring = new Measuring(room, seats, timers, aftermath, later -> step(() -> deliver(later.get())));
        this.talking = new Talking(room, settings, timers, aftermath, seats::lead, this::takeIn, this::step);
        this.interviewing =
                new Interviewing(room, settings, timers, talking::isSomebodyHeard, this::takeIn, this::step);
        this.antechamber = new Antechamber(room, settings, codec, timers, aftermath, this::step);
        this.ghosts = new Ghosts(seats, settings, timers, aftermath, this::step);
        this.neighbours = new Neighbours(room.chair(), seats, antechamber, ghosts);
    }

    /** @return empty if this room has just been closed; another one is open by now */
    Optional<Peer> enter(Attendee who, MeetingPage page, IceConfiguration ice, long id, Wire wire) {
        return step(() -> {
            if (closed) return Optional.empty();
            mustNotBeOver(page);
            room.house().isOut(who.id()).ifPresent(OpenRoom::refuse);
            if (!room.has(who.id()) && room.size() >= settings.people()) throw new Refused(ROOM_FULL);
            seats.replace(who.id());
            ghosts.isNone(who.id());
            deliver(antechamber.cameIn(who.id(), wire));
            return Optional.of(seats.take(who, page, ice, id, wire));
        });
    }

    /**
     * Takes in somebody who must wait.
     *
     * @param heard the {@link #news} when this person asked the meeting
     * @return false if this room has just been closed; another one is open by now
     */
    boolean await(Waiter waiter, long heard) {
        return step(() -> {
            if (closed) return false;
            mustNotBeOver(waiter.page());
            deliver(antechamber.receive(waiter, heard));
            return true;
        });
    }

    private void mustNotBeOver(MeetingPage page) {
        room.proceedings().learn(page);
        talking.learn(page.meetingType());
        room.house().learn(page.door());
        if (room.proceedings().status().isOver()) throw new Refused(MEETING_OVER);
    }

    private static void refuse(Refusal why) {
        throw new Refused(why);
    }

    synchronized long news() {
        return antechamber.news();
    }

    /** Whom hosts hear of, wherever they wait. */
    synchronized List<ServerFrame.Knock> knocks() {
        return room.chair().knocks();
    }

    /** @return whether this connection was one that waited */
    boolean stopsWaiting(ParticipantId who, Wire wire) {
        return step(() -> {
            if (!antechamber.has(who, wire)) return false;
            deliver(antechamber.gaveUp(who));
            return true;
        });
    }

    /** A fact that may let somebody in, or put somebody out. */
    void atTheDoor(MeetingEvent event) {
        step(() -> {
            deliver(antechamber.on(event));
            switch (event) {
                case MeetingEvent.ParticipantRemoved removed -> seats.removed(removed.participantId());
                case MeetingEvent.InviteeRemoved uninvited ->
                    sitting(uninvited.participantId())
                            .ifPresent(peer -> seats.putOut(peer, CloseReason.NOT_ADMITTED, Departure.LEFT));
                case MeetingEvent.ParticipantMuted muted
                when muted.forced() -> sitting(muted.participantId()).ifPresent(turns::closeSoon);
                default -> {}
            }
        });
    }

    private Optional<Peer> sitting(ParticipantId who) {
        return Optional.ofNullable(seats.of(who));
    }

    Optional<Peer> resume(Attendee who, ClientFrame.Resume resume, long id, Wire wire) {
        return step(() -> seats.resume(who, resume, id, wire));
    }

    /** @return whether this person may say it; whether the domain accepts it is another matter */
    boolean said(Peer peer, Wire wire, Inbound.Said said) {
        return step(() -> {
            if (!seats.isHeld(peer, wire)) return false;
            peer.saw(said.id());
            var objection = objection(peer.who().id(), said);
            if (objection.isPresent()) {
                seats.offer(peer, Letter.refusing(said.id(), objection.get()));
                return false;
            }
            if (said.frame() instanceof ClientFrame.Measurement measured)
                deliver(measuring.on(peer, said.id(), measured));
            deliver(room.on(peer.who().id(), said.id(), said.frame()));
            if (said.frame() instanceof ClientFrame.Segment words) talking.heard(peer, words);
            if (said.frame() instanceof ClientFrame.Typing) talking.types(peer);
            if (said.frame() instanceof ClientFrame.Said told) talking.told(peer, told);
            if (said.frame() instanceof ClientFrame.Chat) room.captions().isShownAlready(peer.wordsOf(said.id()));
            if (said.frame() instanceof ClientFrame.Media media && !media.audio()) turns.closeSoon(peer);
            return true;
        });
    }

    private Optional<Refusal> objection(ParticipantId by, Inbound.Said said) {
        if (said.claims().isPresent() && !said.claims().get().equals(by))
            return Optional.of(TranscriptRefusal.NOT_YOUR_WORDS);
        return room.chair().objection(by, said.frame());
    }

    void tell(Peer peer, Letter letter) {
        step(() -> {
            if (seats.isCurrent(peer)) seats.offer(peer, letter);
        });
    }

    void left(Peer peer) {
        step(() -> seats.left(peer));
    }

    /** @param noticed whether it has been silent for so long that the others may know at once */
    void lost(Peer peer, Wire wire, boolean noticed) {
        step(() -> seats.lost(peer, wire, noticed));
    }

    /** Breaks the rules, or cannot keep up. */
    void expel(Peer peer, Wire wire, CloseReason why, Departure as) {
        step(() -> {
            if (seats.isHeld(peer, wire)) seats.putOut(peer, why, as);
        });
    }

    /** @return whom the meeting believes to be here, and nobody has seen */
    List<ParticipantId> suspectedBy(MeetingPage page) {
        return step(() -> closed ? List.of() : ghosts.suspectedBy(page));
    }

    /** @param here this node, in whose name it answers */
    List<Notice> answer(Notice notice, UUID here) {
        return step(() -> neighbours.answer(notice, here));
    }

    void happened(InterviewEvent event) {
        step(() -> interviewing.on(event));
    }

    /** A fact came in. */
    void happened(Function<Room, List<Delivery>> fact) {
        step(() -> takeIn(fact));
    }

    private void takeIn(Function<Room, List<Delivery>> fact) {
        var before = room.proceedings().speaking();
        deliver(fact.apply(room));
        interviewing.listenAfterwards(before);
        if (room.proceedings().status().isOver()) close(CloseReason.MEETING_OVER);
    }

    /** @return whether there was anybody to tell */
    boolean announce(ServerFrame.GoAway leaving) {
        return step(() -> seats.tellAll(Letter.of(leaving)));
    }

    /** The server is going away; everybody comes back elsewhere. */
    void goAway() {
        step(() -> {
            talking.keep();
            seats.hangUp(CloseReason.GOING_AWAY);
            antechamber.goAway();
        });
    }

    /** As if the server had gone and come again: nobody's session is left. */
    void forgetEverybody() {
        step(() -> close(CloseReason.GOING_AWAY));
    }

    /** Takes somebody's media away for a while. */
    void withoutMedia(Peer peer, Duration time) {
        step(() -> deliver(room.disconnect(peer.who().id())));
        timers.after(time, () -> step(() -> deliver(room.connectMedia(peer.who().id()))));
    }

    private void close(CloseReason why) {
        talking.keep();
        closed = true;
        if (why == CloseReason.MEETING_OVER)
            antechamber.meetingIsOver(room.proceedings().ended());
        else antechamber.goAway();
        ghosts.endAll();
        seats.clear(why);
    }

    /** Asked now and then: closes a room in which nobody has been and nothing has happened since it was last asked. */
    synchronized boolean closeIfIdle() {
        if (idle && seats.areFree() && ghosts.areNone() && antechamber.isEmpty()) closed = true;
        idle = true;
        return closed;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    private void deliver(List<Delivery> deliveries) {
        seats.deliver(deliveries);
    }

    private void step(Runnable work) {
        step(() -> {
            work.run();
            return true;
        });
    }

    private <T> T step(Supplier<T> work) {
        List<Wire> awake = List.of();
        try {
            synchronized (this) {
                idle = false;
                try {
                    var answer = work.get();
                    interviewing.speakUpInAPause();
                    talking.follow();
                    return answer;
                } finally {
                    awake = seats.toWake();
                }
            }
        } finally {
            awake.forEach(Wire::wake);
        }
    }
}
