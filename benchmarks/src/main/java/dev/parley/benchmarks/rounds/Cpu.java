package dev.parley.benchmarks.rounds;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * CPU time used so far, in microseconds, as Linux accounts for it.
 *
 * @param machine all of it, idle time included
 * @param busy by anybody
 * @param own this process
 * @param children those of its children that have ended
 * @param database the PostgreSQL server with all its processes
 */
public record Cpu(long machine, long busy, long own, long children, long database) {
    private static final long TICK = 10_000;

    public static Cpu now(long postmaster) {
        try {
            var fields = Files.readString(Path.of("/proc/stat"))
                    .lines()
                    .findFirst()
                    .orElse("cpu")
                    .trim()
                    .split("\\s+");
            var times = Arrays.stream(fields)
                    .skip(1)
                    .limit(8)
                    .mapToLong(Long::parseLong)
                    .toArray();
            var all = Arrays.stream(times).sum();
            var idle = times[3] + times[4];
            return new Cpu(all * TICK, (all - idle) * TICK, process(), ended() * TICK, server(postmaster) * TICK);
        } catch (IOException e) {
            throw new UncheckedIOException("CPU times are read from /proc, which only Linux has", e);
        }
    }

    /** What was used since then. */
    public Cpu since(Cpu before) {
        return new Cpu(
                machine - before.machine,
                busy - before.busy,
                own - before.own,
                children - before.children,
                database - before.database);
    }

    /** As a process sees it that only asks another one, whose CPU this is. */
    public Cpu of(long another) {
        return new Cpu(machine, busy, another, own + children, database);
    }

    /** As somebody sees it who only has others work. */
    public Cpu ofChildren() {
        return new Cpu(machine, busy, children, own, database);
    }

    /** Share of the machine that was used by anybody else, in percent. */
    public double foreign() {
        return 100.0 * Math.max(0, busy - own - children - database) / Math.max(1, machine);
    }

    private static long process() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1_000;
    }

    private static long ended() throws IOException {
        var stat = stat(Path.of("/proc/self"));
        return number(stat, 13) + number(stat, 14);
    }

    /** The server's processes are children of the one that was started; those that have ended are in its own account. */
    private static long server(long postmaster) throws IOException {
        var ticks = 0L;
        var parent = Long.toString(postmaster);
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var process : processes)
                try {
                    var stat = stat(process);
                    if (stat[1].equals(parent)) ticks += number(stat, 11) + number(stat, 12);
                    else if (process.endsWith(parent))
                        ticks += number(stat, 11) + number(stat, 12) + number(stat, 13) + number(stat, 14);
                } catch (IOException hasEndedMeanwhile) {
                    continue;
                }
        }
        return ticks;
    }

    /** From the third field on, behind the name, which may contain anything (proc_pid_stat(5)). */
    private static String[] stat(Path process) throws IOException {
        var line = Files.readString(process.resolve("stat"));
        return line.substring(line.lastIndexOf(')') + 2).split(" ");
    }

    private static long number(String[] stat, int field) {
        return Long.parseLong(stat[field]);
    }
}
