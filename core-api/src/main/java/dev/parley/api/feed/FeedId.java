package dev.parley.api.feed;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.api.Ids;
import dev.parley.api.TenantId;
import java.util.UUID;

/** Names the calendar feed of one person, who has one at most. */
public record FeedId(@JsonValue UUID value) {
    @JsonCreator
    public static FeedId of(String text) {
        return new FeedId(UUID.fromString(text));
    }

    public static FeedId of(TenantId tenant, String userId) {
        return new FeedId(Ids.named("calendar feed", tenant, userId));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
