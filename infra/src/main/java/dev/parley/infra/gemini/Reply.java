package dev.parley.infra.gemini;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import dev.parley.api.interview.ModelTrouble;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An answer as it arrives, word by word. A model that will not begin is given up long before one that only takes its time, because a
 * lead is waiting; and whatever is given up is told to stop, because every word of it costs.
 */
final class Reply implements StreamingChatResponseHandler {
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final CompletableFuture<ChatResponse> whole = new CompletableFuture<>();
    private final CompletableFuture<StreamingHandle> line = new CompletableFuture<>();

    @Override
    public void onPartialResponse(PartialResponse words, PartialResponseContext context) {
        line.complete(context.streamingHandle());
        begun.complete(null);
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        whole.complete(response);
        begun.complete(null);
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(failure);
        begun.completeExceptionally(failure);
    }

    /** @throws GeminiFailure when it did not come, or not in time */
    ChatResponse within(Duration beginning, Duration end) {
        var from = System.nanoTime();
        try {
            get(begun, beginning, "it did not begin in time");
            return get(whole, end.minusNanos(System.nanoTime() - from), "it did not end in time");
        } catch (GeminiFailure tooLate) {
            line.thenAccept(StreamingHandle::cancel);
            throw tooLate;
        }
    }

    private static <T> T get(CompletableFuture<T> future, Duration within, String otherwise) {
        try {
            return future.get(Math.max(0, within.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new GeminiFailure(ModelTrouble.UNAVAILABLE, otherwise, Duration.ZERO);
        } catch (ExecutionException e) {
            throw GeminiErrors.from(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GeminiFailure(ModelTrouble.UNAVAILABLE, "nobody waits for it any more", Duration.ZERO);
        }
    }
}
