package dev.parley.command.questionset;

import static java.util.Objects.requireNonNullElse;

import dev.parley.api.Actor;
import dev.parley.api.Ids;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.questionset.Languages;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.questionset.QuestionSetCommand.DraftQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.ImportQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.ReviseQuestionSet;
import dev.parley.api.questionset.QuestionSetId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A question set as it comes from outside: anything may be missing or misshapen. */
record QuestionSetBody(
        @Nullable String questionSetId,
        @Nullable String title,
        @Nullable String category,
        @Nullable List<QuestionBody> questions,
        @Nullable LanguagesBody languages) {
    static final QuestionSetBody EMPTY = new QuestionSetBody(null, null, null, null, null);

    /** The languages that a set is for, as they come from outside. */
    record LanguagesBody(@Nullable String own, @Nullable List<String> others) {
        Languages clean() {
            return new Languages(
                    Optional.ofNullable(own).map(tag -> Shape.language("own", tag)),
                    Shape.each("others", others, 20, Shape::language));
        }
    }

    DraftQuestionSet draft(QuestionSetId id, Actor by, Instant at) {
        return new DraftQuestionSet(
                id,
                by,
                at,
                Shape.line("title", title, Shape.TITLE),
                Shape.line("category", requireNonNullElse(category, "general"), 80),
                Shape.each("questions", questions, 100, (path, question) -> named(id, path, question)));
    }

    ImportQuestionSet replacing(QuestionSetId id, Actor by, Instant at) {
        var draft = draft(id, by, at);
        return new ImportQuestionSet(id, by, at, draft.title(), draft.category(), spoken(), draft.questions());
    }

    private Languages spoken() {
        try {
            return languages == null ? Languages.NOT_SAID : languages.clean();
        } catch (Refused refused) {
            throw refused.within("languages");
        }
    }

    ReviseQuestionSet revision(QuestionSetId id, Actor by, Instant at) {
        return new ReviseQuestionSet(id, by, at, Optional.ofNullable(title), Optional.ofNullable(category));
    }

    /** A question without an id is named by its place, so that a repeated request drafts the same set. */
    private static Question named(QuestionSetId id, String path, QuestionBody question) {
        return question.named(new QuestionId(Ids.named("question", id, path)), path);
    }
}
