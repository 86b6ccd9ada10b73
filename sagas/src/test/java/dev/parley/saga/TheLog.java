package dev.parley.saga;

import dev.parley.api.Event;
import dev.parley.api.StoredEvents;
import dev.parley.api.analysis.AnalysisEvent;
import dev.parley.api.analysis.AnalysisId;
import dev.parley.api.calendar.CalendarEvent;
import dev.parley.api.interview.InterviewEvent;
import dev.parley.api.lead.LeadEvent;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.notification.NotificationEvent;
import dev.parley.api.preference.PreferenceEvent;
import dev.parley.api.questionset.QuestionSetEvent;
import dev.parley.api.series.SeriesEvent;
import dev.parley.api.template.TemplateEvent;
import dev.parley.api.transcript.TranscriptEvent;
import dev.parley.api.transcript.TranscriptId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;

/** A log in memory in which tests write what has happened; every event goes to the stream it belongs to. */
public final class TheLog {
    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
    private final Supplier<Instant> now;

    /** @param now when that happens which is written next */
    public TheLog(Supplier<Instant> now) {
        this.now = now;
    }

    public History history() {
        return new History(EmbeddedEventStore.builder().storageEngine(engine).build(), 1_000);
    }

    public TheLog says(Event... events) {
        for (var event : events) append(streamOf(event), event);
        return this;
    }

    public TheLog says(List<? extends Event> events) {
        return says(events.toArray(Event[]::new));
    }

    private void append(String stream, Event event) {
        var sequence =
                engine.lastSequenceNumberFor(stream).map(last -> last + 1).orElse(0L);
        engine.appendEvents(new GenericDomainEventMessage<>(
                StoredEvents.nameOf(event.getClass()),
                stream,
                sequence,
                event,
                MetaData.emptyInstance(),
                UUID.randomUUID().toString(),
                now.get()));
    }

    private static String streamOf(Event event) {
        return switch (event) {
            case MeetingEvent meeting -> meeting.meetingId().toString();
            case InterviewEvent interview -> interview.interviewId().toString();
            case TranscriptEvent transcript ->
                TranscriptId.of(transcript.meetingId()).toString();
            case AnalysisEvent analysis -> AnalysisId.of(analysis.meetingId()).toString();
            case LeadEvent lead -> lead.leadId().toString();
            case NotificationEvent notification -> notification.notificationId().toString();
            case CalendarEvent calendar -> calendar.calendarId().toString();
            case SeriesEvent series -> series.seriesId().toString();
            case QuestionSetEvent questions -> questions.questionSetId().toString();
            case TemplateEvent template -> template.templateId().toString();
            case PreferenceEvent preferences -> preferences.preferencesId().toString();
            default -> throw new IllegalArgumentException("no stream for " + event);
        };
    }
}
