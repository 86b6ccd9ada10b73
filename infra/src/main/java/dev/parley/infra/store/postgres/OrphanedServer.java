package dev.parley.infra.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The PostgreSQL that a killed Parley left behind. The home directory's lock is ours, so nobody uses it any more. */
final class OrphanedServer {
    private static final int PATIENCE_SECONDS = 30;

    private OrphanedServer() {}

    static void stop(Path data) throws IOException {
        var note = data.resolve("postmaster.pid");
        if (!Files.exists(note)) return;
        var pid = Long.parseLong(Files.readAllLines(note).getFirst().strip());
        var process = ProcessHandle.of(pid).filter(p -> serves(p, data));
        if (process.isPresent()) stop(process.get(), data);
        Files.deleteIfExists(note);
    }

    /** Pids are reused: only a process that was started for this directory is ours. */
    private static boolean serves(ProcessHandle process, Path data) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains(data.toString()))
                .isPresent();
    }

    private static void stop(ProcessHandle process, Path data) {
        process.destroy(); // SIGTERM: PostgreSQL waits for its clients, but those died with the old Parley
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new CannotStart(
                    "An old PostgreSQL (process " + process.pid() + ") still holds " + data + ".",
                    "Stop that process.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Starting was interrupted.", "Start again.", e);
        }
    }
}
