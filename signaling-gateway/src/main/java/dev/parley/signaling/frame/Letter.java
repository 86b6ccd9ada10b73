package dev.parley.signaling.frame;

import dev.parley.api.Refusal;
import dev.parley.api.meeting.ParticipantId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server frame with who caused it and what it answers. */
public final class Letter {
    /** Answers nothing; clients count from 1. */
    public static final long NOTHING = 0;

    private final ServerFrame frame;
    private final @Nullable ParticipantId from;
    private final long re;

    private Letter(ServerFrame frame, @Nullable ParticipantId from, long re) {
        this.frame = frame;
        this.from = from;
        this.re = re;
    }

    public static Letter of(ServerFrame frame) {
        return new Letter(frame, null, NOTHING);
    }

    public static Letter from(ParticipantId sender, ServerFrame frame) {
        return new Letter(frame, sender, NOTHING);
    }

    public static Letter answering(long id, ServerFrame frame) {
        return new Letter(frame, null, id);
    }

    public static Letter refusing(long id, Refusal refusal) {
        return answering(id, new ServerFrame.Error(refusal.name(), refusal.text()));
    }

    /** @param field of the client's frame that is to blame */
    public static Letter refusing(long id, Refusal refusal, Optional<String> field) {
        var text = field.map(name -> refusal.text() + " (" + name + ")").orElse(refusal.text());
        return answering(id, new ServerFrame.Error(refusal.name(), text));
    }

    public ServerFrame frame() {
        return frame;
    }

    public Optional<ParticipantId> from() {
        return Optional.ofNullable(from);
    }

    public long re() {
        return re;
    }

    /** For a slow reader: a newer letter with the same key makes this one needless. */
    public Optional<String> droppableAs() {
        return frame.droppableAs().map(kind -> kind + " " + speaker());
    }

    private String speaker() {
        if (frame instanceof ServerFrame.Caption caption)
            return caption.speaker().toString();
        return String.valueOf(from);
    }

    @Override
    public String toString() {
        return frame + (from == null ? "" : " from " + from) + (re == NOTHING ? "" : " re " + re);
    }
}
