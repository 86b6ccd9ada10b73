package dev.parley.query;

import dev.parley.api.UnreadEvent;
import dev.parley.api.calendar.CalendarEvent;
import dev.parley.api.interview.InterviewEvent;
import dev.parley.api.lead.LeadEvent;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.notification.NotificationEvent;
import dev.parley.api.questionset.QuestionSetEvent;
import dev.parley.api.transcript.TranscriptEvent;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What concerns one meeting is handled in the order of the log, whichever stream it comes from: the page of a meeting shows
 * its interview, so both must never be written at the same time. Meetings are independent of each other.
 */
final class ByMeeting implements SequencingPolicy<EventMessage<?>> {

    @Override
    public @Nullable Object getSequenceIdentifierFor(EventMessage<?> message) {
        return switch (message.getPayload()) {
            case MeetingEvent e -> e.meetingId().toString();
            case InterviewEvent e -> e.meetingId().toString();
            case TranscriptEvent e -> e.meetingId().toString();
            case NotificationEvent e -> e.meetingId().toString();
            case CalendarEvent e -> e.meetingId().toString();
            case LeadEvent e -> e.leadId().toString();
            case QuestionSetEvent e -> e.questionSetId().toString();
            case UnreadEvent e -> e.concerns();
            default -> null;
        };
    }
}
