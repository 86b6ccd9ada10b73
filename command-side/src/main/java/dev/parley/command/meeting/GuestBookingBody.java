package dev.parley.command.meeting;

import static dev.parley.api.ShapeRefusal.MALFORMED_INSTANT;

import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.lead.Contact;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody without an account writes into a booking page: anything may be missing or misshapen. */
record GuestBookingBody(
        @Nullable String holdId,
        @Nullable String start,
        @Nullable String name,
        @Nullable String email,
        @Nullable String zone) {

    /** A wish for a time, before anybody has said who they are. */
    record HoldBody(@Nullable String start) {
        Instant wanted() {
            return minute(start);
        }
    }

    /** The same in clean shape. */
    record Wanted(Optional<UUID> holdId, Instant start, Contact contact, ZoneId zone) {}

    Wanted wanted() {
        return new Wanted(
                Optional.ofNullable(holdId).map(id -> Shape.uuid("holdId", id)),
                minute(start),
                new Contact(Shape.line("name", name, Shape.NAME), Shape.email("email", email), "", "", ""),
                Shape.zone("zone", zone));
    }

    static Instant minute(@Nullable String start) {
        var instant = Shape.instant("start", start);
        if (instant.getEpochSecond() % 60 != 0 || instant.getNano() != 0) throw new Refused(MALFORMED_INSTANT, "start");
        return instant;
    }
}
