package dev.parley.infra.meaning;

import ai.onnxruntime.OrtException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How alike sentences are. The model is loaded by the first who needs it, on threads of its own: native code must hold up
 * neither an event loop nor the carriers of virtual threads. Who cannot be served in time does without.
 */
public final class Meanings {
    private static final Logger log = LoggerFactory.getLogger(Meanings.class);

    private final Duration patience;
    private final ThreadPoolExecutor threads;
    private final Cache<String, float[]> known;
    private volatile @Nullable CompletableFuture<SentenceModel> model;

    public Meanings(MeaningSettings settings) {
        this.patience = settings.patience();
        this.threads = new ThreadPoolExecutor(
                settings.threads(),
                settings.threads(),
                10,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(settings.waiting()),
                Thread.ofPlatform().name("meanings-", 0).daemon().factory());
        this.threads.allowCoreThreadTimeOut(true);
        this.known = Caffeine.newBuilder().maximumSize(settings.remembered()).build();
    }

    /** Loads the model, if it is not there, without waiting for it. */
    public void warmUp() {
        try {
            model();
        } catch (RejectedExecutionException e) {
            log.debug("the sentence model has to wait: too much to do");
        }
    }

    /** From -1 to 1; empty if that cannot be told in time. */
    public OptionalDouble alike(String one, String other) {
        var a = of(one);
        var b = of(other);
        return a.isPresent() && b.isPresent() ? OptionalDouble.of(cosine(a.get(), b.get())) : OptionalDouble.empty();
    }

    private Optional<float[]> of(String text) {
        var before = known.getIfPresent(text);
        if (before != null) return Optional.of(before);
        var found = inTime(() -> model().thenApplyAsync(loaded -> embedded(loaded, text), threads));
        found.ifPresent(meaning -> known.put(text, meaning));
        return found;
    }

    private CompletableFuture<SentenceModel> model() {
        var loaded = model;
        if (loaded != null) return loaded;
        synchronized (this) {
            if (model == null) model = CompletableFuture.supplyAsync(Meanings::load, threads);
            return model;
        }
    }

    private static SentenceModel load() {
        try {
            return SentenceModel.load();
        } catch (Exception | LinkageError e) {
            throw new IllegalStateException("the sentence model cannot be loaded here", e);
        }
    }

    private static float[] embedded(SentenceModel model, String text) {
        try {
            return model.embed(text);
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model cannot read this", e);
        }
    }

    private Optional<float[]> inTime(Callable<Future<float[]>> work) {
        try {
            return Optional.of(work.call().get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            log.debug("no meaning: {}", String.valueOf(e.getCause()));
        } catch (TimeoutException | RejectedExecutionException e) {
            log.debug("too busy to tell how alike sentences are");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("neither is thrown by submitting", e);
        }
        return Optional.empty();
    }

    private static double cosine(float[] a, float[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
