package dev.parley.command.questionset;

import static dev.parley.api.questionset.QuestionSetRefusal.TABLE_UNREADABLE;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.questionset.Languages;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionSetCommand.ConfirmDraft;
import dev.parley.api.questionset.QuestionSetCommand.Draft;
import dev.parley.api.questionset.QuestionSetId;
import dev.parley.command.Commands;
import dev.parley.command.IfMatch;
import dev.parley.command.Receipt;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A draft out into a file and back in, whole or not at all; as JSON, or as a table. */
@RestController
@RequestMapping("/api/v1/question-sets/{id}/draft")
class DraftFileController {
    private static final String TABLE = "text/csv";

    private final Commands commands;
    private final Clock clock;

    DraftFileController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** All that is read when it comes back. */
    record DraftFile(
            QuestionSetId questionSetId, String title, String category, Languages languages, List<Question> questions) {
        static DraftFile of(Draft draft) {
            return new DraftFile(
                    draft.questionSetId(), draft.title(), draft.category(), draft.languages(), draft.questions());
        }
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<DraftFile>> draft(@AuthenticationPrincipal Actor by, @PathVariable("id") String id) {
        return confirmed(by, id)
                .map(draft ->
                        ResponseEntity.ok().eTag(Long.toString(draft.version())).body(DraftFile.of(draft)));
    }

    @GetMapping(produces = TABLE)
    Mono<ResponseEntity<String>> table(@AuthenticationPrincipal Actor by, @PathVariable("id") String id) {
        return confirmed(by, id)
                .map(draft -> ResponseEntity.ok()
                        .eTag(Long.toString(draft.version()))
                        .contentType(MediaType.parseMediaType(TABLE + ";charset=UTF-8"))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"questions.csv\"")
                        .body(TableWriter.table(draft)));
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Void>> replace(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody QuestionSetBody body) {
        var version = IfMatch.of(ifMatch);
        return commands.send(body.replacing(setId(id), by, clock.instant()), version)
                .map(Receipt::noContent);
    }

    @PutMapping(consumes = TABLE)
    Mono<ResponseEntity<Void>> replaceByTable(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody String table) {
        var version = IfMatch.of(ifMatch);
        var body = read(table);
        return Mono.fromSupplier(() -> body.replacing(setId(id), by, clock.instant()))
                .flatMap(replace -> commands.send(replace, version))
                .onErrorMap(Refused.class, refused -> TableFaults.in(refused, body))
                .map(Receipt::noContent);
    }

    private static QuestionSetBody read(String table) {
        try {
            return TableReader.read(table);
        } catch (Refused refused) {
            throw refused.refusal() == TABLE_UNREADABLE ? refused : TableFaults.in(refused, QuestionSetBody.EMPTY);
        }
    }

    private Mono<Draft> confirmed(Actor by, String id) {
        return commands.ask(new ConfirmDraft(setId(id), by, clock.instant()), Draft.class);
    }

    private static QuestionSetId setId(String id) {
        return new QuestionSetId(Shape.uuid("questionSetId", id));
    }
}
