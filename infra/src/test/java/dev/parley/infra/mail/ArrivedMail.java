package dev.parley.infra.mail;

import static dev.parley.infra.mail.MailSamples.letter;
import static dev.parley.infra.mail.MailSamples.settings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Samples;
import dev.parley.saga.notification.Invitations.Letter;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import smallhouse.ScriptedSmtp;

/** What arrives at a server, read back by another's eyes: the mail library parses the bytes, the calendar library the document. */
final class ArrivedMail implements AutoCloseable {
    private final ScriptedSmtp server = new ScriptedSmtp();

    MimeMessage arrivedFrom(Letter letter) throws MessagingException {
        deliver(letter, Samples.now);
        return last();
    }

    void deliver(Letter letter, Instant now) {
        var to = new MailServer("127.0.0.1", server.port());
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        new SmtpInvitations(settings(), to, MailSamples.ways(), HostZones.UNKNOWN, clock).deliver(letter);
    }

    MimeMessage last() throws MessagingException {
        var bytes = lastAsSent().getBytes(StandardCharsets.UTF_8);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    String lastAsSent() {
        return server.letters().getLast();
    }

    /** Every line that is not part of a letter. */
    List<String> heard() {
        return server.heard();
    }

    @Override
    public void close() {
        server.close();
    }

    static BodyPart calendarPart(MimeMessage mail) throws MessagingException, IOException {
        return alternatives(mail).getBodyPart(2);
    }

    static String plain(MimeMessage mail) throws MessagingException, IOException {
        return text(alternatives(mail).getBodyPart(0));
    }

    static String html(MimeMessage mail) throws MessagingException, IOException {
        return text(alternatives(mail).getBodyPart(1));
    }

    static Multipart alternatives(MimeMessage mail) throws MessagingException, IOException {
        var content = (Multipart) mail.getContent();
        return mail.isMimeType("multipart/mixed")
                ? (Multipart) content.getBodyPart(0).getContent()
                : content;
    }

    static Calendar calendar(MimeMessage mail) throws MessagingException, IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(text(calendarPart(mail))));
    }

    static VEvent event(Calendar calendar) {
        return calendar.<VEvent>getComponents().getFirst();
    }

    static String value(VEvent event, String name) {
        return value(event.getPropertyList().getAll(), name);
    }

    static List<String> attendees(VEvent event) {
        return event.getPropertyList().getAll().stream()
                .filter(property -> property.getName().equals("ATTENDEE"))
                .map(Property::getValue)
                .toList();
    }

    static String value(List<Property> properties, String name) {
        var found = properties.stream()
                .filter(property -> property.getName().equals(name))
                .toList();
        assertThat(found).as(name).hasSize(1);
        return found.getFirst().getValue();
    }

    static String text(BodyPart part) throws MessagingException, IOException {
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    static List<String> types(Multipart parts) throws MessagingException {
        var types = new ArrayList<String>();
        for (var i = 0; i < parts.getCount(); i++)
            types.add(parts.getBodyPart(i).getContentType().split(";")[0].toLowerCase(Locale.ROOT));
        return types;
    }
}
