package dev.parley.signaling.room;

import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.frame.Letter;
import dev.parley.signaling.frame.ServerFrame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who waits to be let in, on this node and on others, as hosts are told. Pure. */
final class Lobby {
    private final Map<ParticipantId, ServerFrame.Knock> here = new LinkedHashMap<>();
    private final Map<ParticipantId, ServerFrame.Knock> elsewhere = new LinkedHashMap<>();

    boolean has(ParticipantId who) {
        return here.containsKey(who) || elsewhere.containsKey(who);
    }

    /** Those who have waited longest first. */
    List<ServerFrame.Knock> knocks() {
        return Stream.concat(here.values().stream(), elsewhere.values().stream())
                .toList();
    }

    Optional<Letter> knocked(ServerFrame.Knock knock) {
        return told(here, knock);
    }

    Optional<Letter> knockedElsewhere(ServerFrame.Knock knock) {
        return here.containsKey(knock.participantId()) ? Optional.empty() : told(elsewhere, knock);
    }

    /** Has come in, has been sent away, or has given up. */
    Optional<Letter> over(ParticipantId who) {
        var wasHere = here.remove(who) != null;
        var wasElsewhere = elsewhere.remove(who) != null;
        return wasHere || wasElsewhere ? Optional.of(Letter.of(new ServerFrame.KnockOver(who))) : Optional.empty();
    }

    /** Only what this node does not know itself; no more than a room holds anyway. */
    private Optional<Letter> told(Map<ParticipantId, ServerFrame.Knock> where, ServerFrame.Knock knock) {
        var isNews = !has(knock.participantId());
        where.put(knock.participantId(), knock);
        return isNews ? Optional.of(Letter.of(knock)) : Optional.empty();
    }
}
