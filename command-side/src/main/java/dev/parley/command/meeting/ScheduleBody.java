package dev.parley.command.meeting;

import static dev.parley.api.meeting.MeetingRefusal.NOT_FOR_SERIES;
import static java.util.Objects.requireNonNullElse;

import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.hostpool.HostPoolId;
import dev.parley.api.lead.LeadId;
import dev.parley.api.meeting.EntryPolicy;
import dev.parley.api.meeting.InterviewerKind;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.questionset.QuestionSetId;
import dev.parley.command.meeting.RecurrenceBody.Recurrence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A meeting to schedule, as it comes from outside: anything may be missing or misshapen. */
record ScheduleBody(
        @Nullable String meetingId,
        @Nullable String title,
        @Nullable String meetingType,
        @Nullable String leadId,
        @Nullable String questionSetId,
        @Nullable String language,
        @Nullable String localStart,
        @Nullable String zone,
        @Nullable Integer durationMinutes,
        @Nullable String offset,
        @Nullable List<InviteeBody> invitees,
        @Nullable String interviewer,
        @Nullable List<String> reminders,
        @Nullable Boolean overrule,
        @Nullable String hostPool,
        @Nullable String entry,
        @Nullable RecurrenceBody recurrence) {
    private static final List<String> USUAL_REMINDERS = List.of("PT24H", "PT1H", "PT10M");

    /** The same in clean shape. What the lead and the question set are, only they can tell. */
    Plan plan(MeetingId id) {
        return new Plan(
                id,
                Shape.line("title", title, Shape.TITLE),
                Shape.line("meetingType", requireNonNullElse(meetingType, "discovery"), 80),
                new LeadId(Shape.uuid("leadId", leadId)),
                Optional.ofNullable(questionSetId).map(set -> new QuestionSetId(Shape.uuid("questionSetId", set))),
                Optional.ofNullable(language).map(tag -> Shape.language("language", tag)),
                new TimeBody(localStart, zone, durationMinutes, offset).time(),
                Shape.each("invitees", invitees, 99, (path, invitee) -> invitee.guest(id, path)),
                Shape.choice("interviewer", requireNonNullElse(interviewer, "ai"), InterviewerKind.class),
                Shape.each("reminders", requireNonNullElse(reminders, USUAL_REMINDERS), 5, Shape::duration),
                requireNonNullElse(overrule, false),
                Optional.ofNullable(hostPool).map(pool -> new HostPoolId(Shape.uuid("hostPool", pool))),
                Optional.ofNullable(recurrence).map(RecurrenceBody::recurrence),
                chosenEntry());
    }

    private EntryPolicy chosenEntry() {
        var chosen = Shape.choice("entry", requireNonNullElse(entry, "invited"), EntryPolicy.class);
        if (recurrence != null && chosen != EntryPolicy.INVITED) throw new Refused(NOT_FOR_SERIES, "entry");
        return chosen;
    }

    /** @param language that the lead is interviewed in; that of the questions if absent */
    record Plan(
            MeetingId meetingId,
            String title,
            String meetingType,
            LeadId leadId,
            Optional<QuestionSetId> questionSetId,
            Optional<String> language,
            MeetingTime time,
            List<Invitee> guests,
            InterviewerKind interviewer,
            List<Duration> reminders,
            boolean overrule,
            Optional<HostPoolId> hostPool,
            Optional<Recurrence> recurrence,
            EntryPolicy entry) {}
}
