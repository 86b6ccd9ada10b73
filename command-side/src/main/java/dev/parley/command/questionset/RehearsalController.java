package dev.parley.command.questionset;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.api.Actor;
import dev.parley.api.Shape;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.questionset.QuestionSetCommand.ConfirmDraft;
import dev.parley.api.questionset.QuestionSetCommand.Draft;
import dev.parley.api.questionset.QuestionSetId;
import dev.parley.command.Commands;
import dev.parley.command.questionset.Readability.Warning;
import dev.parley.command.questionset.Rehearsals.Manner;
import dev.parley.command.questionset.Rehearsals.Rehearsal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Lets people hear how a draft would go, before any lead does. Nothing is stored, and nobody hears of it. */
@RestController
class RehearsalController {
    private final Commands commands;
    private final Rehearsals rehearsals;
    private final Clock clock;

    /** @param rehearsals lazily, since whoever only decides needs none */
    RehearsalController(Commands commands, @Lazy Rehearsals rehearsals, Clock clock) {
        this.commands = commands;
        this.rehearsals = rehearsals;
        this.clock = clock;
    }

    record RehearsalBody(
            @Nullable String manner,
            @Nullable Integer minutes,
            @Nullable String language) {}

    record Hard(QuestionId questionId, List<Warning> warnings) {}

    record Rehearsed(@JsonUnwrapped Rehearsal rehearsal, List<Hard> warnings) {}

    @PostMapping("/api/v1/question-sets/{id}/rehearse")
    Mono<Rehearsed> rehearse(
            @AuthenticationPrincipal Actor by, @PathVariable("id") String id, @RequestBody RehearsalBody body) {
        var set = new QuestionSetId(Shape.uuid("questionSetId", id));
        var manner = Shape.choice("manner", requireNonNullElse(body.manner(), "helpful"), Manner.class);
        var length = Duration.ofMinutes(Shape.number("minutes", requireNonNullElse(body.minutes(), 30), 5, 120));
        var language = Optional.ofNullable(body.language()).map(tag -> Shape.language("language", tag));
        return commands.ask(new ConfirmDraft(set, by, clock.instant()), Draft.class)
                .map(draft -> spoken(draft, language))
                .flatMap(questions -> Mono.fromCallable(() -> rehearsed(questions, manner, length))
                        .subscribeOn(Schedulers.boundedElastic()));
    }

    private Rehearsed rehearsed(PinnedQuestionSet questions, Manner manner, Duration length) {
        var warnings = questions.questions().stream()
                .map(question -> new Hard(question.questionId(), Readability.of(question)))
                .filter(hard -> !hard.warnings().isEmpty())
                .toList();
        return new Rehearsed(rehearsals.rehearse(questions, manner, length), warnings);
    }

    private static PinnedQuestionSet spoken(Draft draft, Optional<String> language) {
        var questions = draft.questions().stream()
                .<Question>map(question -> language.map(question::in).orElse(question))
                .toList();
        return new PinnedQuestionSet(draft.questionSetId(), 1, draft.title(), questions);
    }
}
