package brokenhouse.query.agenda;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Right: it waits, but not longer than it says. */
public class AgendaReader {
    String read(CompletableFuture<String> answer) throws Exception {
        return answer.get(1, TimeUnit.SECONDS);
    }
}
