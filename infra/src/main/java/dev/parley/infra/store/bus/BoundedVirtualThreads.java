package dev.parley.infra.store.bus;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/** A virtual thread per task, so many at once, so many waiting, and the rest refused without making the caller wait. */
final class BoundedVirtualThreads implements Executor {
    private final Semaphore running;
    private final Semaphore admitted;
    private final String name;

    BoundedVirtualThreads(String name, int atOnce, int waiting) {
        this.name = name;
        this.running = new Semaphore(atOnce, true);
        this.admitted = new Semaphore(atOnce + waiting);
    }

    @Override
    public void execute(Runnable task) {
        if (!admitted.tryAcquire()) throw new RejectedExecutionException("Too many " + name + "s are waiting");
        Thread.ofVirtual().name(name).start(() -> run(task));
    }

    private void run(Runnable task) {
        try {
            running.acquireUninterruptibly();
            try {
                task.run();
            } finally {
                running.release();
            }
        } finally {
            admitted.release();
        }
    }
}
