package dev.parley.query.questionlibrary;

import dev.parley.api.TenantId;
import dev.parley.api.questionset.QuestionSetId;
import dev.parley.api.questionset.QuestionSetQuery.QuestionSetLine;
import dev.parley.api.questionset.QuestionSetQuery.QuestionSetPage;
import dev.parley.query.Cells;
import dev.parley.query.TenantReads;
import io.r2dbc.spi.Readable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the list of question sets, and one of them whole. */
@Component
final class QuestionLibraryReader {
    private final TenantReads reads;

    QuestionLibraryReader(TenantReads reads) {
        this.reads = reads;
    }

    Flux<QuestionSetLine> all(TenantId tenant) {
        return reads.many(
                tenant,
                database -> database.sql("""
                        select question_set_id, title, category, questions, published_version, draft_differs, retired, version
                        from question_library order by retired, lower(title), question_set_id
                        """).map(QuestionLibraryReader::line).all());
    }

    Mono<QuestionSetPage> find(TenantId tenant, QuestionSetId set) {
        return reads.one(
                tenant,
                database -> database.sql("select page from question_library where question_set_id = :set")
                        .bind("set", set.value())
                        .map(row -> new Cells(row).document("page", QuestionSetPage.class))
                        .one());
    }

    private static QuestionSetLine line(Readable row) {
        var cells = new Cells(row);
        return new QuestionSetLine(
                new QuestionSetId(cells.id("question_set_id")),
                cells.text("title"),
                cells.text("category"),
                cells.number("questions"),
                cells.maybe("published_version", Integer.class),
                cells.flag("draft_differs"),
                cells.flag("retired"),
                cells.count("version"));
    }
}
