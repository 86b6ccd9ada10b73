package dev.parley.api.meeting;

import dev.parley.api.TenantId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Signed links by which people without an account enter one meeting. */
public interface GuestLinks {

    /** The address to put into an invitation; it stops working at {@code expires}. */
    URI linkFor(TenantId tenant, MeetingId meeting, Participant guest, Instant expires);

    /** The guest whom a token admits, or empty if it is forged, expired or for something else. */
    Optional<Guest> read(String token);

    /** Somebody who holds a valid link. */
    record Guest(TenantId tenant, MeetingId meetingId, Participant participant) {}
}
