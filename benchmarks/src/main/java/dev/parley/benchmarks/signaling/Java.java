package dev.parley.benchmarks.signaling;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How this program starts itself once more, as somebody else. */
final class Java {
    private static final List<String> FLAGS = List.of(
            "-Xms512m",
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-Dreactor.netty.ioWorkerCount=1", // one core; by default there are at least four loops
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private Java() {}

    /** @param role what {@code benchmarks peer} is to be; {@code BENCHMARKS_JVM_ROLE} may add flags */
    static List<String> role(String role, String argument) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        var more =
                System.getenv("BENCHMARKS_JVM_" + role.toUpperCase(Locale.ROOT).replace('-', '_'));
        if (more != null) command.addAll(Arrays.asList(more.split(" ")));
        var classes = System.getProperty("java.class.path");
        command.addAll(
                classes.endsWith(".jar") && !classes.contains(":")
                        ? List.of("-jar", Path.of(classes).toAbsolutePath().toString())
                        : List.of("-cp", classes, "dev.parley.benchmarks.Benchmarks"));
        command.addAll(List.of("peer", role, argument, "0"));
        return command;
    }
}
