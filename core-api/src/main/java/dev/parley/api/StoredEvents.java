package dev.parley.api;

import dev.parley.api.analysis.AnalysisEvent;
import dev.parley.api.assignment.AssignmentEvent;
import dev.parley.api.calendar.CalendarEvent;
import dev.parley.api.feed.FeedEvent;
import dev.parley.api.floor.FloorEvent;
import dev.parley.api.hostpool.HostPoolEvent;
import dev.parley.api.interview.InterviewEvent;
import dev.parley.api.lead.LeadEvent;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.notification.NotificationEvent;
import dev.parley.api.preference.PreferenceEvent;
import dev.parley.api.questionset.QuestionSetEvent;
import dev.parley.api.series.SeriesEvent;
import dev.parley.api.template.TemplateEvent;
import dev.parley.api.transcript.TranscriptEvent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The stable names of all events that may stand in the log (ADR 0006): {@code <feature>.<Event>}. */
public final class StoredEvents {
    private static final List<Class<? extends Event>> FEATURES = List.of(
            MeetingEvent.class,
            SeriesEvent.class,
            HostPoolEvent.class,
            CalendarEvent.class,
            QuestionSetEvent.class,
            AssignmentEvent.class,
            InterviewEvent.class,
            TranscriptEvent.class,
            AnalysisEvent.class,
            FloorEvent.class,
            LeadEvent.class,
            NotificationEvent.class,
            TemplateEvent.class,
            PreferenceEvent.class,
            FeedEvent.class);

    private static final Map<String, Class<?>> BY_NAME = FEATURES.stream()
            .flatMap(StoredEvents::leaves)
            .collect(Collectors.toUnmodifiableMap(StoredEvents::nameOf, Function.identity()));

    private StoredEvents() {}

    public static Collection<Class<?>> all() {
        return BY_NAME.values();
    }

    /** For instance {@code meeting.MeetingScheduled}. */
    public static String nameOf(Class<?> event) {
        var packageName = event.getPackageName();
        return packageName.substring(packageName.lastIndexOf('.') + 1) + "." + event.getSimpleName();
    }

    public static Optional<Class<?>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(StoredEvents::leaves)
                : Stream.of(type);
    }
}
