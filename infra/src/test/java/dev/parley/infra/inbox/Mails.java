package dev.parley.infra.inbox;

import dev.parley.api.Samples;
import java.nio.charset.StandardCharsets;

/** Letters as real programs write them. */
final class Mails {
    static final String UID = Samples.discoveryCall + "@parley.test";

    private Mails() {}

    static byte[] accepted(String from, String attendee) {
        return answer(from, "REPLY", reply(attendee, "ACCEPTED"));
    }

    /** As the guest's program sends it: words, then the calendar part. */
    static byte[] answer(String from, String method, String event) {
        return raw("""
                From: Lena Lead <%s>
                To: meetings@parley.test
                Subject: Accepted: Discovery call
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary="b1"

                --b1
                Content-Type: text/plain; charset=UTF-8

                Lena has answered.
                --b1
                Content-Type: text/calendar; charset=UTF-8; method=%s
                Content-Transfer-Encoding: 8bit

                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Guest//Calendar//EN
                METHOD:%s
                BEGIN:VEVENT
                %s
                END:VEVENT
                END:VCALENDAR
                --b1--
                """.formatted(from, method, method, event));
    }

    static String reply(String attendee, String status) {
        return """
                UID:%s
                DTSTAMP:20261130T075900Z
                SEQUENCE:0
                ORGANIZER:mailto:meetings@parley.test
                ATTENDEE;PARTSTAT=%s;CN=Lena Lead:mailto:%s
                COMMENT:Looking forward""".formatted(UID, status, attendee);
    }

    static String counter(String attendee, String times) {
        return """
                UID:%s
                DTSTAMP:20261130T075900Z
                SEQUENCE:0
                %s
                ORGANIZER:mailto:meetings@parley.test
                ATTENDEE;PARTSTAT=TENTATIVE:mailto:%s
                COMMENT:A day later?""".formatted(UID, times, attendee);
    }

    static byte[] bounce(String messageId) {
        return report("delivery-status", """
                Reporting-MTA: dns; mx.acme.test
                Arrival-Date: Mon, 30 Nov 2026 08:00:00 +0000

                Final-Recipient: rfc822; lena@acme.test
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 no such user""", messageId);
    }

    static byte[] delayed(String messageId) {
        return report("delivery-status", """
                Reporting-MTA: dns; mx.acme.test

                Final-Recipient: rfc822; lena@acme.test
                Action: delayed
                Status: 4.4.1""", messageId);
    }

    static byte[] complaint(String messageId) {
        return report("feedback-report", """
                Feedback-Type: abuse
                User-Agent: SomeProvider/1.0
                Version: 1""", messageId);
    }

    static byte[] raw(String mail) {
        return mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] report(String type, String fields, String messageId) {
        return raw("""
                From: Mail Delivery System <mailer-daemon@acme.test>
                To: meetings@parley.test
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=%s; boundary="r1"

                --r1
                Content-Type: text/plain

                I am sorry.
                --r1
                Content-Type: message/%s

                %s

                --r1
                Content-Type: text/rfc822-headers

                From: meetings@parley.test
                Message-ID: %s
                Subject: Invitation

                --r1--
                """.formatted(type, type, fields, messageId));
    }
}
