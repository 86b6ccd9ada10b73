package dev.parley.infra.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** As much of TURN over UDP (RFC 8489, RFC 8656) as asking for a relay takes. */
final class TurnClient implements AutoCloseable {
    static final int ALLOCATE = 0x003;
    static final int CREATE_PERMISSION = 0x008;
    private static final int COOKIE = 0x2112A442;
    private static final int USERNAME = 0x0006;
    private static final int INTEGRITY = 0x0008;
    private static final int ERROR = 0x0009;
    private static final int PEER = 0x0012;
    private static final int REALM = 0x0014;
    private static final int NONCE = 0x0015;
    private static final int TRANSPORT = 0x0019;

    private final DatagramSocket socket = new DatagramSocket();
    private final Random random = new Random();
    private final String username;
    private final String credential;
    private Map<Integer, byte[]> challenge = Map.of();

    TurnClient(int port, String username, String credential) throws IOException {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(500);
        this.username = username;
        this.credential = credential;
    }

    /** @return 0 for success, or the error's code */
    int allocate() throws IOException {
        var first = ask(ALLOCATE, attribute(TRANSPORT, new byte[] {17, 0, 0, 0}), false);
        return first == 401 ? ask(ALLOCATE, attribute(TRANSPORT, new byte[] {17, 0, 0, 0}), true) : first;
    }

    int allocateWithoutCredentials() throws IOException {
        return ask(ALLOCATE, attribute(TRANSPORT, new byte[] {17, 0, 0, 0}), false);
    }

    int permit(String peer) throws IOException {
        var ip = InetAddress.ofLiteral(peer).getAddress();
        var xored = ByteBuffer.allocate(8).putShort((short) 1).putShort((short) (9 ^ (COOKIE >>> 16)));
        xored.putInt(ByteBuffer.wrap(ip).getInt() ^ COOKIE);
        return ask(CREATE_PERMISSION, attribute(PEER, xored.array()), true);
    }

    private int ask(int method, byte[] content, boolean signed) throws IOException {
        var id = new byte[12];
        random.nextBytes(id);
        var body = new ByteArrayOutputStream();
        body.write(content);
        if (signed) {
            body.write(attribute(USERNAME, username.getBytes(UTF_8)));
            body.write(attribute(REALM, challenge.get(REALM)));
            body.write(attribute(NONCE, challenge.get(NONCE)));
            body.write(attribute(INTEGRITY, sign(message(method, id, body.toByteArray(), 24))));
        }
        var request = message(method, id, body.toByteArray(), 0);
        for (var tries = 0; tries < 60; tries++) {
            socket.send(new DatagramPacket(request, request.length));
            var answer = answer(id);
            if (answer != null) return code(answer);
        }
        throw new IOException("no answer");
    }

    private byte[] answer(byte[] id) throws IOException {
        var packet = new DatagramPacket(new byte[2_000], 2_000);
        try {
            do socket.receive(packet);
            while (!Arrays.equals(Arrays.copyOfRange(packet.getData(), 8, 20), id));
            return Arrays.copyOf(packet.getData(), packet.getLength());
        } catch (SocketTimeoutException e) {
            return null; // lost: ask again
        } catch (PortUnreachableException e) {
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
            return null; // not yet listening
        }
    }

    private int code(byte[] answer) {
        var attributes = attributes(answer);
        if (attributes.containsKey(NONCE)) challenge = attributes;
        var error = attributes.get(ERROR);
        return error == null ? 0 : error[2] * 100 + error[3];
    }

    private static Map<Integer, byte[]> attributes(byte[] message) {
        var found = new HashMap<Integer, byte[]>();
        var buffer = ByteBuffer.wrap(message).position(20);
        while (buffer.remaining() >= 4) {
            var type = buffer.getShort() & 0xffff;
            var value = new byte[buffer.getShort() & 0xffff];
            buffer.get(value).position(Math.min(buffer.limit(), buffer.position() + (4 - value.length % 4) % 4));
            found.put(type, value);
        }
        return found;
    }

    private static byte[] message(int method, byte[] id, byte[] body, int more) {
        var header =
                ByteBuffer.allocate(20 + body.length).putShort((short) method).putShort((short) (body.length + more));
        return header.putInt(COOKIE).put(id).put(body).array();
    }

    private static byte[] attribute(int type, byte[] value) {
        var padded = ByteBuffer.allocate(4 + (value.length + 3) / 4 * 4);
        return padded.putShort((short) type)
                .putShort((short) value.length)
                .put(value)
                .array();
    }

    private byte[] sign(byte[] message) {
        try {
            var key = username + ":" + new String(challenge.get(REALM), UTF_8) + ":" + credential;
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(MessageDigest.getInstance("MD5").digest(key.getBytes(UTF_8)), "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
