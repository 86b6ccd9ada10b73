package dev.parley;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** All settings of Parley, as the records that read them declare them, with what their comments say. */
final class KnownSettings {
    private static final List<Path> MODULES = Stream.of(
                    "command-side", "query-side", "signaling-gateway", "sagas", "infra")
            .map(module -> Path.of("..", module, "src", "main", "java"))
            .toList();

    private KnownSettings() {}

    record Group(String prefix, String purpose, List<Setting> settings) {}

    /** @param usual empty where nothing is set */
    record Setting(String name, String usual, String meaning) {}

    static List<Group> all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("dev.parley").stream()
                .map(found -> type(found.getBeanClassName()))
                .map(type -> {
                    var prefix =
                            type.getAnnotation(ConfigurationProperties.class).value();
                    return new Group(
                            prefix, comment(type), settings(prefix, type).toList());
                })
                .sorted(Comparator.comparing(Group::prefix))
                .toList();
    }

    private static Stream<Setting> settings(String prefix, Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).flatMap(component -> {
            var name = prefix + "." + dashed(component.getName());
            return isGroup(component)
                    ? settings(name, component.getType())
                    : Stream.of(new Setting(name, usual(component), meaning(type, component)));
        });
    }

    private static boolean isGroup(RecordComponent component) {
        return component.getType().isRecord() && component.getType().getName().startsWith("dev.parley");
    }

    private static String dashed(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** The annotation is one of parameters, so the components themselves do not have it. */
    private static String usual(RecordComponent component) {
        var record = component.getDeclaringRecord();
        var types = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return Arrays.stream(record.getDeclaredConstructor(types).getParameters())
                    .filter(parameter -> parameter.getName().equals(component.getName()))
                    .flatMap(parameter -> Stream.ofNullable(parameter.getAnnotation(DefaultValue.class)))
                    .map(usual -> String.join(", ", usual.value()))
                    .findFirst()
                    .orElse("");
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String meaning(Class<?> type, RecordComponent component) {
        var of = Pattern.compile("@param " + component.getName() + "\\b(.*?)(?=@param|$)", Pattern.DOTALL)
                .matcher(javadoc(type));
        return of.find() ? plain(of.group(1)) : "";
    }

    private static String comment(Class<?> type) {
        return plain(javadoc(type).replaceAll("(?s)@param.*", ""));
    }

    private static String plain(String comment) {
        return comment.replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
                .replace("|", "\\|")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The last comment before the record. */
    private static String javadoc(Class<?> type) {
        var source = source(type);
        var before = source.substring(0, source.indexOf("record " + type.getSimpleName() + "("));
        var start = before.lastIndexOf("/**");
        var end = before.lastIndexOf("*/");
        if (start < 0 || before.substring(end).contains("}")) return "";
        return before.substring(start + 3, end)
                .lines()
                .map(line -> line.strip().replaceFirst("^\\* ?", ""))
                .collect(Collectors.joining("\n"));
    }

    private static String source(Class<?> type) {
        var file = type.getNestHost().getName().replace('.', '/') + ".java";
        var path = MODULES.stream()
                .map(module -> module.resolve(file))
                .filter(Files::exists)
                .findFirst();
        try {
            return Files.readString(path.orElseThrow(() -> new IllegalStateException("no source of " + type)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
