package dev.parley.benchmarks.promises;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Watches processes flush, and makes a flush fail. */
final class Strace implements AutoCloseable {
    private static final String FLUSHES = "fsync,fdatasync,sync_file_range";

    private final Process process;
    private final Path output;

    /** @param failingFlush the how-manieth flush of each process fails with EIO; 0 for none */
    Strace(Path folder, int failingFlush, long... processes) throws IOException, InterruptedException {
        output = Files.createTempFile(folder, "strace", ".txt");
        var command =
                new ArrayList<>(List.of("strace", "-f", "-ttt", "-o", output.toString(), "-e", "trace=" + FLUSHES));
        if (failingFlush > 0) command.addAll(List.of("-e", "inject=" + FLUSHES + ":error=EIO:when=" + failingFlush));
        for (var pid : processes) command.addAll(List.of("-p", Long.toString(pid)));
        process = Machine.start(
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD));
        var giveUp = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!Arrays.stream(processes).allMatch(Strace::isTraced)) {
            if (System.nanoTime() > giveUp || !process.isAlive()) throw new IOException("strace may not attach here");
            Thread.sleep(20);
        }
    }

    private static boolean isTraced(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .anyMatch(line -> line.startsWith("TracerPid:") && !line.endsWith("\t0"));
        } catch (IOException gone) {
            return false;
        }
    }

    long flushes() throws IOException {
        return lines().filter(line -> line.endsWith(" = 0")).count();
    }

    /** When the first flush was made to fail; 0 if none was. */
    long failedAtMillis() throws IOException {
        return lines().filter(line -> line.contains("(INJECTED)"))
                .mapToLong(line -> (long) (Double.parseDouble(line.split("\\s+")[1]) * 1_000))
                .findFirst()
                .orElse(0);
    }

    private Stream<String> lines() throws IOException {
        return Files.readAllLines(output).stream();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
