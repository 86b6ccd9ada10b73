package dev.parley.query.questionlibrary;

import static dev.parley.api.questionset.QuestionSetRefusal.QUESTION_SET_UNKNOWN;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.questionset.QuestionSetId;
import dev.parley.api.questionset.QuestionSetQuery.QuestionSetLine;
import dev.parley.api.questionset.QuestionSetQuery.QuestionSetPage;
import dev.parley.query.Versioned;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code GET /question-sets} and {@code GET /question-sets/{id}}. */
@RestController
final class QuestionLibraryController {
    private final QuestionLibraryReader library;

    QuestionLibraryController(QuestionLibraryReader library) {
        this.library = library;
    }

    @GetMapping("/api/v1/question-sets")
    Flux<QuestionSetLine> questionSets(@AuthenticationPrincipal Actor by) {
        return library.all(by.tenant());
    }

    @GetMapping("/api/v1/question-sets/{id}")
    Mono<QuestionSetPage> questionSet(
            @AuthenticationPrincipal Actor by, @PathVariable String id, ServerHttpResponse response) {
        return library.find(by.tenant(), new QuestionSetId(Shape.uuid("id", id)))
                .switchIfEmpty(Mono.error(() -> new Refused(QUESTION_SET_UNKNOWN)))
                .doOnNext(page -> Versioned.tag(response, page.version()));
    }
}
