package dev.parley.infra.mail;

import dev.parley.api.meeting.GuestLinks;
import dev.parley.api.meeting.Participant;
import dev.parley.api.preference.PreferenceLinks;
import dev.parley.saga.notification.Invitations.Letter;
import java.net.URI;
import java.time.Duration;

/** The recipient's own way into the room; a guest's stays open for a day after the meeting, for those who look again. */
record Ways(GuestLinks links, PreferenceLinks preferences) {
    private static final Duration OPEN_AFTERWARDS = Duration.ofDays(1);

    URI of(Letter letter) {
        var recipient = letter.recipient();
        return switch (recipient.role()) {
            case LEAD, GUEST -> guestLink(letter);
            case HOST, INTERVIEWER -> guestLink(letter).resolve("/meetings/" + letter.meetingId() + "/room");
        };
    }

    Links linksOf(Letter letter) {
        return new Links(
                of(letter),
                manage(letter),
                preferences.linkFor(letter.tenant(), letter.recipient().email()));
    }

    /** The same token opens the door and the appointment. */
    private URI manage(Letter letter) {
        var guest = guestLink(letter);
        return switch (letter.recipient().role()) {
            case LEAD, GUEST -> guest.resolve(guest.getPath().replaceFirst("/join/", "/appointment/"));
            case HOST, INTERVIEWER -> guest.resolve("/meetings/" + letter.meetingId());
        };
    }

    /** Nobody becomes a host by a link: hosts sign in, so theirs is only the room's address on the same site. */
    private URI guestLink(Letter letter) {
        var recipient = letter.recipient();
        var guest = new Participant(recipient.participantId(), recipient.name(), recipient.role());
        return links.linkFor(
                letter.tenant(), letter.meetingId(), guest, letter.time().end().plus(OPEN_AFTERWARDS));
    }
}
