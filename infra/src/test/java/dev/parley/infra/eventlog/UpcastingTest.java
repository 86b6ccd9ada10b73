package dev.parley.infra.eventlog;

import static dev.parley.infra.eventlog.Facts.facts;
import static dev.parley.infra.eventlog.Facts.newStream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.api.OlderShapes;
import dev.parley.api.Samples;
import dev.parley.api.StoredEvents;
import dev.parley.api.Upcast;
import dev.parley.api.Upcast.Shape;
import dev.parley.api.WireFormat;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetRevised;
import dev.parley.api.questionset.QuestionSetId;
import dev.parley.infra.store.RunningStore;
import dev.parley.infra.store.postgres.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UpcastingTest {
    private static final JsonMapper JSON = WireFormat.mapper();
    private static final StableNames NAMES = new StableNames();

    private static EngineUnderTest log;

    /**
     * The past of an event that only this test has: it began as a name without a category, had its name called title, and then
     * became what the log knows as a revised question set.
     * No @Configuration, which those who scan this package would take up.
     */
    static class Past {
        private static final Upcast TITLED = Upcast.of("library.BookNamed", "1", "2", book -> {
            book.set("title", book.remove("name"));
            return book;
        });
        private static final Upcast SORTED =
                Upcast.of("library.BookNamed", "2", "3", book -> book.put("category", "unsorted"));
        private static final Upcast RENAMED = new Upcast(
                new Shape("library.BookNamed", "3"), new Shape("questionset.QuestionSetRevised", "1"), book -> book);

        @Bean
        EventUpcaster past() {
            return new Upcasters(new OlderShapes(List.of(RENAMED, SORTED, TITLED)));
        }
    }

    @BeforeAll
    static void start() {
        var database = TestDatabase.fresh();
        log = EngineUnderTest.ours(database, RunningStore.on(database, Past.class));
    }

    @AfterAll
    static void stop() throws Exception {
        log.close();
    }

    @Test
    void what_was_stored_in_any_revision_is_read_in_today_s() {
        var id = new QuestionSetId(Samples.uuid("an old book"));
        var stream = newStream();
        var before = log.head();
        log.append(facts(stream, 0, 3));
        reshape(stream, 0, "library.BookNamed", "1", "{\"questionSetId\": \"%s\", \"name\": \"First\"}".formatted(id));
        reshape(
                stream,
                1,
                "library.BookNamed",
                "2",
                "{\"questionSetId\": \"%s\", \"title\": \"Second\"}".formatted(id));
        reshape(
                stream,
                2,
                "library.BookNamed",
                "3",
                "{\"questionSetId\": \"%s\", \"title\": \"Third\", \"category\": \"sales\"}".formatted(id));

        var expected = List.of(
                new QuestionSetRevised(id, "First", "unsorted"),
                new QuestionSetRevised(id, "Second", "unsorted"),
                new QuestionSetRevised(id, "Third", "sales"));
        assertThat(log.after(before)).extracting(EventMessage::getPayload).isEqualTo(expected);
        assertThat(log.engine().readEvents(stream).asStream().map(EventMessage::getPayload))
                .isEqualTo(expected);
    }

    @Test
    void every_golden_file_of_every_revision_is_read_and_written_in_the_newest() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:contract/events/*.json");
        var stream = newStream();
        var before = log.head();
        log.append(facts(stream, 0, files.length));
        for (var n = 0; n < files.length; n++) {
            var name = files[n].getFilename().split("\\.r|\\.json");
            reshape(stream, n, name[0], name[1], files[n].getContentAsString(StandardCharsets.UTF_8));
        }

        var read = log.after(before);

        assertThat(read)
                .hasSize(files.length)
                .hasSizeGreaterThanOrEqualTo(StoredEvents.all().size());
        for (var n = 0; n < files.length; n++) {
            var type = read.get(n).getPayloadType();
            var written = NAMES.serialize(read.get(n).getPayload(), byte[].class);
            assertThat(written.getType().getRevision())
                    .isEqualTo(type.getAnnotation(Revision.class).value());
            var newest = StoredEvents.nameOf(type) + ".r" + written.getType().getRevision() + ".json";
            if (newest.equals(files[n].getFilename()))
                assertThat(JSON.readTree(written.getData())).isEqualTo(JSON.readTree(files[n].getContentAsByteArray()));
        }
    }

    @Test
    void a_revision_that_nothing_leads_on_from_stops_the_reader_where_it_stands() {
        var stream = newStream();
        var before = log.head();
        log.append(facts(stream, 0, 3));
        reshape(stream, 1, "questionset.QuestionSetRevised", "9", "{}");
        var second = before.position().orElseThrow() + 2;
        var seen = new ArrayList<TrackedEventMessage<?>>();

        assertThatThrownBy(() -> log.engine().readEvents(before, false).forEachOrdered(seen::add))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("Position " + second + " ")
                .hasMessageContaining("questionset.QuestionSetRevised in revision 9")
                .hasMessageContaining(stream);
        assertThat(seen).extracting(Facts::titleOf).containsExactly("0");
        assertThatThrownBy(() -> log.titles(stream)).isInstanceOf(UnreadableEvent.class);

        reshape(stream, 1, "questionset.QuestionSetRevised", "1", "{\"title\": \"understood\"}");
        assertThat(log.titles(stream)).containsExactly("0", "understood", "2");
    }

    private static void reshape(String stream, long sequence, String event, String revision, String json) {
        log.tamper(
                "update parley.event_log set event_type = ?, revision = ?, payload = ? where stream = ? and sequence = ?",
                event,
                revision,
                json.getBytes(StandardCharsets.UTF_8),
                stream,
                sequence);
    }
}
