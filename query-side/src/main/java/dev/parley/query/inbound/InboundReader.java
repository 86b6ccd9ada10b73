package dev.parley.query.inbound;

import dev.parley.api.TenantId;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.notification.InboundQuery.InboundLine;
import dev.parley.api.notification.InboundQuery.Verdict;
import dev.parley.query.Cells;
import dev.parley.query.TenantReads;
import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Reads what came back, newest first. */
@Component
final class InboundReader {
    private final TenantReads reads;

    InboundReader(TenantReads reads) {
        this.reads = reads;
    }

    Flux<InboundLine> newest(TenantId tenant, int limit) {
        return reads.many(
                tenant,
                database -> database.sql("""
                        select * from inbox where verdict is not null
                        order by received_at desc, id limit :limit""")
                        .bind("limit", limit)
                        .map(InboundReader::line)
                        .all());
    }

    private static InboundLine line(Readable row) {
        var cells = new Cells(row);
        return new InboundLine(
                cells.id("id"),
                cells.instant("received_at"),
                cells.text("sender"),
                cells.text("subject"),
                cells.constant("verdict", Verdict.class),
                cells.text("reason"),
                cells.maybe("meeting_id", UUID.class).map(MeetingId::new));
    }
}
