package dev.parley.signaling.room;

import static dev.parley.signaling.frame.SignalRefusal.MEETING_OVER;
import static dev.parley.signaling.frame.SignalRefusal.ROOM_FULL;

import dev.parley.api.Refusal;
import dev.parley.api.Refused;
import dev.parley.api.interview.InterviewEvent;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingQuery.MeetingPage;
import dev.parley.api.meeting.MeetingRefusal;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.transcript.TranscriptRefusal;
import dev.parley.signaling.frame.ClientFrame;
import dev.parley.signaling.frame.CloseReason;
import dev.parley.signaling.frame.FrameCodec;
import dev.parley.signaling.frame.IceConfiguration;
import dev.parley.signaling.frame.Inbound;
import dev.parley.signaling.frame.Letter;
import dev.parley.signaling.frame.ServerFrame;
import dev.parley.signaling.frame.ServerFrame.Departure;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A room with its people's sessions and its timers. One step at a time, each short: the room answers with deliveries, they go
 * into outboxes under the lock, and are sent after it.
 */
final class OpenRoom {
    private final Room room;
    private final RoomSettings settings;
    private final Timers timers;
    private final Aftermath aftermath;
    private final Map<ParticipantId, Peer> peers = new HashMap<>();
    private final Absences absences;
    private final Post post;
    private final Measuring measuring;
    private final Antechamber antechamber;
    private final Manners manners = new Manners();
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
        this.aftermath = aftermath;
        this.absences = new Absences(timers);
        this.post = new Post(peers, codec, timers);
        this.measuring = new Measuring(room, peers, timers, aftermath, later -> step(() -> deliver(later.get())));
        this.antechamber = new Antechamber(room, settings, codec, timers, aftermath, this::step);
    }

    /** @return empty if this room has just been closed; another one is open by now */
    Optional<Peer> enter(Attendee who, MeetingPage page, IceConfiguration ice, long id, Wire wire) {
        return step(() -> {
            if (closed) return Optional.empty();
            mustNotBeOver(page);
            room.house().isOut(who.id()).ifPresent(OpenRoom::refuse);
            if (!room.has(who.id()) && room.size() >= settings.people()) throw new Refused(ROOM_FULL);
            return Optional.of(seat(who, page, ice, id, wire));
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

    synchronized long news() {
        return antechamber.news();
    }

    /** Whom hosts hear of, wherever they wait. */
    synchronized List<ServerFrame.Knock> knocks() {
        return room.knocks();
    }

    synchronized List<ServerFrame.Knock> knocksHere() {
        return antechamber.waiting().stream().map(Waiter::knock).toList();
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
                case MeetingEvent.ParticipantRemoved removed -> removed(removed.participantId());
                case MeetingEvent.InviteeRemoved uninvited -> dismiss(uninvited.participantId());
                case MeetingEvent.ParticipantMuted muted
                when muted.forced() ->
                    Optional.ofNullable(peers.get(muted.participantId())).ifPresent(this::closeTurnSoon);
                default -> {}
            }
        });
    }

    private void mustNotBeOver(MeetingPage page) {
        room.proceedings().learn(page);
        room.house().learn(page.door());
        if (room.proceedings().status().isOver()) throw new Refused(MEETING_OVER);
    }

    private static void refuse(Refusal why) {
        throw new Refused(why);
    }

    Optional<Peer> resume(Attendee who, ClientFrame.Resume resume, long id, Wire wire) {
        return step(() -> {
            var peer = peers.get(who.id());
            if (peer == null || !peer.mayResume(resume.token(), resume.lastSeq())) return Optional.empty();
            absences.end(who.id());
            post.close(peer, CloseReason.REPLACED);
            peer.resumeOn(wire, resume.lastSeq());
            offer(peer, Letter.answering(id, new ServerFrame.Resumed(peer.lastId())));
            peer.saw(id);
            deliver(room.back(who.id()));
            return Optional.of(peer);
        });
    }

    /** @return whether this person may say it; whether the domain accepts it is another matter */
    boolean said(Peer peer, Inbound.Said said) {
        return step(() -> {
            if (!isCurrent(peer)) return false;
            peer.saw(said.id());
            if (said.claims()
                    .filter(claimed -> !claimed.equals(peer.who().id()))
                    .isPresent()) {
                offer(peer, Letter.refusing(said.id(), TranscriptRefusal.NOT_YOUR_WORDS));
                return false;
            }
            var objection = room.objection(peer.who().id(), said.frame());
            if (objection.isPresent()) {
                offer(peer, Letter.refusing(said.id(), objection.get()));
                return false;
            }
            if (said.frame() instanceof ClientFrame.Measurement measured)
                deliver(measuring.on(peer, said.id(), measured));
            deliver(room.on(peer.who().id(), said.id(), said.frame()));
            if (said.frame() instanceof ClientFrame.Chat) room.isShownAlready(peer.wordsOf(said.id()));
            if (said.frame() instanceof ClientFrame.Media media && !media.audio()) closeTurnSoon(peer);
            return true;
        });
    }

    void tell(Peer peer, Letter letter) {
        step(() -> {
            if (isCurrent(peer)) offer(peer, letter);
        });
    }

    void left(Peer peer) {
        step(() -> {
            if (!peers.remove(peer.who().id(), peer)) return;
            breakOff(peer);
            deliver(room.leave(peer.who().id(), Departure.LEFT));
            post.close(peer, CloseReason.LEFT);
            aftermath.gone(peer.who(), "left");
        });
    }

    /** @param noticed whether it has been silent for so long that the others may know at once */
    void lost(Peer peer, Wire wire, boolean noticed) {
        step(() -> {
            if (!isCurrent(peer) || !peer.isOn(wire)) return;
            peer.detach();
            if (noticed) deliver(room.away(peer.who().id()));
            closeTurnSoon(peer);
            absences.begin(peer.who().id(), settings.awayAfter(), () -> goneAway(peer));
            absences.begin(peer.who().id(), settings.resumeWithin(), () -> gone(peer));
        });
    }

    /** Breaks the rules, or cannot keep up: the session is over, though the person may come in again. */
    void expel(Peer peer, CloseReason why, Departure as) {
        step(() -> {
            if (isCurrent(peer)) putOut(peer, why, as);
        });
    }

    /** Is no longer invited. */
    private void dismiss(ParticipantId who) {
        Optional.ofNullable(peers.get(who)).ifPresent(peer -> putOut(peer, CloseReason.NOT_ADMITTED, Departure.LEFT));
    }

    /** Was put out by a host; that they left is a fact already. */
    private void removed(ParticipantId who) {
        absences.end(who);
        var peer = peers.get(who);
        if (peer == null) return;
        breakOff(peer);
        offer(peer, Letter.refusing(Letter.NOTHING, MeetingRefusal.REMOVED));
        peer.wire().ifPresent(wire -> wire.toBeClosed(CloseReason.NOT_ADMITTED, MeetingRefusal.REMOVED.name()));
        peers.remove(who);
        deliver(room.leave(who, Departure.REMOVED));
    }

    void knockedElsewhere(ServerFrame.Knock knock) {
        step(() -> deliver(room.knockedElsewhere(knock)));
    }

    void knockIsOver(ParticipantId who) {
        step(() -> deliver(room.knockIsOver(who)));
    }

    void replacedElsewhere(ParticipantId who) {
        step(() -> {
            deliver(antechamber.replacedElsewhere(who));
            var peer = peers.remove(who);
            if (peer == null) return;
            absences.end(who);
            deliver(room.leave(who, Departure.REPLACED));
            post.close(peer, CloseReason.REPLACED);
        });
    }

    /** What the interviewer does; what it says waits for a pause, though not for ever. */
    void happened(InterviewEvent event) {
        step(() -> {
            if (!manners.holdsBack(event, room.isSomebodySpeaking())) takeIn(to -> to.on(event));
            else timers.after(settings.waitsForPause(), () -> step(() -> speakUpAfter(event)));
        });
    }

    private void speakUpAfter(InterviewEvent event) {
        if (manners.isWaitingFor(event)) speakUp();
    }

    private void speakUp() {
        for (var event : manners.go()) takeIn(to -> to.on(event));
    }

    /** A fact came in. */
    void happened(Function<Room, List<Delivery>> fact) {
        step(() -> takeIn(fact));
    }

    private void takeIn(Function<Room, List<Delivery>> fact) {
        var before = room.proceedings().speaking();
        deliver(fact.apply(room));
        room.proceedings()
                .speaking()
                .filter(speech -> !before.equals(Optional.of(speech)))
                .ifPresent(this::listenAfter);
        if (room.proceedings().status().isOver()) close(CloseReason.MEETING_OVER);
    }

    /** @return whether there was anybody to tell */
    boolean announce(ServerFrame.GoAway leaving) {
        return step(() -> {
            var letter = Letter.of(leaving);
            deliver(peers.keySet().stream()
                    .map(who -> new Delivery(who, letter))
                    .toList());
            return !peers.isEmpty();
        });
    }

    /** The server is going away; everybody comes back elsewhere. */
    void goAway() {
        step(() -> {
            peers.values().forEach(peer -> post.close(peer, CloseReason.GOING_AWAY));
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

    /** Asked now and then: closes a room in which nobody has been and nothing has happened since it was last asked. */
    synchronized boolean closeIfIdle() {
        if (idle && peers.isEmpty() && absences.areNone() && antechamber.isEmpty()) closed = true;
        idle = true;
        return closed;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    private Peer seat(Attendee who, MeetingPage page, IceConfiguration ice, long id, Wire wire) {
        absences.end(who.id());
        var older = peers.remove(who.id());
        if (older != null) post.close(older, CloseReason.REPLACED);
        deliver(antechamber.cameIn(who.id(), wire));
        deliver(room.join(who.participant()));
        var token = Secret.fresh();
        var peer = new Peer(who, token.hash(), wire);
        peers.put(who.id(), peer);
        peer.saw(id);
        offer(peer, Letter.answering(id, room.welcome(who.participant(), page, ice, token)));
        peer.isWelcomedBy(post.lastSeq());
        room.proceedings().progress().ifPresent(progress -> offer(peer, Letter.of(progress)));
        room.reception().soFar().forEach(letter -> offer(peer, letter));
        room.floorSoFar().ifPresent(floor -> offer(peer, Letter.of(floor)));
        return peer;
    }

    private void goneAway(Peer peer) {
        step(() -> {
            if (isCurrent(peer) && peer.isDetached())
                deliver(room.away(peer.who().id()));
        });
    }

    private void gone(Peer peer) {
        step(() -> {
            var id = peer.who().id();
            absences.end(id);
            if (isCurrent(peer)) {
                peers.remove(id);
                deliver(room.leave(id, Departure.CONNECTION_LOST));
            }
            if (!peers.containsKey(id)) aftermath.gone(peer.who(), "connection lost");
        });
    }

    private void putOut(Peer peer, CloseReason why, Departure as) {
        var id = peer.who().id();
        peers.remove(id);
        breakOff(peer);
        post.close(peer, why);
        deliver(room.leave(id, as));
        absences.begin(id, settings.resumeWithin(), () -> gone(peer));
    }

    private void closeTurnSoon(Peer peer) {
        var words = room.unfinished(peer.who().id());
        if (words.isEmpty()) return;
        timers.after(settings.turnClosesAfter(), () -> closeTurn(peer, words.get()));
    }

    private void closeTurn(Peer peer, ClientFrame.Segment words) {
        step(() -> {
            if (room.unfinished(peer.who().id()).equals(Optional.of(words))) breakOff(peer);
        });
    }

    private void breakOff(Peer peer) {
        room.breakOff(peer.who().id()).ifPresent(words -> aftermath.brokeOff(peer.who(), words));
    }

    private void listenAfter(ServerFrame.Speech speech) {
        var takes = Duration.ofMillis(1_000L * speech.text().length() / settings.charactersPerSecond());
        timers.after(takes, () -> step(() -> deliver(room.speechIsOver(speech.segmentId()))));
    }

    private void close(CloseReason why) {
        closed = true;
        absences.endAll();
        if (why == CloseReason.MEETING_OVER)
            antechamber.meetingIsOver(room.proceedings().ended());
        else antechamber.goAway();
        peers.values().forEach(peer -> post.close(peer, why));
        peers.clear();
    }

    private boolean isCurrent(Peer peer) {
        return peers.get(peer.who().id()) == peer;
    }

    private void offer(Peer peer, Letter letter) {
        deliver(List.of(new Delivery(peer.who().id(), letter)));
    }

    private void deliver(List<Delivery> deliveries) {
        // Only afterwards, because others hear of it, and numbers rise for everybody.
        post.deliver(deliveries).forEach(this::overflow);
    }

    private void overflow(Peer peer) {
        if (!isCurrent(peer) || peer.isDetached()) return; // it can no longer be resumed, and nobody is held up
        putOut(peer, CloseReason.TOO_SLOW, Departure.TOO_SLOW);
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
                    if (manners.isWaiting() && !room.isSomebodySpeaking()) speakUp();
                    return answer;
                } finally {
                    awake = post.toWake();
                }
            }
        } finally {
            awake.forEach(Wire::wake);
        }
    }
}
