package dev.parley.infra.store.processing;

import dev.parley.api.UnreadEvent;
import dev.parley.api.calendar.CalendarEvent;
import dev.parley.api.interview.InterviewEvent;
import dev.parley.api.lead.LeadEvent;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.notification.NotificationEvent;
import dev.parley.api.questionset.QuestionSetEvent;
import dev.parley.api.transcript.TranscriptEvent;
import org.axonframework.eventhandling.EventMessage;

/**
 * What must wait when an event for a saga cannot be handled: whatever concerns the same meeting, from whichever stream. Text, so
 * that it means the same on every node and after a restart; Axon 4.13.0's own policies answer with an object of one JVM.
 */
final class SagaSequence {
    private SagaSequence() {}

    static String of(EventMessage<?> event) {
        return switch (event.getPayload()) {
            case MeetingEvent e -> e.meetingId().toString();
            case InterviewEvent e -> e.meetingId().toString();
            case TranscriptEvent e -> e.meetingId().toString();
            case NotificationEvent e -> e.meetingId().toString();
            case CalendarEvent e -> e.meetingId().toString();
            case LeadEvent e -> e.leadId().toString();
            case QuestionSetEvent e -> e.questionSetId().toString();
            case UnreadEvent e -> e.concerns();
            default -> event.getIdentifier();
        };
    }
}
