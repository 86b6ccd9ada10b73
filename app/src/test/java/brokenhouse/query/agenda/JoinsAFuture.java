package brokenhouse.query.agenda;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Wrong: it waits for ever, behind a method reference. */
class JoinsAFuture {
    Function<CompletableFuture<String>, String> join = CompletableFuture::join;
}
