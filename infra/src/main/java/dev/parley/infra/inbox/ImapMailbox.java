package dev.parley.infra.inbox;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;

/** A folder on an IMAP server, looked into and never changed: whoever else reads it finds everything as it was. */
final class ImapMailbox implements AutoCloseable {
    private final InboxSettings settings;
    private final Clock clock;
    private final Store store;
    private final IMAPFolder folder;

    private ImapMailbox(InboxSettings settings, Clock clock, Store store, IMAPFolder folder) {
        this.settings = settings;
        this.clock = clock;
        this.store = store;
        this.folder = folder;
    }

    static ImapMailbox open(InboxSettings settings, Clock clock) throws MessagingException {
        var store = Session.getInstance(properties(settings)).getStore(protocol(settings));
        try {
            store.connect(settings.username(), settings.password());
            var folder = (IMAPFolder) store.getFolder(settings.folder());
            folder.open(Folder.READ_ONLY);
            return new ImapMailbox(settings, clock, store, folder);
        } catch (MessagingException e) {
            store.close();
            throw e;
        }
    }

    long validity() throws MessagingException {
        return folder.getUIDValidity();
    }

    /** The oldest letters above that number, as many as are read at once. */
    List<Letter> after(long uid) throws MessagingException, IOException {
        var letters = new ArrayList<Letter>();
        for (var message : oldestAfter(uid)) letters.add(letter(message));
        return letters;
    }

    /** The server answers a range with its last letter even if that is below it (RFC 9051 §6.4.8). */
    private List<Message> oldestAfter(long uid) throws MessagingException {
        return Arrays.stream(folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID))
                .filter(message -> message != null && uidOf(message) > uid)
                .sorted(Comparator.comparingLong(this::uidOf))
                .limit(settings.atOnce())
                .toList();
    }

    private Letter letter(Message message) throws MessagingException, IOException {
        var received = message.getReceivedDate();
        var at = received == null ? clock.instant() : received.toInstant();
        return new Letter(validity(), uidOf(message), at, raw((IMAPMessage) message));
    }

    /** Never more than the bound, whatever size the server names. */
    private byte[] raw(IMAPMessage message) throws MessagingException, IOException {
        var most = (int) settings.size().toBytes();
        if (message.getSize() > most) return new byte[0];
        message.setPeek(true);
        try (var stream = message.getMimeStream()) {
            var raw = stream.readNBytes(most + 1);
            return raw.length > most ? new byte[0] : raw;
        }
    }

    private long uidOf(Message message) {
        try {
            return folder.getUID(message);
        } catch (MessagingException e) {
            throw new IllegalStateException("a letter without a number", e);
        }
    }

    @Override
    public void close() throws MessagingException {
        try (store) {
            if (folder.isOpen()) folder.close(false);
        }
    }

    private static String protocol(InboxSettings settings) {
        return settings.tls() ? "imaps" : "imap";
    }

    private static Properties properties(InboxSettings settings) {
        var properties = new Properties();
        var prefix = "mail." + protocol(settings) + ".";
        var patience = String.valueOf(settings.answering().toMillis());
        properties.put(prefix + "host", settings.host());
        properties.put(prefix + "port", String.valueOf(settings.port()));
        properties.put(prefix + "connectiontimeout", patience);
        properties.put(prefix + "timeout", patience);
        properties.put(prefix + "writetimeout", patience);
        properties.put(prefix + "ssl.checkserveridentity", "true");
        return properties;
    }
}
