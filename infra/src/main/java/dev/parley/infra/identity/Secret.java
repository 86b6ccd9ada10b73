package dev.parley.infra.identity;

import dev.parley.infra.store.postgres.CannotStart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The one secret of an installation. Each purpose has a key of its own derived from it, so that none opens another's door. */
final class Secret {
    private static final int BYTES = 32;
    private static final String HMAC = "HmacSHA256";

    private final byte[] value;

    private Secret(byte[] value) {
        if (value.length < BYTES) throw tooWeak();
        this.value = value.clone();
    }

    static Secret of(IdentitySettings settings) {
        return settings.secret().isBlank() ? keptIn(settings.home()) : given(settings.secret());
    }

    static Secret given(String base64) {
        try {
            return new Secret(Base64.getDecoder().decode(base64.strip()));
        } catch (IllegalArgumentException e) {
            throw tooWeak();
        }
    }

    /** Made at the first start, so that tokens and links outlive a restart. */
    static Secret keptIn(Path home) {
        var file = home.resolve("secret");
        try {
            Files.createDirectories(home);
            if (!Files.exists(file)) make(file);
            return given(Files.readString(file));
        } catch (IOException e) {
            throw new CannotStart(
                    "The secret " + file + " cannot be kept.", "Set PARLEY_HOME to a directory that you may write.", e);
        }
    }

    SecretKey keyFor(String purpose) {
        return new SecretKeySpec(sign(new SecretKeySpec(value, HMAC), purpose.getBytes(StandardCharsets.UTF_8)), HMAC);
    }

    static byte[] sign(SecretKey key, byte[] message) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }

    private static CannotStart tooWeak() {
        return new CannotStart("The secret is too weak.", "PARLEY_SECRET must hold at least 32 bytes in Base64.", null);
    }

    /** Whole or not at all, and never over another process's secret: it is written aside, then linked into place. */
    private static void make(Path file) throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var aside = Files.createTempFile(file.toAbsolutePath().getParent(), "secret", "", ownerOnly(file));
        try {
            Files.writeString(aside, Base64.getEncoder().encodeToString(bytes));
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException e) {
            // another process was faster; its secret is as good
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }
}
