package dev.parley.query.leadboard;

import dev.parley.api.TenantId;
import dev.parley.api.lead.KnownLeads;
import dev.parley.api.lead.LeadId;
import dev.parley.api.lead.LeadQuery.InsightLine;
import dev.parley.api.lead.LeadQuery.LeadCard;
import dev.parley.api.lead.LeadQuery.LeadPage;
import dev.parley.api.lead.LeadQuery.MeetingLine;
import dev.parley.api.lead.LeadQuery.ScoreReceipt;
import dev.parley.query.Cells;
import dev.parley.query.TenantReads;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the board, one lead, and the receipts of its score. */
@Component
final class LeadReader implements KnownLeads {
    /** A lead was met where the meeting was held, not where nobody came. */
    private static final String CARD = """
            select l.*, (select max(m.starts_at) from lead_meeting m where m.lead_id = l.lead_id
                            and m.status in ('ACTIVE', 'ENDING', 'COMPLETED', 'ABANDONED')) as last_meeting
            from lead_board l
            """;

    private final TenantReads reads;

    LeadReader(TenantReads reads) {
        this.reads = reads;
    }

    /** As far as the board has heard. */
    @Override
    public CompletionStage<Optional<LeadId>> withAddress(TenantId tenant, String email) {
        return reads.one(
                        tenant,
                        database -> database.sql("""
                                select lead_id from lead_board where lower(email) = lower(:email) order by lead_id limit 1
                                """)
                                .bind("email", email)
                                .map(row -> new LeadId(new Cells(row).id("lead_id")))
                                .one())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .toFuture()
                .thenApply(Objects::requireNonNull);
    }

    /** The most promising first. */
    Flux<LeadCard> board(TenantId tenant) {
        return reads.many(
                tenant,
                database -> database.sql(
                                CARD + "order by fit desc nulls last, engagement desc nulls last, lower(name), lead_id")
                        .map(row -> LeadRow.card(new Cells(row)))
                        .all());
    }

    Mono<LeadPage> find(TenantId tenant, LeadId lead) {
        return reads.one(
                tenant,
                database -> insights(database, lead)
                        .zipWhen(_ -> meetings(database, lead))
                        .flatMap(of -> about(
                                        lead,
                                        database,
                                        CARD + "where l.lead_id = :lead",
                                        cells -> LeadRow.page(cells, of.getT1(), of.getT2()))
                                .singleOrEmpty()));
    }

    Mono<ScoreReceipt> score(TenantId tenant, LeadId lead) {
        var sql = "select * from lead_board where lead_id = :lead and score is not null";
        return reads.one(
                tenant, database -> about(lead, database, sql, LeadRow::receipt).singleOrEmpty());
    }

    private static Mono<List<InsightLine>> insights(DatabaseClient database, LeadId lead) {
        var sql = "select * from lead_insight where lead_id = :lead order by sequence";
        return about(lead, database, sql, LeadRow::insight).collectList();
    }

    private static Mono<List<MeetingLine>> meetings(DatabaseClient database, LeadId lead) {
        var sql = "select * from lead_meeting where lead_id = :lead order by starts_at desc, meeting_id";
        return about(lead, database, sql, LeadRow::meeting).collectList();
    }

    private static <T> Flux<T> about(LeadId lead, DatabaseClient database, String sql, Function<Cells, T> read) {
        return database.sql(sql)
                .bind("lead", lead.value())
                .map(row -> read.apply(new Cells(row)))
                .all();
    }
}
