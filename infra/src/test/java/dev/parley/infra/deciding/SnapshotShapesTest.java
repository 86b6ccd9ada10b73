package dev.parley.infra.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Event;
import dev.parley.api.OneOfEach;
import dev.parley.api.Samples;
import dev.parley.api.calendar.CalendarEvent;
import dev.parley.api.interview.InterviewEvent;
import dev.parley.api.lead.LeadEvent;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.questionset.QuestionSetEvent;
import dev.parley.infra.eventlog.OwnNames;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Every aggregate that may have a snapshot taken, after one of each of its events. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SnapshotShapesTest {
    private static final OwnNames STORED = new OwnNames();
    private static final JsonMapper JSON = JsonMapper.shared();

    static List<Object[]> aggregates() {
        return List.of(
                new Object[] {"calendar.HostCalendar", CalendarEvent.class},
                new Object[] {"interview.Interview", InterviewEvent.class},
                new Object[] {"lead.Lead", LeadEvent.class},
                new Object[] {"meeting.Meeting", MeetingEvent.class},
                new Object[] {"questionset.QuestionSet", QuestionSetEvent.class});
    }

    @ParameterizedTest
    @MethodSource("aggregates")
    void come_back_as_they_were(String name, Class<?> feature) throws Exception {
        var aggregate = foldedFromOneOfEach(name, feature);

        var stored = STORED.serialize(aggregate, byte[].class);
        assertThat(stored.getType().getRevision())
                .isEqualTo(aggregate.getClass().getAnnotation(Revision.class).value());
        Object read = STORED.deserialize(stored);

        assertThat(JSON.readTree(STORED.serialize(read, byte[].class).getData()))
                .isEqualTo(JSON.readTree(stored.getData()));
    }

    @ParameterizedTest
    @MethodSource("aggregates")
    void leave_nothing_out(String name, Class<?> feature) throws Exception {
        var aggregate = foldedFromOneOfEach(name, feature);
        var type = aggregate.getClass();
        var json = JSON.readTree(STORED.serialize(aggregate, byte[].class).getData());

        assertThat(type.isAnnotationPresent(Revision.class)).isTrue();
        for (var field : type.getDeclaredFields())
            if (!Modifier.isStatic(field.getModifiers()))
                assertThat(json.has(field.getName())).as(field.getName()).isTrue();
        assertThat(json.toString()).doesNotContain("{}");
    }

    private static Object foldedFromOneOfEach(String name, Class<?> feature) throws Exception {
        var constructor = Class.forName("dev.parley.command." + name).getDeclaredConstructor();
        constructor.setAccessible(true);
        var aggregate = constructor.newInstance();
        var on = Arrays.stream(aggregate.getClass().getDeclaredMethods())
                .filter(method -> method.getName().equals("on"))
                .findFirst()
                .orElseThrow();
        on.setAccessible(true);
        for (Event event : OneOfEach.events())
            if (feature.isInstance(event))
                if (on.getParameterCount() == 1) on.invoke(aggregate, event);
                else on.invoke(aggregate, event, Samples.now);
        return aggregate;
    }
}
