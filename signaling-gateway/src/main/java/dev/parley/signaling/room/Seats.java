package dev.parley.signaling.room;

import dev.parley.api.meeting.MeetingQuery.MeetingPage;
import dev.parley.api.meeting.MeetingRefusal;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.frame.ClientFrame;
import dev.parley.signaling.frame.CloseReason;
import dev.parley.signaling.frame.FrameCodec;
import dev.parley.signaling.frame.IceConfiguration;
import dev.parley.signaling.frame.Letter;
import dev.parley.signaling.frame.ServerFrame;
import dev.parley.signaling.frame.ServerFrame.Departure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a room's people: taken, lost, taken up again, given up, and what everybody hears of that. Guarded by the
 * room's lock.
 */
final class Seats {
    private final Room room;
    private final RoomSettings settings;
    private final Aftermath aftermath;
    private final Turns turns;
    private final Consumer<Runnable> step;
    private final Map<ParticipantId, Peer> peers = new HashMap<>();
    private final Absences absences;
    private final Post post;

    /** @param step does something under the room's lock */
    Seats(
            Room room,
            RoomSettings settings,
            FrameCodec codec,
            Timers timers,
            Aftermath aftermath,
            Turns turns,
            Consumer<Runnable> step) {
        this.room = room;
        this.settings = settings;
        this.aftermath = aftermath;
        this.turns = turns;
        this.step = step;
        this.absences = new Absences(timers);
        this.post = new Post(peers, codec, timers);
    }

    /** Nobody is here, and nobody may still come back. */
    boolean areFree() {
        return peers.isEmpty() && absences.areNone();
    }

    @Nullable
    Peer of(ParticipantId who) {
        return peers.get(who);
    }

    /** Who is being interviewed, while they are connected. */
    Optional<Attendee> lead() {
        return peers.values().stream()
                .filter(peer -> !peer.isDetached())
                .map(Peer::who)
                .filter(Attendee::isLead)
                .findFirst();
    }

    /** Whether this is the session of its person, and no older one. */
    boolean isCurrent(Peer peer) {
        return peers.get(peer.who().id()) == peer;
    }

    /** By this connection; what is still under way on an older one is said again on the newer. */
    boolean isHeld(Peer by, Wire wire) {
        return isCurrent(by) && by.isOn(wire);
    }

    Peer take(Attendee who, MeetingPage page, IceConfiguration ice, long id, Wire wire) {
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

    /** Somebody comes in anew: whatever session they had before ends here. */
    void replace(ParticipantId who) {
        absences.end(who);
        var older = peers.remove(who);
        if (older != null) post.close(older, CloseReason.REPLACED);
    }

    Optional<Peer> resume(Attendee who, ClientFrame.Resume resume, long id, Wire wire) {
        var peer = peers.get(who.id());
        if (peer == null || !peer.mayResume(resume.token(), resume.lastSeq())) return Optional.empty();
        absences.end(who.id());
        post.close(peer, CloseReason.REPLACED);
        peer.resumeOn(wire, resume.lastSeq());
        offer(peer, Letter.answering(id, new ServerFrame.Resumed(peer.lastId())));
        peer.saw(id);
        deliver(room.back(who.id()));
        return Optional.of(peer);
    }

    void left(Peer peer) {
        if (!peers.remove(peer.who().id(), peer)) return;
        turns.breakOff(peer);
        deliver(room.leave(peer.who().id(), Departure.LEFT));
        post.close(peer, CloseReason.LEFT);
        aftermath.gone(peer.who(), "left");
    }

    /** @param noticed whether it has been silent for so long that the others may know at once */
    void lost(Peer peer, Wire wire, boolean noticed) {
        if (!isHeld(peer, wire)) return;
        peer.detach();
        if (noticed) deliver(room.away(peer.who().id()));
        turns.closeSoon(peer);
        absences.begin(peer.who().id(), settings.awayAfter(), () -> step.accept(() -> goneAway(peer)));
        absences.begin(peer.who().id(), settings.resumeWithin(), () -> step.accept(() -> gone(peer)));
    }

    private void goneAway(Peer peer) {
        if (isCurrent(peer) && peer.isDetached()) deliver(room.away(peer.who().id()));
    }

    private void gone(Peer peer) {
        var id = peer.who().id();
        absences.end(id);
        if (isCurrent(peer)) {
            peers.remove(id);
            deliver(room.leave(id, Departure.CONNECTION_LOST));
        }
        if (!peers.containsKey(id)) aftermath.gone(peer.who(), "connection lost");
    }

    /** The session is over, though the person may come in again. */
    void putOut(Peer peer, CloseReason why, Departure as) {
        if (!isCurrent(peer)) return;
        var id = peer.who().id();
        peers.remove(id);
        turns.breakOff(peer);
        post.close(peer, why);
        deliver(room.leave(id, as));
        absences.begin(id, settings.resumeWithin(), () -> step.accept(() -> gone(peer)));
    }

    /** Was put out by a host; that they left is a fact already. */
    void removed(ParticipantId who) {
        absences.end(who);
        var peer = peers.get(who);
        if (peer == null) return;
        turns.breakOff(peer);
        offer(peer, Letter.refusing(Letter.NOTHING, MeetingRefusal.REMOVED));
        peer.wire().ifPresent(wire -> wire.toBeClosed(CloseReason.NOT_ADMITTED, MeetingRefusal.REMOVED.name()));
        peers.remove(who);
        deliver(room.leave(who, Departure.REMOVED));
    }

    void replacedElsewhere(ParticipantId who) {
        var peer = peers.remove(who);
        if (peer == null) return;
        absences.end(who);
        deliver(room.leave(who, Departure.REPLACED));
        post.close(peer, CloseReason.REPLACED);
    }

    /** @return whether there was anybody to tell */
    boolean tellAll(Letter letter) {
        deliver(peers.keySet().stream().map(who -> new Delivery(who, letter)).toList());
        return !peers.isEmpty();
    }

    void hangUp(CloseReason why) {
        peers.values().forEach(peer -> post.close(peer, why));
    }

    /** Nobody may come back to any of them. */
    void clear(CloseReason why) {
        absences.endAll();
        hangUp(why);
        peers.clear();
    }

    void offer(Peer peer, Letter letter) {
        deliver(List.of(new Delivery(peer.who().id(), letter)));
    }

    void deliver(List<Delivery> deliveries) {
        // Only afterwards, because others hear of it, and numbers rise for everybody.
        post.deliver(deliveries).forEach(this::overflow);
    }

    private void overflow(Peer peer) {
        if (!peer.isDetached()) putOut(peer, CloseReason.TOO_SLOW, Departure.TOO_SLOW);
        // Otherwise it can no longer be resumed, and nobody is held up.
    }

    List<Wire> toWake() {
        return post.toWake();
    }
}
