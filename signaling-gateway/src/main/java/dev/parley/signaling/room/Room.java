package dev.parley.signaling.room;

import static dev.parley.signaling.frame.SignalRefusal.ALREADY_JOINED;
import static dev.parley.signaling.frame.SignalRefusal.MESH_FULL;
import static dev.parley.signaling.frame.SignalRefusal.NOT_SENDING_AUDIO;
import static dev.parley.signaling.frame.SignalRefusal.PEER_NOT_PRESENT;
import static dev.parley.signaling.room.Members.refuse;

import dev.parley.api.interview.InterviewEvent;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingQuery.MeetingPage;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.transcript.SegmentId;
import dev.parley.api.transcript.Source;
import dev.parley.api.transcript.TranscriptEvent;
import dev.parley.signaling.frame.ClientFrame;
import dev.parley.signaling.frame.IceConfiguration;
import dev.parley.signaling.frame.Letter;
import dev.parley.signaling.frame.ServerFrame;
import dev.parley.signaling.frame.ServerFrame.Departure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who is here and who hears what. Pure: no sockets, no clock, no threads; whatever happens, it answers with deliveries. */
final class Room {
    private final Members members = new Members();
    private final MediaPlane plane;
    private final Reception reception;
    private final Proceedings proceedings;
    private final House house = new House();
    private final Floor floor = new Floor();
    private final Chair chair;
    private final Captions captions;

    Room(MeetingId meetingId, MediaPlane plane, Reception reception) {
        this.plane = plane;
        this.reception = reception;
        this.proceedings = new Proceedings(meetingId);
        this.chair = new Chair(members, reception, house);
        this.captions = new Captions(members, proceedings);
    }

    Proceedings proceedings() {
        return proceedings;
    }

    House house() {
        return house;
    }

    Chair chair() {
        return chair;
    }

    Captions captions() {
        return captions;
    }

    Reception reception() {
        return reception;
    }

    boolean has(ParticipantId who) {
        return members.get(who) != null;
    }

    int size() {
        return members.size();
    }

    /** Comes in; whoever was here under the same identity is replaced. */
    List<Delivery> join(Participant who) {
        var deliveries = new ArrayList<>(leave(who.participantId(), Departure.REPLACED));
        var member = members.join(who);
        deliveries.addAll(members.others(member, new ServerFrame.Joined(present(member))));
        return deliveries;
    }

    /** Goes for good; nobody hears it twice. */
    List<Delivery> leave(ParticipantId who, Departure why) {
        var member = members.remove(who);
        if (why != Departure.REPLACED) house.left(who);
        var deliveries = new ArrayList<Delivery>();
        if (why != Departure.REPLACED && floor.left(who)) deliveries.addAll(members.everybody(Letter.of(floor())));
        if (member != null && !member.away())
            deliveries.addAll(members.everybody(Letter.of(new ServerFrame.Left(who, why))));
        deliveries.addAll(disconnect(who));
        return deliveries;
    }

    /** Has lost the connection: for the others gone, but what is said meanwhile is kept for a return. */
    List<Delivery> away(ParticipantId who) {
        var member = members.get(who);
        if (member == null || member.away()) return List.of();
        members.put(member.away(true));
        var deliveries = new ArrayList<>(members.others(member, new ServerFrame.Left(who, Departure.CONNECTION_LOST)));
        deliveries.addAll(disconnect(who));
        return deliveries;
    }

    /** Is back with all that was; media is connected afresh. */
    List<Delivery> back(ParticipantId who) {
        var member = members.get(who);
        if (member == null || !member.away()) return List.of();
        members.put(member.away(false));
        var deliveries = new ArrayList<>(members.others(member, new ServerFrame.Joined(present(member))));
        deliveries.addAll(connectMedia(who));
        return deliveries;
    }

    List<Delivery> disconnect(ParticipantId who) {
        var deliveries = new ArrayList<>(plane.disconnect(who));
        deliveries.addAll(members.others(reception.gone(who)));
        return deliveries;
    }

    /** Connects the media of somebody who has some, afresh. */
    List<Delivery> connectMedia(ParticipantId who) {
        var member = members.get(who);
        if (member == null || member.away() || !member.media() || plane.has(who) || plane.isFull()) return List.of();
        return plane.connect(who, member.order());
    }

    /** @param id the frame's number, which an answer names */
    List<Delivery> on(ParticipantId from, long id, ClientFrame frame) {
        var member = members.get(from);
        if (member == null) return List.of();
        return switch (frame) {
            case ClientFrame.Join _ -> refuse(member, id, ALREADY_JOINED);
            case ClientFrame.Media media -> media(member, id, media);
            case ClientFrame.Negotiation step -> plane.relay(from, id, step);
            case ClientFrame.Segment words -> captions.said(member, id, words);
            case ClientFrame.Chat chat -> members.others(member, new ServerFrame.Chat(chat.text()));
            // Facts first: these are told when they are stored.
            case ClientFrame.Consent _,
                    ClientFrame.Leave _,
                    ClientFrame.Gap _,
                    ClientFrame.Hand _,
                    ClientFrame.Said _,
                    ClientFrame.Typing _,
                    ClientFrame.Moderation _ -> List.of();
            // These have their time: see measured.
            case ClientFrame.Measurement _ -> List.of();
            // No business of the room.
            case ClientFrame.Renewal _, ClientFrame.Simulate _ -> List.of();
        };
    }

    private List<Delivery> media(Member member, long id, ClientFrame.Media frame) {
        if (!plane.has(member.id()) && plane.isFull()) return refuse(member, id, MESH_FULL);
        members.put(member.sending(frame));
        var deliveries = new ArrayList<>(members.others(member, new ServerFrame.Media(frame.audio(), frame.video())));
        if (!frame.audio()) deliveries.addAll(members.others(reception.muted(member.id())));
        deliveries.addAll(connectMedia(member.id()));
        return deliveries;
    }

    List<Delivery> measured(ParticipantId from, long id, ClientFrame.Measurement said, Instant now) {
        var member = members.get(from);
        if (member == null) return List.of();
        return switch (said) {
            case ClientFrame.Level level -> level(member, id, level, now);
            case ClientFrame.Quality quality ->
                plane.connects(from, quality.peer())
                        ? members.others(reception.reported(from, quality.link()))
                        : refuse(member, id, PEER_NOT_PRESENT);
        };
    }

    /** Silence may be told by anybody: it is what is left on the way when a microphone is switched off. */
    private List<Delivery> level(Member member, long id, ClientFrame.Level level, Instant now) {
        if (member.audio()) return members.others(reception.heard(member.id(), level, now));
        return level.isSilence() ? List.of() : refuse(member, id, NOT_SENDING_AUDIO);
    }

    /** Stops what the interviewer is saying, in every browser. */
    List<Delivery> hush() {
        return members.everybody(proceedings.hushed());
    }

    /** Goes on with what was stopped. */
    List<Delivery> goesOn(int from) {
        return members.everybody(proceedings.goesOn(from));
    }

    /** The interviewer has said what it had to, to the lead, and waits for an answer. */
    boolean awaitsLead() {
        return proceedings.interviewerState() == ServerFrame.InterviewerState.LISTENING && !floor.isGiven();
    }

    boolean isHost(ParticipantId who) {
        return members.isHost(who);
    }

    List<Delivery> at(Instant now) {
        return members.others(reception.at(now));
    }

    List<Delivery> on(MeetingEvent event) {
        if (event instanceof MeetingEvent.Moderation decision) return chair.on(decision);
        return members.everybody(proceedings.on(event));
    }

    List<Delivery> on(InterviewEvent event) {
        var deliveries = new ArrayList<>(members.everybody(proceedings.on(event)));
        if (floor.on(event)) deliveries.addAll(members.everybody(Letter.of(floor())));
        return deliveries;
    }

    List<Delivery> on(TranscriptEvent event) {
        return switch (event) {
            case TranscriptEvent.SegmentRecorded e -> recorded(e);
            case TranscriptEvent.SegmentCorrected _,
                    TranscriptEvent.SegmentRedacted _,
                    TranscriptEvent.TranscriptGapRecorded _ -> List.of();
        };
    }

    private List<Delivery> recorded(TranscriptEvent.SegmentRecorded e) {
        // The interviewer's words were shown when it said them.
        if (e.source() == Source.INTERVIEWER) return List.of();
        var deliveries = new ArrayList<>(captions.recorded(e));
        if (e.speakerRole() == Invitee.Role.LEAD) deliveries.addAll(members.everybody(proceedings.leadHasSpoken()));
        return deliveries;
    }

    List<Delivery> speechIsOver(SegmentId spoken) {
        return members.everybody(proceedings.speechIsOver(spoken));
    }

    private ServerFrame.Floor floor() {
        return floor.frame(house.queue(), members::isHost);
    }

    /** What a newcomer needs to know, where somebody has the floor or asks for it. */
    Optional<ServerFrame.Floor> floorSoFar() {
        return Optional.of(floor())
                .filter(floor ->
                        floor.participantId().isPresent() || !floor.queue().isEmpty());
    }

    /** Everybody who is here, the interviewer last. */
    List<ServerFrame.Present> participants() {
        var people = members.here().map(this::present);
        return Stream.concat(people, proceedings.presentInterviewer().stream()).toList();
    }

    /** What a newcomer needs to know. */
    ServerFrame welcome(Participant self, MeetingPage page, IceConfiguration ice, Secret resumeToken) {
        return new ServerFrame.Welcome(
                self,
                new ServerFrame.MeetingLine(page.meetingId(), page.title(), proceedings.status(), page.interviewer()),
                page.roomId(),
                resumeToken.value(),
                participants(),
                ice.iceServers(),
                ice.iceTransportPolicy(),
                proceedings.interviewerState(),
                proceedings.disclosure(),
                house.isLocked(),
                self.role() == Invitee.Role.HOST ? Optional.of(chair.knocks()) : Optional.empty());
    }

    private ServerFrame.Present present(Member member) {
        var who = member.participant();
        return new ServerFrame.Present(
                member.id(),
                who.name(),
                who.role(),
                member.audio(),
                member.video(),
                proceedings.hasConsented(member.id()),
                house.hasRaised(member.id()));
    }
}
