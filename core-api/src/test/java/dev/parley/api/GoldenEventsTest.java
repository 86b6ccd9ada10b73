package dev.parley.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Upcast.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every revision of every event that was ever stored can be read for ever. A file is written once, by running this test with
 * {@code -Dparley.golden=write}, and never changed: a new shape is a new revision with a file of its own, and an {@link Upcast}
 * that leads there.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GoldenEventsTest {
    private static final Path FOLDER = Path.of("src/main/resources/contract/events");
    private static final JsonMapper JSON = WireFormat.mapper();
    private static final OlderShapes OLDER = OlderShapes.released();

    @ParameterizedTest
    @MethodSource("samples")
    void each_event_is_stored_as_its_golden_file_says(Event event) throws IOException {
        var file =
                FOLDER.resolve(StoredEvents.nameOf(event.getClass()) + ".r" + revisionOf(event.getClass()) + ".json");
        if (System.getProperty("parley.golden", "").equals("write") && !Files.exists(file)) write(file, event);
        assertThat(file).as("run once with -Dparley.golden=write").exists();
        assertThat(JSON.readTree(JSON.writeValueAsString(event))).isEqualTo(JSON.readTree(Files.readString(file)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void each_file_loads_and_is_written_in_the_newest_revision(Path file) throws IOException {
        var stored = shapeOf(file);
        var golden = JSON.readTree(Files.readString(file));

        var shape = stored;
        var newest = golden.deepCopy();
        for (var step = OLDER.next(shape); step.isPresent(); step = OLDER.next(shape)) {
            newest = step.get().change().apply((ObjectNode) newest);
            shape = step.get().to();
        }

        var known = shape;
        var type =
                StoredEvents.named(shape.event()).orElseThrow(() -> new AssertionError("no event is named " + known));
        assertThat(shape.revision()).as("no upcast leads on from " + known).isEqualTo(revisionOf(type));
        var event = JSON.treeToValue(newest, type);
        var written = JSON.readTree(JSON.writeValueAsString(event));
        assertThat(JSON.treeToValue(written, type)).isEqualTo(event);
        if (shape.equals(stored)) assertThat(written).isEqualTo(golden);
    }

    @Test
    void every_revision_that_was_ever_stored_has_its_file() throws IOException {
        var files = files().map(GoldenEventsTest::shapeOf).toList();
        assertThat(StoredEvents.all()).allSatisfy(type -> {
            var name = StoredEvents.nameOf(type);
            var revisions = IntStream.rangeClosed(1, Integer.parseInt(revisionOf(type)));
            assertThat(files)
                    .containsAll(
                            revisions.mapToObj(n -> new Shape(name, "" + n)).toList());
        });
    }

    @Test
    void every_event_has_a_sample_and_with_it_a_file() {
        var sampled = OneOfEach.events().stream().map(Object::getClass).collect(Collectors.toSet());
        assertThat(sampled).containsExactlyInAnyOrderElementsOf(StoredEvents.all());
    }

    @Test
    void every_event_names_its_revision() {
        assertThat(StoredEvents.all())
                .allSatisfy(type -> assertThat(type.isAnnotationPresent(Revision.class))
                        .as(type.getName())
                        .isTrue());
    }

    static Stream<Event> samples() {
        return OneOfEach.events().stream();
    }

    static Stream<Path> files() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList().stream();
        }
    }

    /** {@code meeting.MeetingScheduled.r1.json} */
    private static Shape shapeOf(Path file) {
        var parts = file.getFileName().toString().split("\\.r|\\.json");
        return new Shape(parts[0], parts[1]);
    }

    private static String revisionOf(Class<?> type) {
        return type.getAnnotation(Revision.class).value();
    }

    private static void write(Path file, Event event) throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(event) + "\n");
    }
}
