package dev.parley.infra.store.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The directory that holds the data of a Parley without an external database. Held by one process at a time. */
final class HomeDirectory implements AutoCloseable {
    private final Path path;
    private final FileChannel lock;

    private HomeDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static HomeDirectory occupy(Path path) {
        try {
            Files.createDirectories(path);
            var lock = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isTaken(lock)) throw taken(path);
            return new HomeDirectory(path, lock);
        } catch (IOException e) {
            throw new CannotStart(
                    "The home directory " + path + " cannot be written.",
                    "Set PARLEY_HOME to a directory that you may write.",
                    e);
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** A secret that is made once and then kept; only its owner may read the file. */
    String secret(String name) {
        var file = path.resolve(name);
        try {
            if (!Files.exists(file)) writeSecret(file);
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new CannotStart("The file " + file + " cannot be used.", "Correct its permissions.", e);
        }
    }

    private static void writeSecret(Path file) throws IOException {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix"))
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(bytes));
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static boolean isTaken(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    private static CannotStart taken(Path path) {
        return new CannotStart(
                "Another Parley is running with the home directory " + path + ".",
                "Stop it, or set PARLEY_HOME to another directory.",
                null);
    }
}
