package dev.parley.infra.identity;

import dev.parley.api.TenantId;
import dev.parley.api.preference.PreferenceLinks;
import dev.parley.api.preference.PreferencesId;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.SecretKey;

/** Version, tenant and whose preferences, then an HMAC-SHA256 over it; no address, which logs and histories would keep. */
final class SignedPreferenceLinks implements PreferenceLinks {
    private static final byte VERSION = 1;
    private static final int CONTENT = 1 + 2 * 16;
    private static final int MAC = 32;

    private final SecretKey key;
    private final Supplier<URI> publicAddress;

    SignedPreferenceLinks(SecretKey key, Supplier<URI> publicAddress) {
        this.key = key;
        this.publicAddress = publicAddress;
    }

    @Override
    public URI linkFor(TenantId tenant, String address) {
        var content = ByteBuffer.allocate(CONTENT).put(VERSION);
        for (var id :
                new UUID[] {tenant.value(), PreferencesId.of(tenant, address).value()})
            content.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        var signed = ByteBuffer.allocate(CONTENT + MAC)
                .put(content.array())
                .put(Secret.sign(key, content.array()))
                .array();
        return URI.create(publicAddress.get() + "/unsubscribe/"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signed));
    }

    @Override
    public Optional<Holder> read(String token) {
        var bytes = decoded(token);
        if (bytes.length != CONTENT + MAC) return Optional.empty();
        var content = Arrays.copyOf(bytes, CONTENT);
        var mac = Arrays.copyOfRange(bytes, CONTENT, bytes.length);
        if (content[0] != VERSION || !MessageDigest.isEqual(mac, Secret.sign(key, content))) return Optional.empty();
        var ids = ByteBuffer.wrap(content, 1, CONTENT - 1);
        return Optional.of(new Holder(
                new TenantId(new UUID(ids.getLong(), ids.getLong())),
                new PreferencesId(new UUID(ids.getLong(), ids.getLong()))));
    }

    private static byte[] decoded(String token) {
        if (token.length() > 200) return new byte[0];
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
