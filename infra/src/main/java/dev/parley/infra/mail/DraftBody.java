package dev.parley.infra.mail;

import dev.parley.api.Shape;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.template.Wording;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A wording that somebody is still working on; what they left out is as it is in force. */
record DraftBody(
        @Nullable String subject,
        @Nullable String text,
        @Nullable String html,
        @Nullable String meetingId) {

    Wording over(Wording inForce) {
        return new Wording(
                subject == null ? inForce.subject() : Shape.line("subject", subject, Wording.LONGEST_SUBJECT),
                text == null ? inForce.text() : Shape.paragraphs("text", text, Wording.LONGEST_TEXT),
                html == null ? inForce.html() : Shape.paragraphs("html", html, Wording.LONGEST_HTML));
    }

    Optional<MeetingId> meeting() {
        return Optional.ofNullable(meetingId).map(id -> new MeetingId(Shape.uuid("meetingId", id)));
    }
}
