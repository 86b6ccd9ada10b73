package brokenhouse.query.agenda;

import reactor.core.publisher.Flux;

/** Wrong: each step of the loop waits. */
class BlocksOnFlux {
    Object read(Flux<String> answers) {
        return answers.toIterable();
    }
}
