package dev.parley.command;

import static dev.parley.api.RequestRefusal.IF_MATCH_MALFORMED;
import static dev.parley.api.RequestRefusal.IF_MATCH_NEEDED;
import static dev.parley.api.RequestRefusal.VERSION_IS_STALE;

import dev.parley.api.Envelope;
import dev.parley.api.Refused;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** Which version a client saw of what it wants to change (RFC 9110 §13.1.1). Tags are stream versions, always strong. */
public record IfMatch(OptionalLong version) {
    public static final IfMatch ANY = new IfMatch(OptionalLong.empty());

    private static final String HEADER = "If-Match";
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    /** @param header as it came; absent is a refusal, so that nobody overwrites unseen by forgetting it */
    public static IfMatch of(@Nullable String header) {
        if (header == null) throw new Refused(IF_MATCH_NEEDED, HEADER);
        if (header.equals("*")) return ANY;
        var tag = TAG.matcher(header);
        if (!tag.matches()) throw new Refused(IF_MATCH_MALFORMED, HEADER);
        return new IfMatch(OptionalLong.of(Long.parseLong(tag.group(1))));
    }

    /** For what a command may make: the bus compares versions only of what is there already. */
    public static void mustHold(@Nullable Long expected, long version) {
        if (expected != null && expected != version) throw new Refused(VERSION_IS_STALE);
    }

    MetaData metadata() {
        return version.isPresent()
                ? MetaData.with(Envelope.EXPECTED_VERSION, version.getAsLong())
                : MetaData.emptyInstance();
    }
}
