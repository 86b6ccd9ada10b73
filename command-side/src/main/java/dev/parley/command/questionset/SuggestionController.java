package dev.parley.command.questionset;

import dev.parley.api.Actor;
import dev.parley.api.Ids;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.questionset.QuestionSetCommand;
import dev.parley.api.questionset.QuestionSetCommand.AcceptSuggestion;
import dev.parley.api.questionset.QuestionSetCommand.ConfirmDraft;
import dev.parley.api.questionset.QuestionSetCommand.DismissSuggestion;
import dev.parley.api.questionset.QuestionSetCommand.Draft;
import dev.parley.api.questionset.QuestionSetCommand.SuggestQuestion;
import dev.parley.api.questionset.QuestionSetId;
import dev.parley.api.questionset.Suggestion;
import dev.parley.command.Commands;
import dev.parley.command.IfMatch;
import dev.parley.command.Receipt;
import dev.parley.command.questionset.Suggestions.Brief;
import dev.parley.command.questionset.Suggestions.Proposal;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Has questions suggested, and takes what people decide about them. It is the interviewer that suggests, never the person who asked for it. */
@RestController
@RequestMapping("/api/v1/question-sets/{id}")
class SuggestionController {
    private final Commands commands;
    private final Suggestions suggestions;
    private final Clock clock;

    /** @param suggestions lazily, since whoever only decides needs none */
    SuggestionController(Commands commands, @Lazy Suggestions suggestions, Clock clock) {
        this.commands = commands;
        this.suggestions = suggestions;
        this.clock = clock;
    }

    record BriefBody(@Nullable String goal) {}

    record Suggested(List<QuestionId> suggested) {}

    @PostMapping("/suggest")
    Mono<Suggested> suggest(
            @AuthenticationPrincipal Actor by, @PathVariable("id") String id, @RequestBody BriefBody body) {
        var goal = Shape.optionalLine("goal", body.goal(), Shape.SENTENCE);
        return commands.ask(new ConfirmDraft(setId(id), by, clock.instant()), Draft.class)
                .flatMapMany(draft -> Mono.fromCallable(() -> thinkOf(draft, goal))
                        .subscribeOn(Schedulers.boundedElastic())
                        .flatMapMany(Flux::fromIterable)
                        .concatMap(suggestion -> lay(suggestion, draft, by)))
                .collectList()
                .map(Suggested::new);
    }

    private List<Suggestion> thinkOf(Draft draft, String goal) {
        return suggestions.suggest(new Brief(draft.title(), goal, draft.questions())).stream()
                .limit(5)
                .flatMap(proposal -> clean(draft, proposal))
                .toList();
    }

    /** What a model writes may be misshapen; then it is no suggestion. */
    private static Stream<Suggestion> clean(Draft draft, Proposal proposal) {
        try {
            var id = new QuestionId(Ids.named("suggestion", draft.questionSetId(), proposal.text()));
            var question =
                    new Question(id, proposal.text(), proposal.type(), false, proposal.options(), 1, proposal.signal());
            return Stream.of(new Suggestion(question, proposal.rationale(), proposal.from()));
        } catch (Refused misshapen) {
            return Stream.empty();
        }
    }

    private Mono<QuestionId> lay(Suggestion suggestion, Draft draft, Actor by) {
        var interviewer = Actor.interviewer(by.tenant());
        var suggest = new SuggestQuestion(draft.questionSetId(), interviewer, clock.instant(), suggestion);
        return commands.byModel()
                .sendAside(suggest)
                .thenReturn(suggestion.question().questionId());
    }

    @PostMapping("/suggestions/{questionId}/accept")
    Mono<ResponseEntity<Void>> accept(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @PathVariable("questionId") String questionId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody QuestionBody body) {
        var question = body.at(questionId(questionId));
        return change(new AcceptSuggestion(setId(id), by, clock.instant(), question), ifMatch);
    }

    @DeleteMapping("/suggestions/{questionId}")
    Mono<ResponseEntity<Void>> dismiss(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @PathVariable("questionId") String questionId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return change(new DismissSuggestion(setId(id), by, clock.instant(), questionId(questionId)), ifMatch);
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
