package dev.parley.signaling;

import dev.parley.api.TenantId;
import dev.parley.api.meeting.GuestLinks;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.Participant;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Links whose token is the guest's id; valid only if handed out before. */
public final class ReadableLinks implements GuestLinks {
    private final Map<String, Guest> guests = new ConcurrentHashMap<>();

    @Override
    public URI linkFor(TenantId tenant, MeetingId meeting, Participant guest, Instant expires) {
        var token = guest.participantId().toString();
        guests.put(token, new Guest(tenant, meeting, guest));
        return URI.create("http://localhost/join/" + token);
    }

    @Override
    public Optional<Guest> read(String token) {
        return Optional.ofNullable(guests.get(token));
    }
}
