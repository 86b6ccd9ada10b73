package dev.parley.api;

import dev.parley.api.analysis.AnalysisEvent;
import dev.parley.api.assignment.AssignmentEvent;
import dev.parley.api.calendar.CalendarEvent.SettingsEvent;
import dev.parley.api.calendar.CalendarEvent.SlotEvent;
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
import org.jspecify.annotations.Nullable;

/**
 * What an event is about: a meeting, whichever stream tells of it, else a series, a pool of hosts, a lead, a question set, a
 * calendar, a template or somebody's preferences.
 */
public final class Concern {
    private Concern() {}

    /** The id as text, the same on every node and after a restart; null for what is about none of these. */
    public static @Nullable String of(@Nullable Object event) {
        return switch (event) {
            case MeetingEvent e -> e.meetingId().toString();
            case InterviewEvent e -> e.meetingId().toString();
            case TranscriptEvent e -> e.meetingId().toString();
            case AnalysisEvent e -> e.meetingId().toString();
            case FloorEvent e -> e.meetingId().toString();
            case NotificationEvent e -> e.meetingId().toString();
            case SlotEvent e -> e.meetingId().toString();
            case SettingsEvent e -> e.calendarId().toString();
            case SeriesEvent e -> e.seriesId().toString();
            case HostPoolEvent e -> e.hostPoolId().toString();
            case FeedEvent e -> e.feedId().toString();
            case LeadEvent e -> e.leadId().toString();
            case QuestionSetEvent e -> e.questionSetId().toString();
            case AssignmentEvent e -> e.assignmentsId().toString();
            case TemplateEvent e -> e.templateId().toString();
            case PreferenceEvent e -> e.preferencesId().toString();
            case UnreadEvent e -> e.concerns();
            case null, default -> null;
        };
    }
}
