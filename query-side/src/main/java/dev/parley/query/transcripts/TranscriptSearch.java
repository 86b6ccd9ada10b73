package dev.parley.query.transcripts;

import dev.parley.api.TenantId;
import dev.parley.api.lead.LeadId;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.transcript.SegmentId;
import dev.parley.api.transcript.TranscriptQuery.TranscriptHit;
import dev.parley.query.Cells;
import dev.parley.query.TenantReads;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds lines by words. Lines with all the words come first; where there are too few of them, lines with some of the words
 * follow, because a line of speech is short and people ask in sentences.
 */
@Component
final class TranscriptSearch {
    /** Stemmed alike on both sides, so names and other languages are found too, if written as they were spoken. */
    private static final String HITS = """
            with asked as (select websearch_to_tsquery('english', :words) as every),
                 wanted as (select %s from asked)
            select hit.meeting_id, hit.segment_id, hit.number, hit.speaker_name, hit.started_at, m.title, m.lead_id,
                   hit.rank + %s as rank,
                   ts_headline('english', translate(hit.text, U&'\\E000\\E001', ''), wanted.words,
                       U&'StartSel=\\E000, StopSel=\\E001, ' || case when length(hit.text) <= 240 then 'HighlightAll=true'
                           else 'MaxFragments=2, MinWords=8, MaxWords=30, FragmentDelimiter=" … "' end)
                       as snippet
            from wanted
            cross join lines_with(wanted.words, wanted.unwanted, :lead, :id, :name, :since, :until, :limit) hit
            join transcript_meeting m on m.meeting_id = hit.meeting_id
            order by rank desc, hit.started_at desc, hit.number desc
            """;

    private static final String WITH_ALL = HITS.formatted("every as words, null::tsquery as unwanted", "1");
    private static final String WITH_SOME = HITS.formatted("any_of(every) as words, every as unwanted", "0");

    private final TenantReads reads;

    TranscriptSearch(TenantReads reads) {
        this.reads = reads;
    }

    Flux<TranscriptHit> find(TenantId tenant, Wanted wanted) {
        return reads.many(
                tenant,
                database -> hits(database, WITH_ALL, wanted, wanted.limit())
                        .flatMapMany(all -> Flux.fromIterable(all).concatWith(some(database, wanted, all.size()))));
    }

    private static Flux<TranscriptHit> some(DatabaseClient database, Wanted wanted, int found) {
        if (found >= wanted.limit()) return Flux.empty();
        return hits(database, WITH_SOME, wanted, wanted.limit() - found).flatMapIterable(hits -> hits);
    }

    private static Mono<List<TranscriptHit>> hits(DatabaseClient database, String sql, Wanted wanted, int limit) {
        var query = database.sql(sql).bind("words", wanted.words()).bind("limit", limit);
        query = bind(query, "lead", wanted.lead().map(LeadId::value), UUID.class);
        query = bind(query, "id", wanted.speakerId(), UUID.class);
        query = bind(query, "name", wanted.speakerName(), String.class);
        query = bind(query, "since", wanted.from(), Instant.class);
        query = bind(query, "until", wanted.to(), Instant.class);
        return query.map(TranscriptSearch::hit).all().collectList();
    }

    private static <T> GenericExecuteSpec bind(
            GenericExecuteSpec query, String name, Optional<T> value, Class<T> type) {
        return value.map(given -> query.bind(name, given)).orElseGet(() -> query.bindNull(name, type));
    }

    private static TranscriptHit hit(Readable row) {
        var cells = new Cells(row);
        return new TranscriptHit(
                new MeetingId(cells.id("meeting_id")),
                cells.text("title"),
                new LeadId(cells.id("lead_id")),
                new SegmentId(cells.id("segment_id")),
                cells.count("number"),
                cells.text("speaker_name"),
                cells.instant("started_at"),
                cells.text("snippet"),
                cells.fraction("rank"));
    }
}
