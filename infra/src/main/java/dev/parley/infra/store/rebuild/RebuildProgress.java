package dev.parley.infra.store.rebuild;

import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild is.
 *
 * @param head of the log when it was last looked at
 * @param failure why it stopped, in words for an operator
 */
public record RebuildProgress(
        String processor,
        Step step,
        long position,
        long head,
        @Nullable RebuildReport report,
        @Nullable String failure) {

    public enum Step {
        READING,
        SWITCHING,
        DONE,
        FAILED
    }

    static RebuildProgress reading(String processor, long position, long head) {
        return new RebuildProgress(processor, Step.READING, position, head, null, null);
    }

    RebuildProgress switching() {
        return new RebuildProgress(processor, Step.SWITCHING, position, head, null, null);
    }

    RebuildProgress done(RebuildReport report) {
        return new RebuildProgress(processor, Step.DONE, report.position(), head, report, null);
    }

    RebuildProgress failed(String why) {
        return new RebuildProgress(processor, Step.FAILED, position, head, null, why);
    }

    public boolean ended() {
        return step == Step.DONE || step == Step.FAILED;
    }
}
