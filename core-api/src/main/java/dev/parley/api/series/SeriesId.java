package dev.parley.api.series;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.api.Ids;
import dev.parley.api.meeting.MeetingId;
import java.util.UUID;

/** Names a series of meetings; calendars know all of them by this one UID. */
public record SeriesId(@JsonValue UUID value) {
    /** How letters about a series begin to name their occasion. */
    public static final String OCCASION = "series-seq-";

    @JsonCreator
    public static SeriesId of(String text) {
        return new SeriesId(UUID.fromString(text));
    }

    /** A series is as new as its first meeting, and found by it. */
    public static SeriesId beginningWith(MeetingId first) {
        return new SeriesId(Ids.named("series", first));
    }

    /** Tells letters about a series from those about one of its meetings. */
    public static String occasion(int sequence) {
        return OCCASION + sequence;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
