package dev.parley.infra.eventlog;

import static dev.parley.infra.eventlog.EngineUnderTest.Whose.OURS;
import static dev.parley.infra.eventlog.Facts.envelope;
import static dev.parley.infra.eventlog.Facts.fact;
import static dev.parley.infra.eventlog.Facts.facts;
import static dev.parley.infra.eventlog.Facts.newStream;
import static dev.parley.infra.eventlog.Facts.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.Test;

@OfEachEngine
class ReadingConformanceTest {
    /** More than two pages of either engine. */
    private static final int MANY = 2_500;

    private final EngineUnderTest log;
    private final String stream = newStream();

    ReadingConformanceTest(EngineUnderTest log) {
        this.log = log;
    }

    @Test
    void a_log_longer_than_a_page_is_read_whole_and_in_order() {
        var before = log.head();
        appendMany();

        var read = log.after(before);

        assertThat(titles(read)).containsExactlyElementsOf(numbers(0, MANY));
        assertThat(read).isSortedAccordingTo((a, b) -> a.trackingToken().covers(b.trackingToken()) ? 1 : -1);
    }

    @Test
    void a_stream_longer_than_a_page_is_read_whole_and_in_order() {
        appendMany();

        assertThat(log.titles(stream)).containsExactlyElementsOf(numbers(0, MANY));
    }

    @Test
    void whoever_comes_back_goes_on_after_the_event_he_saw_last() {
        var before = log.head();
        log.append(facts(stream, 0, 5));
        var third = log.after(before).get(2).trackingToken();

        assertThat(titles(log.after(third))).containsExactly("3", "4");
    }

    /** Ours ends where the log ended when its last page was read, the stock engine where a page comes back empty. */
    @Test
    void what_is_appended_meanwhile_is_seen_now_or_next_time() {
        var token = log.head();
        log.append(facts(stream, 0, 3));
        var seen = new ArrayList<String>();
        try (var events = log.engine().readEvents(token, false)) {
            for (var it = events.iterator(); it.hasNext(); ) {
                var event = it.next();
                seen.add(Facts.titleOf(event));
                token = event.trackingToken();
                if (seen.size() == 2) log.append(facts(stream, 3, 2));
            }
        }

        assertThat(seen)
                .containsExactlyElementsOf(
                        switch (log.whose()) {
                            case OURS -> numbers(0, 3);
                            case STOCK -> numbers(0, 5);
                        });
        seen.addAll(titles(log.after(token)));
        assertThat(seen).containsExactly("0", "1", "2", "3", "4");
    }

    @Test
    void a_stream_is_read_from_any_of_its_events_on() {
        log.append(facts(stream, 0, 5));

        assertThat(log.titles(stream, 3)).containsExactly("3", "4");
        assertThat(log.titles(stream, 5)).isEmpty();
        assertThat(log.titles(newStream())).isEmpty();
    }

    @Test
    void each_event_knows_its_stream_its_place_and_its_kind() {
        var before = log.head();
        log.append(facts(stream, 0, 2));

        var inStream = log.engine().readEvents(stream).asStream().toList().getLast();
        var inLog = (DomainEventMessage<?>) log.after(before).getLast();

        assertThat(List.of(inStream, inLog)).allSatisfy(event -> {
            assertThat(event.getAggregateIdentifier()).isEqualTo(stream);
            assertThat(event.getSequenceNumber()).isEqualTo(1);
            assertThat(event.getType()).isEqualTo("Book");
        });
    }

    @Test
    void the_last_place_of_a_stream_is_known() {
        log.append(facts(stream, 0, 3));

        assertThat(log.engine().lastSequenceNumberFor(stream)).hasValue(2L);
        assertThat(log.engine().lastSequenceNumberFor(newStream())).isEmpty();
    }

    @Test
    void the_tail_is_before_everything_and_the_head_after_it() {
        log.append(facts(stream, 0, 2));

        var all = log.after(log.engine().createTailToken());

        assertThat(all).hasSameSizeAs(log.after(null));
        assertThat(titles(all).subList(all.size() - 2, all.size())).containsExactly("0", "1");
        assertThat(log.after(log.head())).isEmpty();
    }

    @Test
    void a_token_at_a_time_is_before_the_first_event_from_then_on() {
        var start = now().plusSeconds(1);
        for (var n = 0; n < 3; n++) log.append(fact(stream, n, "" + n, envelope(), start.plusSeconds(n)));

        var seen = log.after(log.engine().createTokenAt(start.plusMillis(500)));

        assertThat(titles(seen)).containsExactly("1", "2");
        assertThat(log.engine().createTokenAt(now().plusSeconds(3600))).isEqualTo(log.head());
    }

    /** Because no position can appear behind a reader, ours needs no memory of gaps: the token is one number. */
    @Test
    void a_position_is_one_number_or_a_number_with_gaps() {
        log.append(fact(stream, 0, "0"));

        assertThat(log.head())
                .isInstanceOf(
                        switch (log.whose()) {
                            case OURS -> GlobalSequenceTrackingToken.class;
                            case STOCK -> GapAwareTrackingToken.class;
                        });
    }

    @Test
    void a_token_of_another_kind_is_refused() {
        TrackingToken foreign = log.whose() == OURS
                ? GapAwareTrackingToken.newInstance(1, List.of())
                : new GlobalSequenceTrackingToken(1);

        assertThatThrownBy(() -> log.after(foreign)).isInstanceOf(IllegalArgumentException.class);
    }

    private void appendMany() {
        for (var n = 0; n < MANY; n += 100) log.append(facts(stream, n, 100));
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(n -> "" + n).toList();
    }

    private static List<String> titles(List<? extends TrackedEventMessage<?>> events) {
        return events.stream()
                .map((EventMessage<?> event) -> Facts.titleOf(event))
                .toList();
    }
}
