package dev.parley.signaling.room;

import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.frame.ClientFrame;
import java.util.Optional;

/**
 * Somebody with a place in the room.
 *
 * @param order of joining
 * @param media whether this client can connect media at all
 * @param away whether the connection is lost, though the person may still come back as if nothing had happened
 * @param unfinished what they are just saying
 */
record Member(
        Participant participant,
        int order,
        boolean media,
        boolean audio,
        boolean video,
        boolean away,
        Optional<ClientFrame.Segment> unfinished) {

    static Member of(Participant participant, int order) {
        return new Member(participant, order, false, false, false, false, Optional.empty());
    }

    ParticipantId id() {
        return participant.participantId();
    }

    Member sending(ClientFrame.Media frame) {
        return new Member(participant, order, true, frame.audio(), frame.video(), away, unfinished);
    }

    boolean isHost() {
        return participant.role() == Invitee.Role.HOST;
    }

    Member silenced() {
        return new Member(participant, order, media, false, video, away, unfinished);
    }

    Member away(boolean away) {
        return new Member(participant, order, media, audio, video, away, unfinished);
    }

    Member saying(Optional<ClientFrame.Segment> words) {
        return new Member(participant, order, media, audio, video, away, words);
    }
}
