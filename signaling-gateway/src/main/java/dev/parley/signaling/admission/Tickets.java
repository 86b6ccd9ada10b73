package dev.parley.signaling.admission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.signaling.room.Attendee;
import dev.parley.signaling.room.Secret;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One-time tickets, each for one person in one meeting. Kept as hashes, in memory, for seconds. */
public final class Tickets {
    private final Cache<String, Attendee> valid;
    private final Clock clock;
    private final TicketSettings settings;

    public Tickets(Clock clock, TicketSettings settings) {
        this.clock = clock;
        this.settings = settings;
        this.valid = Caffeine.newBuilder()
                .maximumSize(settings.most())
                .expireAfterWrite(settings.validFor())
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    record Ticket(String ticket, Instant expiresAt) {}

    Ticket issue(Attendee who) {
        var secret = Secret.fresh();
        valid.put(secret.hash(), who);
        return new Ticket(secret.value(), clock.instant().plus(settings.validFor()));
    }

    /** Whom it admits, the first time it is shown. */
    Optional<Attendee> redeem(String ticket) {
        return Optional.ofNullable(valid.asMap().remove(new Secret(ticket).hash()));
    }
}
