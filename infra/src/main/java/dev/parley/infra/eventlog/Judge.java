package dev.parley.infra.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Decides, under the append lock, what becomes of each append of a batch: nobody pays for another's conflict. */
final class Judge {
    private static final String WHAT_IS_THERE = """
            select (select max(e.sequence) from parley.event_log e where e.stream = entry.stream),
                exists (select from parley.event_log e where e.tenant_id = entry.tenant_id and e.command_id = entry.command_id
                    and e.command_index = entry.command_index),
                (select e.position from parley.event_log e where e.stream = entry.stream and e.sequence = entry.sequence
                    and e.event_id = entry.event_id)
            from unnest(?::text[], ?::bigint[], ?::text[], ?::uuid[], ?::uuid[], ?::integer[]) with ordinality
                entry (stream, sequence, event_id, tenant_id, command_id, command_index, n)
            order by entry.n""";

    private final PreparedStatement whatIsThere;

    Judge(Connection connection) throws SQLException {
        this.whatIsThere = connection.prepareStatement(WHAT_IS_THERE);
    }

    /** @param refused tells those that are not to be stored, or are already; to be run after the commit */
    record Verdict(List<Append> accepted, List<Runnable> refused) {}

    Verdict judge(List<Append> batch) throws SQLException {
        var findings = look(batch);
        var accepted = new ArrayList<Append>();
        var refused = new ArrayList<Runnable>();
        for (var append : batch) {
            var there = findings.storedBefore(append);
            var fault = there.isPresent() ? null : findings.faultOf(append);
            if (there.isPresent()) refused.add(() -> append.storedAt(there.getAsLong()));
            else if (fault != null) refused.add(() -> append.failed(fault));
            else {
                findings.accept(append);
                accepted.add(append);
            }
        }
        return new Verdict(accepted, refused);
    }

    private Findings look(List<Append> batch) throws SQLException {
        var entries =
                batch.stream().flatMap(append -> append.entries().stream()).toList();
        EntryArrays.bindKeys(whatIsThere, 1, entries);
        var findings = new Findings();
        try (var row = whatIsThere.executeQuery()) {
            for (var entry : entries) {
                if (!row.next()) throw new SQLException("an entry was not answered for");
                var last = row.getLong(1);
                if (!row.wasNull()) findings.last.put(entry.stream(), last);
                if (row.getBoolean(2)) findings.commands.add(CommandKey.of(entry));
                var position = row.getLong(3);
                if (!row.wasNull()) findings.positions.put(entry.fact().eventId(), position);
            }
        }
        return findings;
    }

    private record CommandKey(UUID tenantId, UUID commandId, int index) {
        static CommandKey of(Entry entry) {
            var fact = entry.fact();
            return new CommandKey(fact.tenantId(), fact.commandId(), fact.commandIndex());
        }
    }

    /** What the log holds, and what this batch adds to it. */
    private static final class Findings {
        final Map<String, Long> last = new HashMap<>();
        final Set<CommandKey> commands = new HashSet<>();
        final Map<String, Long> positions = new HashMap<>();

        /** Only for events whose commit was in doubt; for all others the same event twice is a conflict. */
        OptionalLong storedBefore(Append append) {
            if (!append.doubtful()) return OptionalLong.empty();
            var position = positions.get(append.entries().getLast().fact().eventId());
            return position == null ? OptionalLong.empty() : OptionalLong.of(position);
        }

        @Nullable
        RuntimeException faultOf(Append append) {
            for (var entry : append.entries())
                if (commands.contains(CommandKey.of(entry)))
                    return new CommandRepeated(
                            entry.fact().tenantId(), entry.fact().commandId());
            var own = new HashMap<String, Long>();
            for (var entry : append.entries()) {
                var before = own.getOrDefault(entry.stream(), last.getOrDefault(entry.stream(), -1L));
                if (entry.sequence() != before + 1) return lostRace(entry, before);
                own.put(entry.stream(), entry.sequence());
            }
            return null;
        }

        void accept(Append append) {
            for (var entry : append.entries()) {
                last.put(entry.stream(), entry.sequence());
                commands.add(CommandKey.of(entry));
            }
        }

        private static RuntimeException lostRace(Entry entry, long last) {
            var told = "Event " + entry.sequence() + " of " + entry.stream() + " cannot follow event " + last;
            return entry.sequence() == 0 ? new AggregateStreamCreationException(told) : new ConcurrencyException(told);
        }
    }
}
