package dev.parley.query.templates;

import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.template.TemplateQuery.NewestWordings;
import dev.parley.api.template.TemplateQuery.PublishedWording;
import dev.parley.api.template.TemplateQuery.VersionsOfTemplate;
import dev.parley.api.template.Wording;
import dev.parley.query.Cells;
import dev.parley.query.TenantReads;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads versions of wordings for the page, which shows them beside the shipped ones. */
@Component
final class TemplateReader {
    private static final int MOST = 200;

    private final TenantReads reads;

    TemplateReader(TenantReads reads) {
        this.reads = reads;
    }

    /** A future, because Axon would wait for a {@code Mono} on the caller's thread. */
    @QueryHandler
    CompletableFuture<List<PublishedWording>> answer(VersionsOfTemplate query) {
        return reads.many(
                        query.tenant(),
                        database -> database.sql("""
                                select * from template_version where kind = :kind and language = :language
                                order by number desc limit :most
                                """)
                                .bind("kind", query.kind().name())
                                .bind("language", query.language().name())
                                .bind("most", MOST)
                                .map(TemplateReader::wording)
                                .all())
                .collectList()
                .toFuture()
                .thenApply(TemplateReader::orNone);
    }

    @QueryHandler
    CompletableFuture<List<PublishedWording>> answer(NewestWordings query) {
        return reads.many(
                        query.tenant(),
                        database ->
                                database.sql("""
                                select distinct on (kind, language) * from template_version
                                order by kind, language, number desc
                                """).map(TemplateReader::wording).all())
                .collectList()
                .toFuture()
                .thenApply(TemplateReader::orNone);
    }

    private static List<PublishedWording> orNone(@Nullable List<PublishedWording> found) {
        return found == null ? List.of() : found;
    }

    private static PublishedWording wording(Readable row) {
        var cells = new Cells(row);
        return new PublishedWording(
                cells.constant("kind", NotificationKind.class),
                cells.constant("language", Language.class),
                cells.number("number"),
                cells.flag("custom"),
                new Wording(cells.text("subject"), cells.text("text"), cells.text("html")),
                cells.instant("at"),
                cells.text("by_name"),
                cells.count("version"));
    }
}
