package dev.parley.api.meeting;

import dev.parley.api.TenantId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** For tests of a side that knows nobody by a link: it writes them and admits no one. */
public final class NoGuestLinks implements GuestLinks {
    @Override
    public URI linkFor(TenantId tenant, MeetingId meeting, Participant guest, Instant expires) {
        return URI.create("https://parley.test/join/" + guest.participantId());
    }

    @Override
    public Optional<Guest> read(String token) {
        return Optional.empty();
    }
}
