package dev.parley.signaling.room;

import dev.parley.api.interview.InterviewEvent;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingQuery.MeetingPage;
import dev.parley.api.transcript.TranscriptEvent;
import dev.parley.signaling.backplane.Backplane;
import dev.parley.signaling.backplane.Backplane.KnockOver;
import dev.parley.signaling.backplane.Backplane.Knocked;
import dev.parley.signaling.backplane.Backplane.SeatTaken;
import dev.parley.signaling.backplane.Backplane.WhoHas;
import dev.parley.signaling.backplane.Backplane.WhoWaits;
import dev.parley.signaling.frame.ClientFrame;
import dev.parley.signaling.frame.CloseReason;
import dev.parley.signaling.frame.FrameCodec;
import dev.parley.signaling.frame.IceConfiguration;
import dev.parley.signaling.frame.Inbound;
import dev.parley.signaling.frame.Letter;
import dev.parley.signaling.frame.ServerFrame.Departure;
import dev.parley.signaling.frame.ServerFrame.GoAway;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;

/** All rooms of this node. */
public final class Rooms implements AutoCloseable {
    private final UUID node = UUID.randomUUID();
    private final Map<MeetingId, OpenRoom> open = new ConcurrentHashMap<>();
    private final RoomSettings settings;
    private final FrameCodec codec;
    private final Timers timers;
    private final Aftermath aftermath;
    private final Backplane backplane;
    private final MediaPlanes planes;
    private final Disposable.Composite chores;

    public Rooms(
            RoomSettings settings, FrameCodec codec, Scheduler scheduler, Aftermath aftermath, Backplane backplane) {
        this(settings, codec, scheduler, aftermath, backplane, MediaPlanes.meshOf(settings.meshSize()));
    }

    public Rooms(
            RoomSettings settings,
            FrameCodec codec,
            Scheduler scheduler,
            Aftermath aftermath,
            Backplane backplane,
            MediaPlanes planes) {
        this.planes = planes;
        this.settings = settings;
        this.codec = codec;
        this.timers = new Timers(scheduler);
        this.aftermath = aftermath;
        this.backplane = backplane;
        var sweep = settings.emptyFor().toMillis();
        this.chores = Disposables.composite(
                backplane.heard().subscribe(this::on),
                scheduler.schedulePeriodically(this::closeIdleRooms, sweep, sweep, TimeUnit.MILLISECONDS));
    }

    /** Takes a place; the answer, {@code welcome}, is already on the wire. */
    public Peer enter(Attendee who, MeetingPage page, IceConfiguration ice, long id, Wire wire) {
        backplane.tell(new SeatTaken(node, who.meetingId(), who.id()));
        for (; ; ) {
            var peer = room(who.meetingId()).enter(who, page, ice, id, wire);
            if (peer.isEmpty()) continue;
            if (who.isHost()) backplane.tell(new WhoWaits(node, who.meetingId()));
            lookForOthers(page);
            return peer.get();
        }
    }

    private void lookForOthers(MeetingPage page) {
        existing(page.meetingId()).map(room -> room.suspectedBy(page)).orElse(List.of()).stream()
                .map(who -> new WhoHas(node, page.meetingId(), who))
                .forEach(backplane::tell);
    }

    /** How often something happened at this room's door; to be asked before the meeting is. */
    public long newsAt(MeetingId meetingId) {
        return existing(meetingId).map(OpenRoom::news).orElse(0L);
    }

    /** Takes in somebody who must wait; {@code waiting} is already on the wire. */
    public void await(Waiter waiter, long heard) {
        var meeting = waiter.who().meetingId();
        for (; ; ) if (room(meeting).await(waiter, heard)) break;
        backplane.tell(new Knocked(node, meeting, waiter.knock()));
    }

    public void stopsWaiting(Attendee who, Wire wire) {
        var meeting = who.meetingId();
        existing(meeting)
                .filter(room -> room.stopsWaiting(who.id(), wire))
                .ifPresent(_ -> backplane.tell(new KnockOver(node, meeting, who.id())));
    }

    /** What is meant for all who wait, as meant for each. */
    public List<Inbound.Said> spelledOut(Peer peer, Inbound.Said said) {
        if (!(said.frame() instanceof ClientFrame.AdmitAll)) return List.of(said);
        return existing(peer.who().meetingId()).map(OpenRoom::knocks).orElse(List.of()).stream()
                .map(knock -> said.as(new ClientFrame.Admit(knock.participantId())))
                .toList();
    }

    /** Takes up a lost session again; empty if it is not to be had, which is no error. */
    public Optional<Peer> resume(Attendee who, ClientFrame.Resume resume, long id, Wire wire) {
        return existing(who.meetingId()).flatMap(room -> room.resume(who, resume, id, wire));
    }

    /** @return whether this person may say it; whether the domain accepts it is another matter */
    public boolean said(Peer peer, Wire wire, Inbound.Said said) {
        return existing(peer.who().meetingId())
                .map(room -> room.said(peer, wire, said))
                .orElse(false);
    }

    public void tell(Peer peer, Letter letter) {
        existing(peer.who().meetingId()).ifPresent(room -> room.tell(peer, letter));
    }

    public void left(Peer peer) {
        existing(peer.who().meetingId()).ifPresent(room -> room.left(peer));
    }

    /** @param noticed whether it has been silent for so long that the others may know at once */
    public void lost(Peer peer, Wire wire, boolean noticed) {
        existing(peer.who().meetingId()).ifPresent(room -> room.lost(peer, wire, noticed));
    }

    public void expel(Peer peer, Wire wire, CloseReason why) {
        existing(peer.who().meetingId()).ifPresent(room -> room.expel(peer, wire, why, Departure.RULES_BROKEN));
    }

    public void happened(MeetingEvent event) {
        happened(event.meetingId(), opensRoom(event), room -> room.on(event));
        existing(event.meetingId()).ifPresent(room -> room.atTheDoor(event));
    }

    public void happened(InterviewEvent event) {
        room(event.meetingId()).happened(event);
    }

    public void happened(TranscriptEvent event) {
        happened(event.meetingId(), false, room -> room.on(event));
    }

    /** Says to everybody that the server is about to go. @return how long they have, which is no time where nobody is here */
    public Duration announceLeaving() {
        var notice = settings.noticeOfLeaving();
        var leaving = new GoAway(GoAway.Reason.RESTART, notice.toSeconds());
        return open.values().stream().filter(room -> room.announce(leaving)).count() > 0 ? notice : Duration.ZERO;
    }

    /** For tests of clients: sessions are lost as if the server had been started again. */
    public void simulateRestart() {
        var rooms = List.copyOf(open.values());
        rooms.forEach(room -> room.announce(new GoAway(GoAway.Reason.SIMULATED, 0)));
        rooms.forEach(OpenRoom::forgetEverybody);
        open.values().removeAll(rooms);
    }

    /** For tests of clients: this person's media connections are lost, and begun again after a while. */
    public void simulateLossOfMedia(Peer peer, Duration time) {
        existing(peer.who().meetingId()).ifPresent(room -> room.withoutMedia(peer, time));
    }

    /** The server is going away. */
    @Override
    public void close() {
        chores.dispose();
        open.values().forEach(OpenRoom::goAway);
    }

    private void happened(MeetingId meetingId, boolean opens, Function<Room, List<Delivery>> fact) {
        if (opens) room(meetingId).happened(fact);
        else existing(meetingId).ifPresent(room -> room.happened(fact));
    }

    private void on(Backplane.Notice notice) {
        if (notice.node().equals(node)) return;
        existing(notice.meetingId())
                .map(room -> room.answer(notice, node))
                .orElse(List.of())
                .forEach(backplane::tell);
    }

    private OpenRoom room(MeetingId meetingId) {
        return open.compute(
                meetingId,
                (id, room) -> room == null || room.isClosed()
                        ? new OpenRoom(id, settings, codec, timers, aftermath, planes)
                        : room);
    }

    private Optional<OpenRoom> existing(MeetingId meetingId) {
        return Optional.ofNullable(open.get(meetingId));
    }

    private void closeIdleRooms() {
        open.values().removeIf(OpenRoom::closeIfIdle);
    }

    /** Facts shortly before or while people are here; a room hears them even before anybody has come in. */
    private static boolean opensRoom(MeetingEvent event) {
        return switch (event) {
            case MeetingEvent.EntryChosen _ -> false;
            case MeetingEvent.LobbyOpened _,
                    MeetingEvent.MeetingStarted _,
                    MeetingEvent.ParticipantJoined _,
                    MeetingEvent.ParticipantLeft _,
                    MeetingEvent.DisclosureGiven _,
                    MeetingEvent.ConsentGiven _,
                    MeetingEvent.ConsentWithdrawn _,
                    MeetingEvent.Moderation _,
                    MeetingEvent.MeetingReopened _,
                    MeetingEvent.GoodbyeBegun _ -> true;
            case MeetingEvent.MeetingScheduled _,
                    MeetingEvent.InviteeResponded _,
                    MeetingEvent.NewTimeProposed _,
                    MeetingEvent.ProposalDeclined _,
                    MeetingEvent.CalendarRepaired _,
                    MeetingEvent.QuestionSetPinned _,
                    MeetingEvent.MeetingRescheduled _,
                    MeetingEvent.MeetingInstantReResolved _,
                    MeetingEvent.MeetingReassigned _,
                    MeetingEvent.MeetingDetailsRevised _,
                    MeetingEvent.InviteeAdded _,
                    MeetingEvent.InviteeRemoved _,
                    MeetingEvent.PoorConnectionNoted _,
                    MeetingEvent.MeetingCancelled _,
                    MeetingEvent.LeadDidNotShow _,
                    MeetingEvent.NoShowConfirmed _,
                    MeetingEvent.MeetingEnded _,
                    MeetingEvent.SummaryWritten _,
                    MeetingEvent.SummaryApproved _ -> false;
        };
    }
}
