package dev.parley.api.feed;

import dev.parley.api.TenantId;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** Makes the addresses of calendar feeds. The same seed leads to the same address, so a repeated request hears the same. */
public interface FeedSecrets {

    URI addressOf(TenantId tenant, FeedId feed, UUID seed);

    /** What is kept of the secret that {@link #addressOf} makes. */
    String hashOf(TenantId tenant, FeedId feed, UUID seed);

    /** What an address' last part says, or empty if it is none of ours; whether the feed is open, the view knows. */
    Optional<Key> read(String secret);

    record Key(TenantId tenant, String secretHash) {}
}
