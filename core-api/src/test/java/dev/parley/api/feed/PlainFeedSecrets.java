package dev.parley.api.feed;

import dev.parley.api.TenantId;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** Hides nothing, so that tests can read what they get. */
public final class PlainFeedSecrets implements FeedSecrets {

    @Override
    public URI addressOf(TenantId tenant, FeedId feed, UUID seed) {
        return URI.create("https://parley.test/api/v1/calendar/" + tenant + "_" + seed + ".ics");
    }

    @Override
    public String hashOf(TenantId tenant, FeedId feed, UUID seed) {
        return "hash of " + seed;
    }

    @Override
    public Optional<Key> read(String secret) {
        var parts = secret.split("_");
        return parts.length == 2
                ? Optional.of(new Key(TenantId.of(parts[0]), "hash of " + parts[1]))
                : Optional.empty();
    }
}
