package dev.parley.infra.zones;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The shipped archive, taken apart to be put together again otherwise. */
final class Archive {
    static final String DATA = "org/joda/time/tz/data/";

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    static Archive asShipped() throws IOException {
        var archive = new Archive();
        try (var jar = Archive.class.getResourceAsStream("/tzdata/joda-time.jar");
                var zip = new ZipInputStream(Objects.requireNonNull(jar))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                if (isData(entry)) archive.files.put(entry.getName(), zip.readAllBytes());
        }
        return archive;
    }

    static byte[] file(String name) throws IOException {
        return Objects.requireNonNull(asShipped().files.get(name));
    }

    Archive saying(String version) {
        var manifest = "Manifest-Version: 1.0\r\nTime-Zone-Database-Version: " + version + "\r\n\r\n";
        return with("META-INF/MANIFEST.MF", manifest.getBytes(StandardCharsets.US_ASCII));
    }

    Archive with(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    Archive without(String name) {
        files.remove(name);
        return this;
    }

    /** One zone has the clocks of another from now on. */
    Archive with(String zone, String clocksOf) {
        return with(DATA + zone, Objects.requireNonNull(files.get(DATA + clocksOf)));
    }

    void in(Path file) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, bytes());
    }

    byte[] bytes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static boolean isData(ZipEntry entry) {
        var name = entry.getName();
        return !entry.isDirectory() && (name.startsWith(DATA) || name.equals("META-INF/MANIFEST.MF"));
    }
}
