package dev.parley.infra.identity;

import dev.parley.api.TenantId;
import dev.parley.api.meeting.GuestLinks;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.SecretKey;

/**
 * Links that carry their own proof: version, tenant, meeting, participant, role, expiry and name, then an HMAC-SHA256 over
 * all of it, in Base64url without a dot (a dot would make it look like a file's address).
 */
final class SignedGuestLinks implements GuestLinks {
    private static final byte VERSION = 1;
    private static final int MAC = 32;
    private static final int BEFORE_NAME = 1 + 3 * 16 + 1 + 8;
    private static final int LONGEST = 1_200;

    private final SecretKey key;
    private final Supplier<URI> publicAddress;
    private final Clock clock;

    SignedGuestLinks(SecretKey key, Supplier<URI> publicAddress, Clock clock) {
        this.key = key;
        this.publicAddress = publicAddress;
        this.clock = clock;
    }

    @Override
    public URI linkFor(TenantId tenant, MeetingId meeting, Participant guest, Instant expires) {
        var content = content(tenant, meeting, guest, expires);
        var signed = ByteBuffer.allocate(content.length + MAC).put(content).put(Secret.sign(key, content));
        return URI.create(publicAddress.get() + "/join/" + encoder().encodeToString(signed.array()));
    }

    @Override
    public Optional<Guest> read(String token) {
        return signedContent(token).filter(this::isCurrent).map(SignedGuestLinks::guest);
    }

    private static byte[] content(TenantId tenant, MeetingId meeting, Participant guest, Instant expires) {
        var name = guest.name().getBytes(StandardCharsets.UTF_8);
        var content = ByteBuffer.allocate(BEFORE_NAME + name.length).put(VERSION);
        for (var id : new UUID[] {
            tenant.value(), meeting.value(), guest.participantId().value()
        }) content.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return content.put((byte) guest.role().ordinal())
                .putLong(expires.getEpochSecond())
                .put(name)
                .array();
    }

    private Optional<ByteBuffer> signedContent(String token) {
        if (token.length() > LONGEST) return Optional.empty();
        var bytes = decoded(token);
        if (bytes.length < BEFORE_NAME + MAC || !encoder().encodeToString(bytes).equals(token)) return Optional.empty();
        var content = Arrays.copyOf(bytes, bytes.length - MAC);
        var mac = Arrays.copyOfRange(bytes, content.length, bytes.length);
        var isOurs = MessageDigest.isEqual(mac, Secret.sign(key, content));
        return isOurs && content[0] == VERSION ? Optional.of(ByteBuffer.wrap(content)) : Optional.empty();
    }

    private boolean isCurrent(ByteBuffer content) {
        return clock.instant().getEpochSecond() < content.getLong(BEFORE_NAME - 8);
    }

    private static Guest guest(ByteBuffer content) {
        var tenant = new TenantId(id(content, 0));
        var meeting = new MeetingId(id(content, 1));
        var participant = new ParticipantId(id(content, 2));
        var role = Invitee.Role.values()[content.get(BEFORE_NAME - 9)];
        var name = new String(content.array(), BEFORE_NAME, content.capacity() - BEFORE_NAME, StandardCharsets.UTF_8);
        return new Guest(tenant, meeting, new Participant(participant, name, role));
    }

    private static UUID id(ByteBuffer content, int index) {
        return new UUID(content.getLong(1 + 16 * index), content.getLong(9 + 16 * index));
    }

    private static byte[] decoded(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static Base64.Encoder encoder() {
        return Base64.getUrlEncoder().withoutPadding();
    }
}
