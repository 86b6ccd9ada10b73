package dev.parley.signaling.frame;

import dev.parley.api.Refusal;

/** Why the gateway itself says no. */
public enum SignalRefusal implements Refusal {
    ORIGIN_NOT_ALLOWED(Kind.FORBIDDEN, "Pages of this origin may not connect here."),
    PROTOCOL_UNKNOWN(Kind.MALFORMED, "Ask for the WebSocket subprotocol parley.v1."),
    FRAME_MALFORMED(Kind.MALFORMED, "This message is not a frame of parley.v1."),
    FRAME_TOO_LARGE(Kind.MALFORMED, "This message is larger than allowed."),
    TOO_MANY_FRAMES(Kind.TOO_MANY, "Too many frames in too short a time."),
    TOO_MANY_OFFERS(Kind.TOO_MANY, "Too many offers and answers in too short a time."),
    TOO_MANY_CANDIDATES(Kind.TOO_MANY, "Too many candidates in too short a time."),
    TOO_MANY_CONNECTIONS(
            Kind.TOO_MANY, "There are too many connections from here, of this person or of this organisation."),
    GATEWAY_FULL(Kind.UNAVAILABLE, "This server has no free place; try again in a moment."),
    JOIN_EXPECTED(Kind.MALFORMED, "The first frame must be join, and soon."),
    ALREADY_JOINED(Kind.CONFLICT, "This connection has already joined."),
    TICKET_INVALID(Kind.FORBIDDEN, "This ticket is unknown, used or too old."),
    LINK_INVALID(Kind.UNKNOWN, "This link is not valid (any more)."),
    MEETING_OVER(Kind.CONFLICT, "This meeting is over."),
    ROOM_FULL(Kind.CONFLICT, "The room has no free place."),
    MESH_FULL(Kind.CONFLICT, "No more people can connect audio or video in this room; words still work."),
    PEER_NOT_PRESENT(Kind.UNKNOWN, "There is nobody in the room by this id to connect media with."),
    EPOCH_STALE(Kind.CONFLICT, "This attempt to connect is over; a newer one has begun."),
    SDP_MALFORMED(Kind.MALFORMED, "This session description is not one that may pass."),
    CANDIDATE_MALFORMED(Kind.MALFORMED, "This is not an ICE candidate."),
    NOT_SENDING_AUDIO(Kind.CONFLICT, "Whoever sends no sound has no level."),
    LOGIN_TOO_OLD(Kind.FORBIDDEN, "Show a new ticket to go on."),
    STILL_WAITING(Kind.CONFLICT, "You are not in the room yet."),
    NOT_WAITING(Kind.UNKNOWN, "There is nobody waiting by this id."),
    NOT_A_HOST(Kind.FORBIDDEN, "Only hosts may do this."),
    TOO_MUCH_WAITING(Kind.CONFLICT, "Too many of your words wait to be stored; send them again later."),
    NOT_STORED(Kind.CONFLICT, "Storing failed; send it again.");

    private final Kind kind;
    private final String text;

    SignalRefusal(Kind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String text() {
        return text;
    }
}
