package dev.parley.infra.identity;

import dev.parley.api.TenantId;
import dev.parley.api.feed.FeedId;
import dev.parley.api.feed.FeedSecrets;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.SecretKey;

/**
 * Addresses that nobody can guess: the tenant, so that the right rows can be looked at, then 32 bytes of HMAC-SHA256 over feed
 * and seed. Whoever reads the log or the view finds the seed and a hash, and without our key makes no address of them.
 */
final class SignedFeedSecrets implements FeedSecrets {
    private static final int LENGTH = 16 + 32;

    private final SecretKey key;
    private final Supplier<URI> publicAddress;

    SignedFeedSecrets(SecretKey key, Supplier<URI> publicAddress) {
        this.key = key;
        this.publicAddress = publicAddress;
    }

    @Override
    public URI addressOf(TenantId tenant, FeedId feed, UUID seed) {
        return URI.create(publicAddress.get() + "/api/v1/calendar/" + secret(tenant, feed, seed) + ".ics");
    }

    @Override
    public String hashOf(TenantId tenant, FeedId feed, UUID seed) {
        return hash(secret(tenant, feed, seed));
    }

    @Override
    public Optional<Key> read(String secret) {
        if (secret.length() != LENGTH * 4 / 3) return Optional.empty();
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(secret));
            var tenant = new TenantId(new UUID(bytes.getLong(), bytes.getLong()));
            return Optional.of(new Key(tenant, hash(secret)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String secret(TenantId tenant, FeedId feed, UUID seed) {
        var mac = Secret.sign(key, (feed + "|" + seed).getBytes(StandardCharsets.UTF_8));
        var bytes = ByteBuffer.allocate(LENGTH)
                .putLong(tenant.value().getMostSignificantBits())
                .putLong(tenant.value().getLeastSignificantBits())
                .put(mac);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static String hash(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
