package dev.parley.benchmarks.append;

import dev.parley.benchmarks.Database;
import dev.parley.benchmarks.rounds.Cpu;
import dev.parley.benchmarks.rounds.Peer;
import dev.parley.benchmarks.rounds.Round;
import java.io.IOException;

/** A limit: PostgreSQL's own load generator, one insert of the same size per transaction. */
final class Pgbench implements Peer {
    private final Database database;
    private final String script;

    Pgbench(Database database) {
        this.database = database;
        this.script = """
                insert into bare_event (event_id, stream, sequence, type, payload, metadata) values (gen_random_uuid(),
                'pgbench-' || gen_random_uuid(), 0, 'transcript.SegmentRecorded', convert_to(repeat('x', %d), 'UTF8'),
                convert_to(repeat('m', %d), 'UTF8'));
                """.formatted(
                        Story.json(Story.recorded(new Story().next(), 0)).length, Story.json(Story.envelope()).length)
                .replace('\n', ' ');
    }

    @Override
    public String name() {
        return "pgbench";
    }

    @Override
    public Round run(int clients, double warm, double seconds) throws IOException, InterruptedException {
        var whole = Math.max(1, (int) Math.round(seconds));
        var before = Cpu.now(database.postmaster());
        var rate = database.pgbench(clients, whole, script)
                .orElseThrow(() -> new IOException("pgbench is missing: install PostgreSQL's client programs"));
        var used = Cpu.now(database.postmaster()).since(before).ofChildren();
        return Round.of(name(), clients, rate.latencies().getTotalCount(), whole, rate.latencies(), used, 0);
    }

    @Override
    public void close() {}
}
