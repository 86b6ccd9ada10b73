package dev.parley.query.questionlibrary;

import dev.parley.api.questionset.QuestionSetEvent;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetDrafted;
import dev.parley.api.questionset.QuestionSetQuery.QuestionSetPage;
import dev.parley.query.Documents;
import dev.parley.query.Hints;
import dev.parley.query.Rows;
import dev.parley.query.Rows.Row;
import dev.parley.query.Stamp;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps each question set as a line for the list and a document for its page. */
@Component
@ProcessingGroup("view.questionlibrary")
final class QuestionLibraryProjection {
    private final Rows library;
    private final Hints hints;

    QuestionLibraryProjection(JdbcClient jdbc, Hints hints) {
        this.library = new Rows(jdbc, "question_library", "question_set_id");
        this.hints = hints;
    }

    @EventHandler
    void on(QuestionSetEvent event, Stamp stamp) {
        var row = library.row(event.questionSetId().value(), stamp);
        if (event instanceof QuestionSetDrafted e)
            put(event, Shelf.of(e), row, stamp).add();
        else
            row.take("page")
                    .map(json -> Shelf.of(Documents.read(json, QuestionSetPage.class)))
                    .ifPresent(
                            shelf -> put(event, shelf.after(event), row, stamp).change());
        stamp.tell(hints, "question-set", event.questionSetId());
    }

    @ResetHandler
    void forget() {
        library.forgetAll();
    }

    private static Row put(QuestionSetEvent event, Shelf shelf, Row row, Stamp stamp) {
        shelf.published().ifPresent(published -> row.set("published_version", published.version()));
        return row.set("title", shelf.title())
                .set("category", shelf.category())
                .set("questions", shelf.draft().size())
                .set("draft_differs", shelf.draftDiffers())
                .set("retired", shelf.retired())
                .set("page", Documents.of(shelf.page(event.questionSetId(), stamp.sequence())));
    }
}
