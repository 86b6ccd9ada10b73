package dev.parley.infra.operations;

import static dev.parley.infra.operations.OperationsRefusal.NOT_A_VIEW;
import static dev.parley.infra.operations.OperationsRefusal.PROCESSOR_UNKNOWN;
import static dev.parley.infra.operations.OperationsRefusal.REASON_NEEDED;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.infra.operations.DeadLetterDesk.Page;
import dev.parley.infra.operations.DeadLetterDesk.Retried;
import dev.parley.infra.store.rebuild.RebuildProgress;
import dev.parley.infra.store.rebuild.Rebuilds;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Technical data of all tenants, so for administrators; auditors may look. */
@RestController
@RequestMapping("/api/v1/operations")
final class OperationsController {
    private static final int MOST = 200;

    /** JDBC waits, so never on an event loop. */
    private final Scheduler threads = Schedulers.boundedElastic();

    private final Processors processors;
    private final DeadLetterDesk letters;
    private final LogHealth log;
    private final Rebuilds rebuilds;

    OperationsController(Processors processors, DeadLetterDesk letters, LogHealth log, Rebuilds rebuilds) {
        this.processors = processors;
        this.letters = letters;
        this.log = log;
        this.rebuilds = rebuilds;
    }

    @GetMapping("/processors")
    Mono<List<ProcessorState>> processors() {
        return answer(processors::all);
    }

    @GetMapping("/log")
    Mono<LogState> log() {
        return answer(log::state);
    }

    @GetMapping("/dead-letters")
    Mono<Page> deadLetters(@RequestParam Optional<String> processor, @RequestParam Optional<String> after) {
        return answer(() -> {
            processor.ifPresent(this::known);
            return letters.page(processor, after, MOST);
        });
    }

    @PostMapping("/dead-letters/{processor}/{sequence}/retry")
    Mono<Retried> retry(@PathVariable String processor, @PathVariable String sequence) {
        return answer(() -> letters.retry(known(processor), sequence));
    }

    @DeleteMapping("/dead-letters/{processor}/{sequence}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> leaveOut(
            @PathVariable String processor,
            @PathVariable String sequence,
            @RequestParam Optional<String> reason,
            @AuthenticationPrincipal Actor by) {
        return answer(() -> {
                    var why = reason.filter(words -> !words.isBlank())
                            .orElseThrow(() -> new Refused(REASON_NEEDED, "reason"));
                    letters.leaveOut(known(processor), sequence, why, by);
                    return true;
                })
                .then();
    }

    @PostMapping("/processors/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<RebuildProgress> rebuild(@PathVariable String name) {
        return answer(() -> {
            if (!known(name).startsWith("view.")) throw new Refused(NOT_A_VIEW);
            return rebuilds.begin(name);
        });
    }

    @GetMapping("/processors/{name}/rebuild")
    Mono<RebuildProgress> rebuilding(@PathVariable String name) {
        return answer(() -> rebuilds.of(known(name)).orElseThrow(() -> new Refused(PROCESSOR_UNKNOWN)));
    }

    private String known(String name) {
        if (processors.all().stream().noneMatch(processor -> processor.name().equals(name)))
            throw new Refused(PROCESSOR_UNKNOWN);
        return name;
    }

    private <T> Mono<T> answer(Callable<T> question) {
        return Mono.fromCallable(question).subscribeOn(threads);
    }
}
