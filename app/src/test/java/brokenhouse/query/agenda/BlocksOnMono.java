package brokenhouse.query.agenda;

import reactor.core.publisher.Mono;

/** Wrong: the thread waits for the answer. */
class BlocksOnMono {
    Object read(Mono<String> answer) {
        return answer.block();
    }
}
