package dev.parley.saga;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.discoveryCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Event;
import dev.parley.api.interview.InterviewEvent;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.saga.History.Fact;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HistoryTest {
    private static final MeetingEvent started = aDiscoveryCall().started();
    private static final MeetingEvent joined = aDiscoveryCall().leadJoined();

    private final List<Long> readFrom = new ArrayList<>();
    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine() {
        @Override
        public DomainEventStream readEvents(String id, long first) {
            readFrom.add(first);
            return super.readEvents(id, first);
        }
    };
    private final History history =
            new History(EmbeddedEventStore.builder().storageEngine(engine).build(), 100);
    private int events;

    @Test
    void tells_what_is_new_and_reads_nothing_twice() {
        append(started);
        assertThat(told()).containsExactly(started);
        append(joined);
        assertThat(told()).containsExactly(started, joined);
        assertThat(told()).containsExactly(started, joined);
        assertThat(readFrom).containsExactly(0L, 1L, 2L);
    }

    @Test
    void of_what_was_never_heard_of_is_empty_until_something_happens() {
        assertThat(told()).isEmpty();
        append(started);
        assertThat(told()).containsExactly(started);
    }

    @Test
    void tells_only_of_the_feature_that_is_asked_for() {
        append(started);
        assertThat(history.of(discoveryCall, InterviewEvent.class)).isEmpty();
        assertThat(told()).containsExactly(started);
    }

    @Test
    void forgets_rather_than_grow_without_bound() {
        var forgetful =
                new History(EmbeddedEventStore.builder().storageEngine(engine).build(), 1);
        append(started);
        append(joined);
        forgetful.of(discoveryCall, MeetingEvent.class);
        assertThat(forgetful.of(discoveryCall, MeetingEvent.class)).hasSize(2);
        assertThat(readFrom).containsExactly(0L, 0L);
    }

    private List<MeetingEvent> told() {
        return history.of(discoveryCall, MeetingEvent.class).stream()
                .map(Fact::event)
                .toList();
    }

    private void append(Event event) {
        engine.appendEvents(new GenericDomainEventMessage<>("meeting", discoveryCall.toString(), events++, event));
    }
}
