package dev.parley.infra.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.parley.api.Envelope;
import dev.parley.api.Refused;
import dev.parley.infra.eventlog.RandomAppendsTest.Told;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Compares what the writers of a case were told with what the log holds.
 *
 * @param rows of the whole log
 * @param before where the case began
 */
record ToldAndStored(long seed, List<Told> told, List<LogRow> rows, long before) {

    void mustAgree() {
        var known = new HashSet<String>();
        for (var one : told) {
            one.events().forEach(event -> known.add(event.getIdentifier()));
            var positions = positionsOf(one);
            if (one.refusal() == null) acknowledged(one, positions);
            else refused(one, positions, one.refusal());
        }
        assertThat(rows.stream().filter(row -> row.position() > before).map(LogRow::eventId))
                .as("seed %d: nothing else is stored", seed)
                .isSubsetOf(known);
    }

    private void acknowledged(Told one, List<Long> positions) {
        var last = one.position();
        var expected = LongStream.rangeClosed(last - one.events().size() + 1, last)
                .boxed()
                .toList();
        assertThat(positions).as("seed %d: where %s stands", seed, one).isEqualTo(expected);
    }

    private void refused(Told one, List<Long> positions, RuntimeException refusal) {
        assertThat(positions)
                .as("seed %d: stored though refused: %s", seed, one)
                .isEmpty();
        switch (refusal) {
            case ConcurrencyException _, AggregateStreamCreationException _ ->
                assertThat(couldLoseARace(one))
                        .as("seed %d: no race to lose for %s", seed, one)
                        .isTrue();
            case CommandRepeated _ ->
                assertThat(wasCarriedOut(one))
                        .as("seed %d: never carried out: %s", seed, one)
                        .isTrue();
            case EventStoreException _ ->
                assertThat(one.kind()).as("seed %d: %s", seed, one).isEqualTo(RandomPlan.Kind.BROKEN);
            case Refused _ -> fail("seed %d: the database was never away for long, but %s", seed, one);
            default -> fail("seed %d: an unknown refusal".formatted(seed), refusal);
        }
    }

    /** Whether at some moment between asking and hearing the events did not follow what was there. */
    private boolean couldLoseARace(Told one) {
        Map<String, Long> last = new HashMap<>();
        for (var row : rows) {
            if (row.position() > one.before() && !follows(one, last)) return true;
            if (row.position() > one.after()) return false;
            last.put(row.stream(), row.sequence());
        }
        return !follows(one, last);
    }

    private static boolean follows(Told one, Map<String, Long> last) {
        var after = new HashMap<>(last);
        for (var event : one.events()) {
            var sequence = event.getSequenceNumber();
            if (sequence != after.getOrDefault(event.getAggregateIdentifier(), -1L) + 1) return false;
            after.put(event.getAggregateIdentifier(), sequence);
        }
        return true;
    }

    private boolean wasCarriedOut(Told one) {
        var command = UUID.fromString(
                one.events().getFirst().getMetaData().get(Envelope.COMMAND_ID).toString());
        return rows.stream().anyMatch(row -> row.commandId().equals(command) && row.position() <= one.after());
    }

    private List<Long> positionsOf(Told one) {
        Set<String> ids = new HashSet<>();
        one.events().forEach(event -> ids.add(event.getIdentifier()));
        return rows.stream()
                .filter(row -> ids.contains(row.eventId()))
                .map(LogRow::position)
                .toList();
    }
}
