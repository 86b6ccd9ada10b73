package dev.parley.benchmarks.analysis;

import com.sun.management.ThreadMXBean;
import dev.parley.benchmarks.Benchmark;
import dev.parley.benchmarks.Result;
import dev.parley.infra.meaning.MeaningSettings;
import dev.parley.infra.meaning.Meanings;
import dev.parley.infra.offline.OfflineAnalyst;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * Segments a second that one thread reads, beside what it costs to cut the same text into words; and what one sentence costs the
 * model that tells how alike sentences are. Over real meetings if a folder of them is named, otherwise over what the personas say.
 */
public final class AnalysisBenchmark implements Benchmark {
    private static final int ROUNDS = 5;
    private static final int EMBEDDED = 300;

    private final List<Path> meetings;

    public AnalysisBenchmark(List<Path> meetings) {
        this.meetings = meetings;
    }

    @Override
    public Result run(boolean quick) throws IOException {
        var texts = meetings.isEmpty() ? Texts.ofPersonas() : Texts.ofMeetings(meetings);
        var analyst = new OfflineAnalyst();
        var seconds = quick ? 1 : 5;
        var ours = new ArrayList<Double>();
        var words = new ArrayList<Double>();
        for (var round = 0; round <= ROUNDS; round++) {
            var read = perSecond(
                    texts, seconds, text -> analyst.read(text).signals().size());
            var cut = perSecond(
                    texts, seconds, text -> text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+").length);
            // The first one warms up.
            if (round > 0) ours.add(read);
            if (round > 0) words.add(cut);
        }
        return new Result()
                .figure("segments", texts.size())
                .figure("signals_per_100_segments", 100.0 * count(texts, analyst) / texts.size())
                .figure("segments_per_second", median(ours))
                .figure("cut_into_words_per_second", median(words))
                .figure("allocated_kb_per_segment", allocated(texts, analyst) / 1024.0)
                .figure("embedding_ms_per_segment", embedding(texts))
                .ratio("cut_into_words", median(ours) / median(words));
    }

    private static double perSecond(List<String> texts, int seconds, ToIntFunction<String> work) {
        var begun = System.nanoTime();
        var end = begun + seconds * 1_000_000_000L;
        var done = 0L;
        var used = 0L;
        while (System.nanoTime() < end) {
            for (var i = 0; i < 100; i++) used += work.applyAsInt(texts.get((int) (done++ % texts.size())));
        }
        if (used < 0) throw new IllegalStateException("nothing was done");
        return done * 1e9 / (System.nanoTime() - begun);
    }

    private static long count(List<String> texts, OfflineAnalyst analyst) {
        return texts.stream()
                .mapToLong(text -> analyst.read(text).signals().size())
                .sum();
    }

    private static double allocated(List<String> texts, OfflineAnalyst analyst) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        count(texts, analyst);
        return (double) (threads.getCurrentThreadAllocatedBytes() - before) / texts.size();
    }

    /** Each text once, for what was embedded before is remembered; half of the calls are for the text that all are held against. */
    private static double embedding(List<String> texts) {
        var meanings = new Meanings(MeaningSettings.usual());
        for (var i = 0; i < 50; i++) meanings.alike("warming up", "warming up " + i);
        var some = texts.stream().distinct().limit(EMBEDDED).toList();
        var begun = System.nanoTime();
        for (var text : some) meanings.alike("warming up", text);
        return (System.nanoTime() - begun) / 1e6 / some.size();
    }

    private static double median(List<Double> figures) {
        Collections.sort(figures);
        return figures.get(figures.size() / 2);
    }
}
