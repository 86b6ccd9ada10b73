package dev.parley.command.questionset;

import static dev.parley.api.questionset.QuestionSetRefusal.QUESTION_UNKNOWN;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.questionset.QuestionSetCommand.ConfirmDraft;
import dev.parley.api.questionset.QuestionSetCommand.Draft;
import dev.parley.api.questionset.QuestionSetId;
import dev.parley.command.Commands;
import dev.parley.command.questionset.CrmWriting.Answered;
import dev.parley.command.questionset.CrmWriting.Preview;
import dev.parley.command.questionset.CrmWriting.Reason;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows what the CRM would be sent for answers to the questions of a draft. Nothing is sent, and nothing stored. */
@RestController
class MappingController {
    private final Commands commands;
    private final CrmWriting crm;
    private final Clock clock;

    /** @param crm lazily, since whoever only decides needs none */
    MappingController(Commands commands, @Lazy CrmWriting crm, Clock clock) {
        this.commands = commands;
        this.crm = crm;
        this.clock = clock;
    }

    record PreviewBody(@Nullable String crmId, @Nullable List<AnswerBody> answers) {}

    record AnswerBody(
            @Nullable String questionId,
            @Nullable String value,
            @Nullable String unit) {
        Answered of(Draft draft, String path) {
            var id = new QuestionId(Shape.uuid(path + ".questionId", questionId));
            var question = draft.questions().stream()
                    .filter(candidate -> candidate.questionId().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new Refused(QUESTION_UNKNOWN, path + ".questionId"));
            return new Answered(
                    question,
                    question.inOwnWords(Shape.line(path + ".value", value, Shape.SENTENCE)),
                    Optional.ofNullable(unit).map(named -> Shape.line(path + ".unit", named, 20)));
        }
    }

    /** @param body as text, exactly as it would be sent; @param json the same to look at */
    record PreviewAnswer(
            String method,
            String path,
            Map<String, String> headers,
            String body,
            @JsonRawValue String json,
            List<OmittedAnswer> omitted) {
        static PreviewAnswer of(Preview preview) {
            return new PreviewAnswer(
                    preview.method(),
                    preview.path(),
                    preview.headers(),
                    preview.body(),
                    preview.body().isEmpty() ? "null" : preview.body(),
                    preview.omitted().stream()
                            .map(omitted -> OmittedAnswer.of(omitted.question(), omitted.reason()))
                            .toList());
        }
    }

    record OmittedAnswer(QuestionId questionId, String text, Reason reason) {
        static OmittedAnswer of(Question question, Reason reason) {
            return new OmittedAnswer(question.questionId(), question.text(), reason);
        }
    }

    @PostMapping("/api/v1/question-sets/{id}/mapping/preview")
    Mono<PreviewAnswer> preview(
            @AuthenticationPrincipal Actor by, @PathVariable("id") String id, @RequestBody PreviewBody body) {
        var set = new QuestionSetId(Shape.uuid("questionSetId", id));
        var lead = Optional.ofNullable(body.crmId())
                .map(record -> Shape.uuid("crmId", record).toString());
        return commands.ask(new ConfirmDraft(set, by, clock.instant()), Draft.class)
                .map(draft -> Shape.each(
                        "answers",
                        Shape.present("answers", body.answers()),
                        100,
                        (path, answer) -> answer.of(draft, path)))
                .map(answers -> PreviewAnswer.of(crm.preview(lead, answers)));
    }
}
