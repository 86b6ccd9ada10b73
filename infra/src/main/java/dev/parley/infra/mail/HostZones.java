package dev.parley.infra.mail;

import dev.parley.saga.notification.Invitations.Letter;
import java.time.ZoneId;
import java.util.Optional;

/** Where the clock hangs by which a meeting's host lives. */
interface HostZones {
    /** Nobody said. */
    HostZones UNKNOWN = _ -> Optional.empty();

    Optional<ZoneId> of(Letter letter);
}
