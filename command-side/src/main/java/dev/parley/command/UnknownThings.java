package dev.parley.command;

import dev.parley.api.Refusal;
import dev.parley.api.Refused;
import dev.parley.api.assignment.AssignmentCommand;
import dev.parley.api.assignment.AssignmentRefusal;
import dev.parley.api.calendar.CalendarCommand;
import dev.parley.api.calendar.CalendarRefusal;
import dev.parley.api.feed.FeedCommand;
import dev.parley.api.feed.FeedRefusal;
import dev.parley.api.hostpool.HostPoolCommand;
import dev.parley.api.hostpool.HostPoolRefusal;
import dev.parley.api.interview.InterviewCommand;
import dev.parley.api.interview.InterviewRefusal;
import dev.parley.api.lead.LeadCommand;
import dev.parley.api.lead.LeadCommand.RegisterLead;
import dev.parley.api.lead.LeadRefusal;
import dev.parley.api.meeting.MeetingCommand;
import dev.parley.api.meeting.MeetingCommand.ScheduleMeeting;
import dev.parley.api.meeting.MeetingRefusal;
import dev.parley.api.meeting.ModerationCommand;
import dev.parley.api.meeting.ReplyCommand;
import dev.parley.api.notification.NotificationCommand;
import dev.parley.api.notification.NotificationRefusal;
import dev.parley.api.preference.PreferenceCommand;
import dev.parley.api.preference.PreferenceRefusal;
import dev.parley.api.questionset.QuestionSetCommand;
import dev.parley.api.questionset.QuestionSetCommand.DraftQuestionSet;
import dev.parley.api.questionset.QuestionSetRefusal;
import dev.parley.api.series.SeriesCommand;
import dev.parley.api.series.SeriesRefusal;
import dev.parley.api.template.TemplateCommand;
import dev.parley.api.template.TemplateRefusal;
import dev.parley.api.transcript.TranscriptCommand;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;

/** A command for a thing that never was is refused like one for a thing of somebody else, so neither can be told apart. */
class UnknownThings implements MessageHandlerInterceptor<CommandMessage<?>> {

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        try {
            return chain.proceed();
        } catch (AggregateNotFoundException e) {
            throw unknown(unitOfWork.getMessage().getPayload()).orElseThrow(() -> e);
        } catch (IncompatibleAggregateException | NoHandlerForCommandException e) {
            throw ofAnotherKind(unitOfWork.getMessage().getPayload()).orElseThrow(() -> e);
        }
    }

    /** The id names something, but no such thing: a lead is no meeting, whoever says so. */
    private static Optional<Refused> ofAnotherKind(Object command) {
        return switch (command) {
            case ScheduleMeeting _ -> Optional.of(new Refused(MeetingRefusal.ID_REUSED, "meetingId"));
            case RegisterLead _ -> Optional.of(new Refused(LeadRefusal.ID_REUSED, "leadId"));
            case DraftQuestionSet _ -> Optional.of(new Refused(QuestionSetRefusal.ID_REUSED, "questionSetId"));
            default -> unknown(command);
        };
    }

    private static Optional<Refused> unknown(Object command) {
        return refusal(command).map(Refused::new);
    }

    static Optional<Refusal> refusal(Object command) {
        return switch (command) {
            case MeetingCommand _, ReplyCommand _, ModerationCommand _, TranscriptCommand _ ->
                Optional.of(MeetingRefusal.MEETING_UNKNOWN);
            case CalendarCommand _ -> Optional.of(CalendarRefusal.CALENDAR_UNKNOWN);
            case QuestionSetCommand _ -> Optional.of(QuestionSetRefusal.QUESTION_SET_UNKNOWN);
            case AssignmentCommand _ -> Optional.of(AssignmentRefusal.NO_ASSIGNMENTS);
            case InterviewCommand _ -> Optional.of(InterviewRefusal.INTERVIEW_UNKNOWN);
            case SeriesCommand _ -> Optional.of(SeriesRefusal.SERIES_UNKNOWN);
            case HostPoolCommand _ -> Optional.of(HostPoolRefusal.HOST_POOL_UNKNOWN);
            case LeadCommand _ -> Optional.of(LeadRefusal.LEAD_UNKNOWN);
            case NotificationCommand _ -> Optional.of(NotificationRefusal.NOTIFICATION_UNKNOWN);
            case TemplateCommand _ -> Optional.of(TemplateRefusal.TEMPLATE_UNKNOWN);
            case PreferenceCommand _ -> Optional.of(PreferenceRefusal.PREFERENCES_UNKNOWN);
            case FeedCommand _ -> Optional.of(FeedRefusal.FEED_UNKNOWN);
            default -> Optional.empty();
        };
    }
}
