package dev.parley.command.questionset;

import static dev.parley.api.questionset.QuestionSetRefusal.ORDER_CHANGED;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.questionset.QuestionSetCommand.ConfirmDraft;
import dev.parley.api.questionset.QuestionSetCommand.Draft;
import dev.parley.api.questionset.QuestionSetCommand.MoveQuestion;
import dev.parley.api.questionset.QuestionSetId;
import dev.parley.command.Commands;
import dev.parley.command.IfMatch;
import dev.parley.command.Receipt;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Moves a question. Whoever saw another order than there is now is shown both, so that a page can offer to merge them; what
 * others changed in the questions' words is no hindrance, unless the client also says which version it saw.
 */
@RestController
class MovingController {
    private final Commands commands;
    private final Clock clock;

    MovingController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** @param after the question to come behind; first of all if absent */
    record MoveBody(
            @Nullable String after,
            @Nullable String category,
            @Nullable List<String> seen) {
        MoveQuestion move(QuestionSetId set, QuestionId question, Actor by, Clock clock) {
            return new MoveQuestion(
                    set,
                    by,
                    clock.instant(),
                    question,
                    Optional.ofNullable(after).map(id -> new QuestionId(Shape.uuid("after", id))),
                    Optional.ofNullable(category),
                    Shape.each(
                            "seen",
                            Shape.present("seen", seen),
                            100,
                            (path, id) -> new QuestionId(Shape.uuid(path, id))));
        }
    }

    /**
     * Two editors moved questions at the same time.
     *
     * @param yours the order as it would be, had nobody else moved anything
     * @param theirs the draft as it is now
     */
    record BothVersions(
            String type,
            String title,
            int status,
            String detail,
            String code,
            String field,
            List<QuestionId> seen,
            List<QuestionId> yours,
            Draft theirs) {}

    @PostMapping("/api/v1/question-sets/{id}/questions/{questionId}/move")
    Mono<ResponseEntity<?>> move(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @PathVariable("questionId") String questionId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody MoveBody body) {
        var version = IfMatch.of(ifMatch);
        var set = new QuestionSetId(Shape.uuid("questionSetId", id));
        var move = body.move(set, new QuestionId(Shape.uuid("questionId", questionId)), by, clock);
        return commands.send(move, version)
                .<ResponseEntity<?>>map(Receipt::noContent)
                .onErrorResume(MovingController::isMovedByOthers, _ -> both(move));
    }

    private Mono<ResponseEntity<?>> both(MoveQuestion move) {
        return commands.ask(new ConfirmDraft(move.questionSetId(), move.by(), move.at()), Draft.class)
                .map(theirs -> ResponseEntity.status(HttpStatus.CONFLICT)
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .eTag(Long.toString(theirs.version()))
                        .body(both(move, theirs)));
    }

    private static BothVersions both(MoveQuestion move, Draft theirs) {
        return new BothVersions(
                "urn:parley:problem:" + ORDER_CHANGED.name(),
                HttpStatus.CONFLICT.getReasonPhrase(),
                HttpStatus.CONFLICT.value(),
                ORDER_CHANGED.text(),
                ORDER_CHANGED.name(),
                "seen",
                move.seen(),
                Order.moved(move.seen(), move.questionId(), move.after()),
                theirs);
    }

    private static boolean isMovedByOthers(Throwable error) {
        return error instanceof Refused refused && refused.refusal() == ORDER_CHANGED;
    }
}
