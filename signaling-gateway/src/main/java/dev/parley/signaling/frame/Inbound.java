package dev.parley.signaling.frame;

import dev.parley.api.Refusal;
import dev.parley.api.meeting.ParticipantId;
import java.util.Optional;

/** What a message turned out to be. */
public sealed interface Inbound {

    /** @param claims whom the client says it is speaking for, if it says so; only its own name is true */
    record Said(long id, ClientFrame frame, Optional<ParticipantId> claims) implements Inbound {
        /** The same, saying something narrower. */
        public Said as(ClientFrame meant) {
            return new Said(id, meant, claims);
        }
    }

    /** A type that this version does not know: newer clients may say more. */
    record Unknown() implements Inbound {}

    /** @param re the frame's number, where it could be told */
    record Refused(long re, Refusal refusal, Optional<String> field) implements Inbound {}

    /** Not even an envelope; whoever sends this does not speak the protocol. */
    record Garbage(Refusal refusal) implements Inbound {}
}
