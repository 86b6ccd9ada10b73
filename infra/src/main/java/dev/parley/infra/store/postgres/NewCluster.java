package dev.parley.infra.store.postgres;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * Makes the data directory of the built-in server. zonky would do it without data checksums and would let every local
 * process in without a password; so it is shown a placeholder, unpacks PostgreSQL, and then this takes its turn.
 */
final class NewCluster {
    private final Path data;
    private final Path draft;
    private final Path binaries;
    private final String password;

    NewCluster(Path data, Path draft, Path binaries, String password) {
        this.data = data;
        this.draft = draft;
        this.binaries = binaries;
        this.password = password;
    }

    /** Before zonky looks: it initialises only where there is no postgresql.conf. */
    void prepare() throws IOException {
        if (isThere()) return;
        if (Files.exists(data.resolve("base"))) throw broken();
        Files.createDirectories(data);
        Files.writeString(data.resolve("postgresql.conf"), "# placeholder until initdb has run\n");
    }

    /** After zonky has unpacked the binaries, before it starts the server. */
    void initialise() {
        if (isThere()) return;
        try {
            FileSystemUtils.deleteRecursively(draft);
            initdb();
            try (var files = Files.list(draft)) {
                // PG_VERSION comes last: as long as it is missing, an interrupted start begins again.
                for (var file : files.filter(f -> !f.endsWith("PG_VERSION")).toList()) move(file);
            }
            makePrivate(data);
            move(draft.resolve("PG_VERSION"));
            Files.delete(draft);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isThere() {
        return Files.exists(data.resolve("PG_VERSION"));
    }

    private void move(Path file) throws IOException {
        var target = data.resolve(draft.relativize(file));
        Files.deleteIfExists(target);
        Files.move(file, target);
    }

    /** PostgreSQL refuses data that others could read. */
    private static void makePrivate(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix"))
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }

    private void initdb() throws IOException {
        var secret = Files.createTempFile("parley", ".pw");
        try {
            Files.writeString(secret, password);
            var command = new ArrayList<String>();
            if (LinuxUtils.isUnshareAvailable())
                command.addAll(List.of("unshare", "-U")); // PostgreSQL refuses to run as root
            command.addAll(List.of(
                    executable().toString(),
                    "--pgdata=" + draft,
                    "--username=postgres",
                    "--pwfile=" + secret,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--locale=C.UTF-8",
                    "--data-checksums"));
            run(command);
        } finally {
            Files.delete(secret);
        }
    }

    private Path executable() throws IOException {
        try (var unpacked = Files.list(binaries)) {
            return unpacked.map(version -> version.resolve("bin/initdb"))
                    .filter(Files::isExecutable)
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElseThrow(() -> new IOException("no initdb under " + binaries));
        }
    }

    private void run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) throw new IOException("initdb failed: " + output.strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while making " + data, e);
        }
    }

    private CannotStart broken() {
        return new CannotStart(
                "The data in " + data + " is not complete: PG_VERSION is missing.",
                "Restore it from a backup, or delete " + data + " to begin with an empty Parley.",
                null);
    }
}
