package dev.parley.infra.store.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.api.Envelope;
import dev.parley.api.PlainPreferenceLinks;
import dev.parley.api.Samples;
import dev.parley.api.StoredEvents;
import dev.parley.api.calendar.NothingElsewhere;
import dev.parley.api.feed.PlainFeedSecrets;
import dev.parley.api.meeting.NoGuestLinks;
import dev.parley.infra.store.RunningStore;
import dev.parley.query.Hints;
import dev.parley.query.Hints.Hint;
import dev.parley.query.QuerySide;
import dev.parley.query.calendarfeed.FeedDocument;
import dev.parley.query.calendarledger.EntryNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;

/** Every kind of fact there is, in the shape of the golden corpus, told to every view and then told again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplayTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final List<String> BEGINNINGS = List.of(
            "questionset.QuestionSetDrafted",
            "lead.LeadRegistered",
            "meeting.MeetingScheduled",
            "interview.InterviewerSeated",
            "interview.QuestionAsked",
            "transcript.SegmentRecorded",
            "notification.NotificationRequested",
            "calendar.SlotHeld");

    private final Map<String, Long> sequences = new HashMap<>();

    @Test
    void rebuilding_every_view_changes_no_row_and_has_no_effect_outside() {
        try (var store = RunningStore.start(
                QuerySide.class,
                PlainPreferenceLinks.class,
                PlainFeedSecrets.class,
                UnwrittenFeeds.class,
                NoGuestLinks.class,
                NothingElsewhere.class)) {
            tellEverything(store);
            var rebuilds = store.the(Rebuilds.class);
            var views = store.sql()
                    .sql("select distinct processor from view_table order by 1")
                    .query(String.class)
                    .list();
            var head = head(store);
            await().atMost(LONG).until(() -> letters(store) > 0 || allAt(store, head));
            assertThat(letters(store)).isZero();
            var heard = new CopyOnWriteArrayList<Hint>();
            var listening = store.the(Hints.class).stream().subscribe(heard::add, _ -> {});
            var due = due(store);

            var reports =
                    views.stream().map(view -> rebuilds.run(view, _ -> {})).toList();

            assertThat(views).hasSize(13);
            assertThat(reports)
                    .allSatisfy(report ->
                            assertThat(report.same()).as(report.toString()).isTrue());
            assertThat(reports)
                    .allSatisfy(report -> assertThat(report.tables()).anyMatch(table -> table.rebuiltRows() > 0));
            assertThat(head(store)).isEqualTo(head);
            assertThat(due(store)).isEqualTo(due);
            tell(store, "meeting.LobbyOpened");
            await().atMost(LONG).until(() -> heard.stream().anyMatch(hint -> hint.position() > head));
            assertThat(heard).noneMatch(hint -> hint.position() <= head);
            listening.dispose();
        }
    }

    private static boolean allAt(RunningStore store, long head) {
        return store.sql()
                .sql(
                        "select min(coalesce(convert_from(token, 'UTF8')::jsonb ->> 'globalIndex', convert_from(token, 'UTF8')::jsonb #>> '{currentToken,globalIndex}')::bigint) from processor_token where processor like 'view.%'")
                .query(Long.class)
                .optional()
                .filter(position -> position >= head)
                .isPresent();
    }

    private void tellEverything(RunningStore store) {
        var names = new ArrayList<>(BEGINNINGS);
        StoredEvents.all().stream()
                .map(StoredEvents::nameOf)
                .sorted()
                .filter(name -> !names.contains(name))
                .forEach(names::add);
        names.forEach(name -> tell(store, name));
    }

    private void tell(RunningStore store, String name) {
        Serializer events = store.the("eventSerializer", Serializer.class);
        Object payload =
                events.deserialize(new SimpleSerializedObject<>(golden(name), byte[].class, name, newest(name)));
        var stream = name.substring(0, name.indexOf('.')) + "-of-the-corpus";
        var sequence = sequences.merge(stream, 1L, Long::sum) - 1;
        store.the(EventStore.class)
                .publish(new GenericDomainEventMessage<>(
                        "Corpus",
                        stream,
                        sequence,
                        payload,
                        Map.of(
                                Envelope.TENANT_ID, Samples.demo.toString(),
                                Envelope.COMMAND_ID, UUID.randomUUID().toString())));
    }

    private static String newest(String name) {
        return StoredEvents.named(name)
                .orElseThrow()
                .getAnnotation(Revision.class)
                .value();
    }

    private static byte[] golden(String name) {
        var newest = "/contract/events/" + name + ".r" + newest(name) + ".json";
        try (var file = ReplayTest.class.getResourceAsStream(newest)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long head(RunningStore store) {
        return store.sql()
                .sql("select position from event_log_head")
                .query(Long.class)
                .single();
    }

    private static long letters(RunningStore store) {
        return store.sql()
                .sql("select count(*) from dead_letter")
                .query(Long.class)
                .single();
    }

    private static long due(RunningStore store) {
        return store.sql()
                .sql("select (select count(*) from deadline) + (select count(*) from errand)")
                .query(Long.class)
                .single();
    }

    /** Nobody reads a feed here. */
    static class UnwrittenFeeds {
        @Bean
        FeedDocument feedDocument() {
            return (_, _, _) -> "";
        }

        @Bean
        EntryNames entryNames() {
            return Object::toString;
        }
    }
}
