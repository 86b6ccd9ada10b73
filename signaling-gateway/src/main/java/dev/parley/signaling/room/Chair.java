package dev.parley.signaling.room;

import static dev.parley.signaling.frame.SignalRefusal.NOT_A_HOST;
import static dev.parley.signaling.frame.SignalRefusal.NOT_WAITING;

import dev.parley.api.Refusal;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingEvent.ParticipantMuted;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.frame.ClientFrame;
import dev.parley.signaling.frame.ServerFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What hosts may order, what comes of it in the room, and who waits for their word. Pure. */
final class Chair {
    private final Members members;
    private final Reception reception;
    private final House house;
    private final Lobby lobby = new Lobby();

    Chair(Members members, Reception reception, House house) {
        this.members = members;
        this.reception = reception;
        this.house = house;
    }

    /** A host could decide now. */
    boolean isTaken() {
        return members.here().anyMatch(Member::isHost);
    }

    /** Why the room itself would not have this said; what it does not object to, the meeting may still refuse. */
    Optional<Refusal> objection(ParticipantId from, ClientFrame frame) {
        if (!(frame instanceof ClientFrame.Moderation order)) return Optional.empty();
        var member = members.get(from);
        if (member == null) return Optional.empty();
        if (!member.isHost()) return Optional.of(NOT_A_HOST);
        return switch (order) {
            case ClientFrame.Admit(var who) -> mustWait(who);
            case ClientFrame.Deny(var who) -> mustWait(who);
            case ClientFrame.AdmitAll _, ClientFrame.Mute _, ClientFrame.Remove _, ClientFrame.Lock _ ->
                Optional.empty();
        };
    }

    private Optional<Refusal> mustWait(ParticipantId who) {
        return lobby.has(who) ? Optional.empty() : Optional.of(NOT_WAITING);
    }

    /** Waits to be let in, which only hosts hear. */
    List<Delivery> knocked(ServerFrame.Knock knock) {
        return members.hosts(lobby.knocked(knock));
    }

    List<Delivery> knockedElsewhere(ServerFrame.Knock knock) {
        return members.hosts(lobby.knockedElsewhere(knock));
    }

    List<Delivery> knockIsOver(ParticipantId who) {
        return members.hosts(lobby.over(who));
    }

    List<ServerFrame.Knock> knocks() {
        return lobby.knocks();
    }

    List<Delivery> on(MeetingEvent.Moderation decision) {
        var deliveries = new ArrayList<>(members.everybody(house.on(decision)));
        switch (decision) {
            case ParticipantMuted muted when muted.forced() -> deliveries.addAll(silence(muted));
            case ParticipantMuted _,
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
    private List<Delivery> silence(ParticipantMuted muted) {
        var member = members.get(muted.participantId());
        if (member == null || !member.audio()) return List.of();
        members.put(member.silenced());
        var deliveries = new ArrayList<>(members.others(member, new ServerFrame.Media(false, member.video())));
        deliveries.addAll(members.others(reception.muted(member.id())));
        return deliveries;
    }
}
