package dev.parley.command.questionset;

import dev.parley.api.Actor;
import dev.parley.api.Shape;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.questionset.QuestionSetCommand;
import dev.parley.api.questionset.QuestionSetCommand.AddQuestion;
import dev.parley.api.questionset.QuestionSetCommand.OfferLanguages;
import dev.parley.api.questionset.QuestionSetCommand.PublishQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.Published;
import dev.parley.api.questionset.QuestionSetCommand.RemoveQuestion;
import dev.parley.api.questionset.QuestionSetCommand.ReorderQuestions;
import dev.parley.api.questionset.QuestionSetCommand.RetireQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.ReviseQuestion;
import dev.parley.api.questionset.QuestionSetId;
import dev.parley.command.Commands;
import dev.parley.command.IdempotencyKey;
import dev.parley.command.IfMatch;
import dev.parley.command.Receipt;
import dev.parley.command.questionset.QuestionSetBody.LanguagesBody;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes what people of the sales team decide about question sets. */
@RestController
@RequestMapping("/api/v1/question-sets")
class QuestionSetController {
    private final Commands commands;
    private final Clock clock;

    QuestionSetController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    record Drafted(QuestionSetId questionSetId) {}

    record Added(QuestionId questionId) {}

    record OrderBody(@Nullable List<String> order) {}

    /** @param version that meetings pin, counted from 1 */
    record PublishedVersion(int version) {}

    @PostMapping
    Mono<ResponseEntity<Drafted>> draft(
            @AuthenticationPrincipal Actor by,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody QuestionSetBody body) {
        var now = clock.instant();
        var id = new QuestionSetId(IdempotencyKey.of(key).nameFor("questionSetId", body.questionSetId(), by, now));
        return commands.send(body.draft(id, by, now))
                .map(receipt -> receipt.created("/api/v1/question-sets/" + id, new Drafted(id)));
    }

    @PatchMapping("/{id}")
    Mono<ResponseEntity<Void>> revise(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody QuestionSetBody body) {
        return change(body.revision(setId(id), by, clock.instant()), ifMatch);
    }

    @PostMapping("/{id}/questions")
    Mono<ResponseEntity<Added>> add(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody QuestionBody body) {
        var now = clock.instant();
        var question =
                body.named(new QuestionId(IdempotencyKey.of(key).nameFor("questionId", body.questionId(), by, now)));
        var location = "/api/v1/question-sets/" + setId(id) + "/questions/" + question.questionId();
        return commands.send(new AddQuestion(setId(id), by, now, question), IfMatch.of(ifMatch))
                .map(receipt -> receipt.created(location, new Added(question.questionId())));
    }

    @PutMapping("/{id}/questions/{questionId}")
    Mono<ResponseEntity<Void>> reviseQuestion(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @PathVariable("questionId") String questionId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody QuestionBody body) {
        var question = body.at(questionId(questionId));
        return change(new ReviseQuestion(setId(id), by, clock.instant(), question), ifMatch);
    }

    @DeleteMapping("/{id}/questions/{questionId}")
    Mono<ResponseEntity<Void>> remove(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @PathVariable("questionId") String questionId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return change(new RemoveQuestion(setId(id), by, clock.instant(), questionId(questionId)), ifMatch);
    }

    @PutMapping("/{id}/order")
    Mono<ResponseEntity<Void>> reorder(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody OrderBody body) {
        var order = Shape.each(
                "order",
                Shape.present("order", body.order()),
                100,
                (path, question) -> new QuestionId(Shape.uuid(path, question)));
        return change(new ReorderQuestions(setId(id), by, clock.instant(), order), ifMatch);
    }

    @PutMapping("/{id}/languages")
    Mono<ResponseEntity<Void>> offerLanguages(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody LanguagesBody body) {
        return change(new OfferLanguages(setId(id), by, clock.instant(), body.clean()), ifMatch);
    }

    /** In these languages beside the set's own, or in all that it is for. */
    @PostMapping("/{id}/publish")
    Mono<ResponseEntity<PublishedVersion>> publish(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestParam(name = "languages", required = false) @Nullable List<String> languages) {
        var publish = new PublishQuestionSet(setId(id), by, clock.instant(), Optional.ofNullable(languages));
        return commands.send(publish, IfMatch.of(ifMatch))
                .map(receipt -> receipt.ok(new PublishedVersion(((Published) receipt.answer()).number())));
    }

    @PostMapping("/{id}/retire")
    Mono<ResponseEntity<Void>> retire(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return change(new RetireQuestionSet(setId(id), by, clock.instant()), ifMatch);
    }

    private Mono<ResponseEntity<Void>> change(QuestionSetCommand command, @Nullable String ifMatch) {
        return commands.send(command, IfMatch.of(ifMatch)).map(Receipt::noContent);
    }

    private static QuestionSetId setId(String id) {
        return new QuestionSetId(Shape.uuid("questionSetId", id));
    }

    private static QuestionId questionId(String id) {
        return new QuestionId(Shape.uuid("questionId", id));
    }
}
