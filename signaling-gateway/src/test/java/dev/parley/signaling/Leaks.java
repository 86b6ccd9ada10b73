package dev.parley.signaling;

import io.netty.util.ResourceLeakDetector;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Notes which buffers were forgotten; Netty makes it by its name (see this module's pom). */
public final class Leaks<T> extends ResourceLeakDetector<T> {
    private static final Queue<String> NOTED = new ConcurrentLinkedQueue<>();

    public Leaks(Class<?> resource, int samplingInterval) {
        super(resource, samplingInterval);
    }

    /** Netty asks for this one first, and complains if it is missing. */
    @SuppressWarnings("deprecation")
    public Leaks(Class<?> resource, int samplingInterval, long maxActive) {
        super(resource, samplingInterval, maxActive);
    }

    static List<String> noted() {
        return List.copyOf(NOTED);
    }

    @Override
    protected void reportTracedLeak(String resource, String records) {
        NOTED.add(resource + records);
    }

    @Override
    protected void reportUntracedLeak(String resource) {
        NOTED.add(resource);
    }

    @Override
    protected boolean needReport() {
        return true;
    }
}
