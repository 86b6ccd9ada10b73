package dev.parley.api.meeting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.Base64;

/** Names a room. Knowing it is not enough to enter, but it is still unguessable: 160 random bits in base64url. */
public record RoomId(@JsonValue String value) {
    private static final SecureRandom RANDOM = new SecureRandom();

    @JsonCreator
    public static RoomId of(String text) {
        return new RoomId(text);
    }

    public static RoomId random() {
        var bits = new byte[20];
        RANDOM.nextBytes(bits);
        return new RoomId(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    @Override
    public String toString() {
        return value;
    }
}
