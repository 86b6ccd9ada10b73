package dev.parley.signaling.room;

import static dev.parley.api.meeting.MeetingRefusal.NO_CONSENT;
import static dev.parley.signaling.frame.SignalRefusal.ALREADY_JOINED;
import static dev.parley.signaling.frame.SignalRefusal.MESH_FULL;
import static dev.parley.signaling.frame.SignalRefusal.NOT_A_HOST;
import static dev.parley.signaling.frame.SignalRefusal.NOT_SENDING_AUDIO;
import static dev.parley.signaling.frame.SignalRefusal.NOT_WAITING;
import static dev.parley.signaling.frame.SignalRefusal.PEER_NOT_PRESENT;

import dev.parley.api.Refusal;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who is here and who hears what. Pure: no sockets, no clock, no threads; whatever happens, it answers with deliveries. */
final class Room {
    private final Map<ParticipantId, Member> members = new LinkedHashMap<>();
    private final MediaPlane plane;
    private final Reception reception;
    private final Proceedings proceedings;
    private final House house = new House();
    private final Lobby lobby = new Lobby();
    private final Floor floor = new Floor();
    /** Revisions of final words, so that what arrives late changes nothing. */
    private final Recent<SegmentId, Integer> finished = new Recent<>(256);

    private final Recent<SegmentId, Boolean> shown = new Recent<>(256);
    private int joins;

    Room(MeetingId meetingId, MediaPlane plane, Reception reception) {
        this.plane = plane;
        this.reception = reception;
        this.proceedings = new Proceedings(meetingId);
    }

    Proceedings proceedings() {
        return proceedings;
    }

    House house() {
        return house;
    }

    /** Waits to be let in, which only hosts hear. */
    List<Delivery> knocked(ServerFrame.Knock knock) {
        return hosts(lobby.knocked(knock));
    }

    List<Delivery> knockedElsewhere(ServerFrame.Knock knock) {
        return hosts(lobby.knockedElsewhere(knock));
    }

    List<Delivery> knockIsOver(ParticipantId who) {
        return hosts(lobby.over(who));
    }

    boolean hasHost() {
        return members.values().stream().anyMatch(member -> member.isHost() && !member.away());
    }

    /** Why the room itself would not have this said; what it does not object to, the meeting may still refuse. */
    Optional<Refusal> objection(ParticipantId from, ClientFrame frame) {
        var member = members.get(from);
        if (member == null || !(frame instanceof ClientFrame.Moderation decision)) return Optional.empty();
        if (!member.isHost()) return Optional.of(NOT_A_HOST);
        return switch (decision) {
            case ClientFrame.Admit(var who) -> mustWait(who);
            case ClientFrame.Deny(var who) -> mustWait(who);
            case ClientFrame.AdmitAll _, ClientFrame.Mute _, ClientFrame.Remove _, ClientFrame.Lock _ ->
                Optional.empty();
        };
    }

    private Optional<Refusal> mustWait(ParticipantId who) {
        return lobby.has(who) ? Optional.empty() : Optional.of(NOT_WAITING);
    }

    List<ServerFrame.Knock> knocks() {
        return lobby.knocks();
    }

    /** Comes in; whoever was here under the same identity is replaced. */
    List<Delivery> join(Participant who) {
        var deliveries = new ArrayList<>(leave(who.participantId(), Departure.REPLACED));
        var member = Member.of(who, ++joins);
        members.put(who.participantId(), member);
        deliveries.addAll(others(member, new ServerFrame.Joined(present(member))));
        return deliveries;
    }

    /** Goes for good; nobody hears it twice. */
    List<Delivery> leave(ParticipantId who, Departure why) {
        var member = members.remove(who);
        if (why != Departure.REPLACED) house.left(who);
        var deliveries = new ArrayList<Delivery>();
        if (why != Departure.REPLACED && floor.left(who)) deliveries.addAll(everybody(Letter.of(floor())));
        if (member != null && !member.away()) deliveries.addAll(everybody(Letter.of(new ServerFrame.Left(who, why))));
        deliveries.addAll(disconnect(who));
        return deliveries;
    }

    /** Has lost the connection: for the others gone, but what is said meanwhile is kept for a return. */
    List<Delivery> away(ParticipantId who) {
        var member = members.get(who);
        if (member == null || member.away()) return List.of();
        members.put(who, member.away(true));
        var deliveries = new ArrayList<>(others(member, new ServerFrame.Left(who, Departure.CONNECTION_LOST)));
        deliveries.addAll(disconnect(who));
        return deliveries;
    }

    /** Is back with all that was; media is connected afresh. */
    List<Delivery> back(ParticipantId who) {
        var member = members.get(who);
        if (member == null || !member.away()) return List.of();
        members.put(who, member.away(false));
        var deliveries = new ArrayList<>(others(member, new ServerFrame.Joined(present(member))));
        deliveries.addAll(connectMedia(who));
        return deliveries;
    }

    List<Delivery> disconnect(ParticipantId who) {
        var deliveries = new ArrayList<>(plane.disconnect(who));
        deliveries.addAll(told(reception.gone(who)));
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
            case ClientFrame.Segment words -> words.isFinal() ? finish(member, words) : caption(member, id, words);
            case ClientFrame.Chat chat -> others(member, new ServerFrame.Chat(chat.text()));
            // Facts first: these are told when they are stored.
            case ClientFrame.Consent _,
                    ClientFrame.Leave _,
                    ClientFrame.Gap _,
                    ClientFrame.Hand _,
                    ClientFrame.Moderation _ -> List.of();
            // These have their time: see measured.
            case ClientFrame.Measurement _ -> List.of();
            // No business of the room.
            case ClientFrame.Renewal _, ClientFrame.Simulate _ -> List.of();
        };
    }

    List<Delivery> measured(ParticipantId from, long id, ClientFrame.Measurement said, Instant now) {
        var member = members.get(from);
        if (member == null) return List.of();
        return switch (said) {
            case ClientFrame.Level level -> {
                var deliveries = new ArrayList<>(level(member, id, level, now));
                if (isTalkedOver(now)) deliveries.addAll(everybody(proceedings.hushed()));
                yield deliveries;
            }
            case ClientFrame.Quality quality ->
                plane.connects(from, quality.peer())
                        ? told(reception.reported(from, quality.link()))
                        : refuse(member, id, PEER_NOT_PRESENT);
        };
    }

    /** The interviewer yields to a host, and to people who talk with each other. */
    private boolean isTalkedOver(Instant now) {
        if (proceedings.speaking().isEmpty()) return false;
        var speakers = reception.speakingFirmly(now);
        return speakers.size() > 1
                || speakers.stream().map(members::get).anyMatch(member -> member != null && member.isHost());
    }

    List<Delivery> at(Instant now) {
        return told(reception.at(now));
    }

    Reception reception() {
        return reception;
    }

    List<Delivery> on(MeetingEvent event) {
        if (event instanceof MeetingEvent.Moderation decision) return decided(decision);
        return everybody(proceedings.on(event));
    }

    private List<Delivery> decided(MeetingEvent.Moderation decision) {
        var deliveries = new ArrayList<>(everybody(house.on(decision)));
        switch (decision) {
            case MeetingEvent.ParticipantMuted muted when muted.forced() -> deliveries.addAll(silence(muted));
            case MeetingEvent.ParticipantMuted _,
                    MeetingEvent.ParticipantRemoved _,
                    MeetingEvent.ParticipantAdmitted _,
                    MeetingEvent.ParticipantDenied _,
                    MeetingEvent.EntryChosen _,
                    MeetingEvent.RoomLocked _,
                    MeetingEvent.RoomUnlocked _,
                    MeetingEvent.HandRaised _,
                    MeetingEvent.HandLowered _ -> {}
        }
        return deliveries;
    }

    /** From now on whoever sees this person sees them muted, whatever their browser does. */
    private List<Delivery> silence(MeetingEvent.ParticipantMuted muted) {
        var member = members.get(muted.participantId());
        if (member == null || !member.audio()) return List.of();
        members.put(member.id(), member.silenced());
        var deliveries = new ArrayList<>(others(member, new ServerFrame.Media(false, member.video())));
        deliveries.addAll(told(reception.muted(member.id())));
        return deliveries;
    }

    List<Delivery> on(InterviewEvent event) {
        var deliveries = new ArrayList<>(everybody(proceedings.on(event)));
        if (floor.on(event)) deliveries.addAll(everybody(Letter.of(floor())));
        return deliveries;
    }

    /** Whether the interviewer would talk over somebody now. */
    boolean isSomebodySpeaking() {
        return reception.isSomebodySpeaking();
    }

    private ServerFrame.Floor floor() {
        return floor.frame(
                house.queue(),
                who -> Optional.ofNullable(members.get(who))
                        .filter(Member::isHost)
                        .isPresent());
    }

    /** What a newcomer needs to know, where somebody has the floor or asks for it. */
    Optional<ServerFrame.Floor> floorSoFar() {
        return Optional.of(floor())
                .filter(floor ->
                        floor.participantId().isPresent() || !floor.queue().isEmpty());
    }

    List<Delivery> on(TranscriptEvent event) {
        return switch (event) {
            case TranscriptEvent.SegmentRecorded e -> recorded(e);
            case TranscriptEvent.SegmentCorrected _, TranscriptEvent.TranscriptGapRecorded _ -> List.of();
        };
    }

    List<Delivery> speechIsOver(SegmentId spoken) {
        return everybody(proceedings.speechIsOver(spoken));
    }

    /** Everybody has seen these words already, so storing them needs no caption. */
    void isShownAlready(SegmentId words) {
        shown.note(words, true);
    }

    /** What this person is just saying. */
    Optional<ClientFrame.Segment> unfinished(ParticipantId who) {
        return Optional.ofNullable(members.get(who)).flatMap(Member::unfinished);
    }

    /** Takes what this person was just saying as all that they said. */
    Optional<ClientFrame.Segment> breakOff(ParticipantId who) {
        var words = unfinished(who);
        words.ifPresent(said -> finish(Objects.requireNonNull(members.get(who)), said));
        return words;
    }

    /** Everybody who is here, the interviewer last. */
    List<ServerFrame.Present> participants() {
        var people = members.values().stream().filter(member -> !member.away()).map(this::present);
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
                self.role() == Invitee.Role.HOST ? Optional.of(lobby.knocks()) : Optional.empty());
    }

    boolean has(ParticipantId who) {
        return members.containsKey(who);
    }

    int size() {
        return members.size();
    }

    private List<Delivery> media(Member member, long id, ClientFrame.Media frame) {
        if (!plane.has(member.id()) && plane.isFull()) return refuse(member, id, MESH_FULL);
        members.put(member.id(), member.sending(frame));
        var deliveries = new ArrayList<>(others(member, new ServerFrame.Media(frame.audio(), frame.video())));
        if (!frame.audio()) deliveries.addAll(told(reception.muted(member.id())));
        deliveries.addAll(connectMedia(member.id()));
        return deliveries;
    }

    /** Silence may be told by anybody: it is what is left on the way when a microphone is switched off. */
    private List<Delivery> level(Member member, long id, ClientFrame.Level level, Instant now) {
        if (member.audio()) return told(reception.heard(member.id(), level, now));
        return level.isSilence() ? List.of() : refuse(member, id, NOT_SENDING_AUDIO);
    }

    /** The domain decides about final words; here they only end what was being said. */
    private List<Delivery> finish(Member member, ClientFrame.Segment words) {
        members.put(member.id(), member.saying(Optional.empty()));
        finished.note(words.segmentId(), words.revision());
        return List.of();
    }

    private List<Delivery> caption(Member member, long id, ClientFrame.Segment words) {
        if (!proceedings.hasConsented(member.id())) return refuse(member, id, NO_CONSENT);
        if (finished.find(words.segmentId()).isPresent()) return List.of();
        members.put(member.id(), member.saying(Optional.of(words)));
        var who = member.participant();
        var caption = new ServerFrame.Caption(
                words.segmentId(), member.id(), who.name(), who.role(), words.text(), false, words.revision());
        return to(other -> !other.equals(member.id()), Letter.of(caption));
    }

    private List<Delivery> recorded(TranscriptEvent.SegmentRecorded e) {
        // The interviewer's words were shown when it said them.
        if (e.source() == Source.INTERVIEWER) return List.of();
        var deliveries = new ArrayList<Delivery>();
        if (shown.find(e.segmentId()).isEmpty()) deliveries.addAll(finalCaption(e));
        if (e.speakerRole() == Invitee.Role.LEAD) deliveries.addAll(everybody(proceedings.leadHasSpoken()));
        return deliveries;
    }

    private List<Delivery> finalCaption(TranscriptEvent.SegmentRecorded e) {
        var revision = finished.find(e.segmentId()).orElse(1);
        finished.note(e.segmentId(), revision);
        var caption = new ServerFrame.Caption(
                e.segmentId(), e.speaker(), e.speakerName(), e.speakerRole(), e.text(), true, revision);
        return to(other -> !other.equals(e.speaker()), Letter.of(caption));
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

    private List<Delivery> hosts(Optional<Letter> letter) {
        return letter.map(
                        what -> to(id -> Objects.requireNonNull(members.get(id)).isHost(), what))
                .orElse(List.of());
    }

    private List<Delivery> told(List<Letter> letters) {
        return letters.stream()
                .flatMap(letter -> to(other -> !letter.from().equals(Optional.of(other)), letter).stream())
                .toList();
    }

    private List<Delivery> everybody(List<Letter> letters) {
        return letters.stream().flatMap(letter -> everybody(letter).stream()).toList();
    }

    private List<Delivery> everybody(Letter letter) {
        return to(_ -> true, letter);
    }

    /** To all but the sender; a frame about the sender's coming and going names it itself. */
    private List<Delivery> others(Member sender, ServerFrame frame) {
        var letter = frame instanceof ServerFrame.Joined || frame instanceof ServerFrame.Left
                ? Letter.of(frame)
                : Letter.from(sender.id(), frame);
        return to(other -> !other.equals(sender.id()), letter);
    }

    private List<Delivery> to(Predicate<ParticipantId> whom, Letter letter) {
        var deliveries = new ArrayList<Delivery>(members.size());
        for (var id : members.keySet()) if (whom.test(id)) deliveries.add(new Delivery(id, letter));
        return deliveries;
    }

    private static List<Delivery> refuse(Member member, long id, Refusal why) {
        return List.of(new Delivery(member.id(), Letter.refusing(id, why)));
    }
}
