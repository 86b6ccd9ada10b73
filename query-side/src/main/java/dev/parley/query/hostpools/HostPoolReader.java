package dev.parley.query.hostpools;

import dev.parley.api.TenantId;
import dev.parley.api.hostpool.HostPoolId;
import dev.parley.api.hostpool.HostPoolQuery.AssignmentLine;
import dev.parley.api.hostpool.HostPoolQuery.HostPoolLine;
import dev.parley.api.hostpool.HostPoolQuery.MemberLine;
import dev.parley.api.meeting.MeetingId;
import dev.parley.query.Cells;
import dev.parley.query.TenantReads;
import io.r2dbc.spi.Readable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads who takes meetings in turns, and who took which. */
@Component
final class HostPoolReader {
    private static final int MOST = 500;
    private static final String POOLS = """
            select host_pool_id, name, retired, version,
              (select coalesce(jsonb_agg(jsonb_build_object(
                        'hostId', member ->> 'hostId', 'name', member ->> 'name',
                        'weight', (member ->> 'weight')::int,
                        'assigned', (select count(*) from host_assignment a
                                     where a.host_pool_id = host_pool.host_pool_id and a.host_id = member ->> 'hostId'))
                      order by n), '[]')
               from jsonb_array_elements(members) with ordinality as m (member, n)) as standings
            from host_pool
            """;

    private final TenantReads reads;

    HostPoolReader(TenantReads reads) {
        this.reads = reads;
    }

    Flux<HostPoolLine> all(TenantId tenant) {
        return reads.many(
                tenant,
                database -> database.sql(POOLS + " order by retired, lower(name), host_pool_id limit :most")
                        .bind("most", MOST)
                        .map(HostPoolReader::line)
                        .all());
    }

    Mono<HostPoolLine> find(TenantId tenant, HostPoolId pool) {
        return reads.one(
                tenant,
                database -> database.sql(POOLS + " where host_pool_id = :pool")
                        .bind("pool", pool.value())
                        .map(HostPoolReader::line)
                        .one());
    }

    /** Newest first, those before a number that was seen. */
    Flux<AssignmentLine> assignments(TenantId tenant, HostPoolId pool, long before, int limit) {
        return reads.many(
                tenant,
                database -> database.sql("""
                        select * from host_assignment where host_pool_id = :pool and number < :before
                        order by number desc limit :limit
                        """)
                        .bind("pool", pool.value())
                        .bind("before", before)
                        .bind("limit", limit)
                        .map(HostPoolReader::assignment)
                        .all());
    }

    private static HostPoolLine line(Readable row) {
        var cells = new Cells(row);
        return new HostPoolLine(
                new HostPoolId(cells.id("host_pool_id")),
                cells.text("name"),
                cells.list("standings", MemberLine.class),
                cells.flag("retired"),
                cells.count("version"));
    }

    private static AssignmentLine assignment(Readable row) {
        var cells = new Cells(row);
        return new AssignmentLine(
                cells.count("number"),
                new MeetingId(cells.id("meeting_id")),
                cells.text("host_id"),
                cells.text("host_name"),
                cells.text("reason"),
                cells.instant("assigned_at"));
    }
}
