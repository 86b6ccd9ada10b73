package dev.parley.infra.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Keeps secrets of users in a table, unreadable without this installation's own secret: AES-256-GCM, a nonce before each. */
public final class Seal {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    public Seal(SecretKey derived) {
        this.key = new SecretKeySpec(derived.getEncoded(), "AES");
    }

    public byte[] close(String secret) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var hidden = crypt(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(StandardCharsets.UTF_8));
        var sealed = Arrays.copyOf(nonce, NONCE + hidden.length);
        System.arraycopy(hidden, 0, sealed, NONCE, hidden.length);
        return sealed;
    }

    public String open(byte[] sealed) {
        var nonce = Arrays.copyOf(sealed, NONCE);
        var hidden = Arrays.copyOfRange(sealed, NONCE, sealed.length);
        return new String(crypt(Cipher.DECRYPT_MODE, nonce, hidden), StandardCharsets.UTF_8);
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed with another secret, or changed since", e);
        }
    }
}
