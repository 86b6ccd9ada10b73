package dev.parley.driver.conformance;

import dev.parley.api.WireFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Where scripts come from: those that the contract brings along, or a folder of somebody's own. */
public final class Scripts {
    private static final String SHIPPED = "classpath*:contract/conformance/*.json";

    private Scripts() {}

    public static List<Script> shipped() throws IOException {
        var scripts = new ArrayList<Script>();
        for (var file : new PathMatchingResourcePatternResolver(Scripts.class.getClassLoader()).getResources(SHIPPED))
            try (var text = file.getInputStream()) {
                scripts.add(read(Objects.requireNonNull(file.getFilename()), text));
            }
        if (scripts.isEmpty()) throw new IOException("there are no scripts under " + SHIPPED);
        scripts.sort(Comparator.comparing(Script::name));
        return scripts;
    }

    public static List<Script> in(Path folder) throws IOException {
        var scripts = new ArrayList<Script>();
        try (var files = Files.newDirectoryStream(folder, "*.json")) {
            for (var file : files)
                try (var text = Files.newInputStream(file)) {
                    scripts.add(read(file.getFileName().toString(), text));
                }
        }
        if (scripts.isEmpty()) throw new IOException("there are no scripts in " + folder);
        scripts.sort(Comparator.comparing(Script::name));
        return scripts;
    }

    private static Script read(String file, InputStream text) {
        return Script.read(
                file.replaceFirst("\\.json$", ""), WireFormat.mapper().readTree(text));
    }
}
