package dev.parley.infra.diagnosis;

import static dev.parley.infra.diagnosis.Cause.*;

import dev.parley.infra.diagnosis.Finding.Step;
import dev.parley.infra.diagnosis.Line.Answer;
import dev.parley.infra.diagnosis.MailTarget.Encryption;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLException;

/** Does what sending does, up to the letter itself, and says at which step it ends and why. */
final class ServerVisit {
    static final List<Step> STEPS =
            List.of(Step.CONNECT, Step.TLS, Step.CERTIFICATE, Step.HELO, Step.LOGIN, Step.SENDER);

    private final Certificates certificates;
    private final Clock clock;

    ServerVisit(Certificates certificates, Clock clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    /** It goes on no further. */
    private static final class Stop extends Exception {
        private final Finding finding;

        private Stop(Step step, Cause cause, String found) {
            super(cause.name(), null, false, false);
            this.finding = Finding.of(step, cause, found);
        }
    }

    void pay(MailTarget target, List<Finding> findings) {
        var step = Step.CONNECT;
        try (var line = new Line(target.host(), target.patience())) {
            connect(line, target);
            findings.add(Finding.ok(Step.CONNECT, target.server()));
            step = Step.TLS;
            if (target.encryption() == Encryption.IMPLICIT) encryptAtOnce(line, findings);
            var greeting = greeting(line, target);
            step = Step.HELO;
            var offer = hello(line, target);
            if (target.encryption() != Encryption.IMPLICIT) offer = encryptIfAsked(line, target, offer, findings);
            findings.add(Finding.ok(Step.HELO, greeting + " · we say " + target.domain()));
            step = Step.LOGIN;
            logIn(line, target, offer, findings);
            step = Step.SENDER;
            beSender(line, target, findings);
        } catch (Stop stop) {
            findings.add(stop.finding);
        } catch (IOException e) {
            findings.add(Finding.of(step, SERVER_HUNG_UP, words(e)));
        }
    }

    private static void connect(Line line, MailTarget target) throws Stop {
        try {
            line.connect(target.port());
        } catch (UnknownHostException e) {
            throw new Stop(Step.CONNECT, HOST_UNKNOWN, target.host());
        } catch (ConnectException e) {
            throw new Stop(Step.CONNECT, CONNECTION_REFUSED, target.server());
        } catch (IOException e) {
            throw new Stop(Step.CONNECT, CONNECTION_TIMED_OUT, target.server());
        }
    }

    private void encryptAtOnce(Line line, List<Finding> findings) throws Stop {
        encrypt(line, PLAIN_TEXT_BEHIND_A_TLS_SETTING, findings);
    }

    /** @param otherwise what it means when there is no TLS at the other end at all */
    private void encrypt(Line line, Cause otherwise, List<Finding> findings) throws Stop {
        try {
            var certificate = line.encrypt(certificates.sockets());
            findings.add(Finding.ok(Step.TLS, "encrypted"));
            findings.add(CertificateFaults.of(certificate, clock.instant()));
        } catch (SSLException e) {
            var fault = CertificateFaults.in(e);
            if (fault.isEmpty())
                throw new Stop(Step.TLS, CertificateFaults.isNoTls(e) ? otherwise : TLS_FAILED, words(e));
            findings.add(Finding.ok(Step.TLS, "offered"));
            throw new Stop(Step.CERTIFICATE, fault.get(), words(e));
        } catch (IOException e) {
            throw new Stop(Step.TLS, otherwise, words(e));
        }
    }

    private Answer greeting(Line line, MailTarget target) throws Stop {
        try {
            var greeting = line.hear();
            if (!greeting.isYes()) throw new Stop(Step.HELO, GREETING_REFUSED, greeting.toString());
            return greeting;
        } catch (SocketTimeoutException | EOFException e) {
            if (target.encryption() != Encryption.IMPLICIT && speaksTlsAtOnce(target))
                throw new Stop(Step.TLS, TLS_EXPECTED_AT_ONCE, target.server());
            throw new Stop(Step.HELO, NO_GREETING, words(e));
        } catch (IOException e) {
            throw new Stop(Step.HELO, NO_GREETING, words(e));
        }
    }

    /** A server that waits for the first byte of TLS says nothing; whether it is one, a second visit shows. */
    private boolean speaksTlsAtOnce(MailTarget target) {
        try (var second = new Line(target.host(), target.patience())) {
            second.connect(target.port());
            second.encrypt(certificates.sockets());
            return true;
        } catch (SSLException e) {
            return CertificateFaults.in(e).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private static Answer hello(Line line, MailTarget target) throws Stop, IOException {
        var offer = line.say("EHLO " + target.domain());
        if (!offer.isYes()) throw new Stop(Step.HELO, HELO_REFUSED, offer.toString());
        return offer;
    }

    private Answer encryptIfAsked(Line line, MailTarget target, Answer offer, List<Finding> findings)
            throws Stop, IOException {
        var offered = offer.offers("STARTTLS");
        if (target.encryption() == Encryption.STARTTLS && !offered)
            throw new Stop(Step.TLS, STARTTLS_NOT_OFFERED, offer.toString());
        if (target.encryption() == Encryption.NONE || !offered) {
            findings.add(Finding.of(Step.TLS, NOT_ENCRYPTED, offered ? "offered, but not wanted" : "not offered"));
            findings.add(Finding.skipped(Step.CERTIFICATE, "not encrypted"));
            return offer;
        }
        var go = line.say("STARTTLS");
        if (!go.isYes()) throw new Stop(Step.TLS, STARTTLS_FAILED, go.toString());
        encrypt(line, STARTTLS_FAILED, findings);
        return hello(line, target);
    }

    private static void logIn(Line line, MailTarget target, Answer offer, List<Finding> findings)
            throws Stop, IOException {
        if (target.username().isBlank()) {
            findings.add(Finding.skipped(Step.LOGIN, "no user name is set"));
            return;
        }
        if (!offer.words().contains("AUTH")) throw new Stop(Step.LOGIN, LOGIN_NOT_OFFERED, offer.toString());
        var answer = offer.words().contains("PLAIN") ? plain(line, target) : login(line, target);
        if (answer.code() >= 500) throw new Stop(Step.LOGIN, LOGIN_REFUSED, answer.toString());
        if (!answer.isYes()) throw new Stop(Step.LOGIN, LOGIN_FAILED, answer.toString());
        findings.add(Finding.ok(Step.LOGIN, answer.toString()));
    }

    private static Answer plain(Line line, MailTarget target) throws IOException {
        return line.say("AUTH PLAIN " + base64("\0" + target.username() + "\0" + target.password()));
    }

    private static Answer login(Line line, MailTarget target) throws IOException {
        var asked = line.say("AUTH LOGIN");
        if (asked.code() != 334) return asked;
        var more = line.say(base64(target.username()));
        return more.code() == 334 ? line.say(base64(target.password())) : more;
    }

    private static void beSender(Line line, MailTarget target, List<Finding> findings) throws Stop, IOException {
        var answer = line.say("MAIL FROM:<" + target.from() + ">");
        if (!answer.isYes()) throw new Stop(Step.SENDER, SENDER_REFUSED, answer.toString());
        findings.add(Finding.ok(Step.SENDER, answer.toString()));
        line.say("RSET");
        line.say("QUIT");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String words(IOException e) {
        var message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message.replaceAll("[^ -~]", " ");
    }
}
