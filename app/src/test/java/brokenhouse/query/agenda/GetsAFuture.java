package brokenhouse.query.agenda;

import java.util.concurrent.Future;

/** Wrong: it waits for ever. */
class GetsAFuture {
    Object read(Future<String> answer) throws Exception {
        return answer.get();
    }
}
