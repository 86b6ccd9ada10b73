package dev.parley.signaling.admission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.signaling.room.Attendee;
import dev.parley.signaling.room.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One-time tickets, each for one person in one meeting. Kept as hashes, in memory, for seconds. */
public final class Tickets {
    private final Cache<String, Attendee> valid;
    private final Cache<String, Attendee> spare;
    private final Cache<Attendee, Boolean> signedIn;
    private final Clock clock;
    private final TicketSettings settings;

    public Tickets(Clock clock, TicketSettings settings) {
        this.clock = clock;
        this.settings = settings;
        this.valid = remembering(settings.validFor());
        this.spare = remembering(settings.spareFor());
        this.signedIn = remembering(settings.loginGrace());
    }

    public record Ticket(String ticket, Instant expiresAt) {}

    /** For somebody who has just shown who they are. */
    Ticket issue(Attendee who) {
        signedIn.put(who, true);
        return fresh(who, valid, settings.validFor());
    }

    /** For coming back without showing it again, unless that is too long ago: an outdated login throws nobody out of a conversation. */
    public Optional<Ticket> spare(Attendee who) {
        if (signedIn.getIfPresent(who) == null) return Optional.empty();
        return Optional.of(fresh(who, spare, settings.spareFor()));
    }

    /** Whom it admits, the first time it is shown. */
    public Optional<Attendee> redeem(String ticket) {
        var hash = new Secret(ticket).hash();
        return Optional.ofNullable(valid.asMap().remove(hash))
                .or(() -> Optional.ofNullable(spare.asMap().remove(hash)));
    }

    private Ticket fresh(Attendee who, Cache<String, Attendee> kept, Duration validFor) {
        var secret = Secret.fresh();
        kept.put(secret.hash(), who);
        return new Ticket(secret.value(), clock.instant().plus(validFor));
    }

    private <K, V> Cache<K, V> remembering(Duration time) {
        return Caffeine.newBuilder()
                .maximumSize(settings.most())
                .expireAfterWrite(time)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }
}
