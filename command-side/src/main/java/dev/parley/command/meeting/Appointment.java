package dev.parley.command.meeting;

import static dev.parley.api.meeting.MeetingRefusal.QUESTIONS_NEEDED;
import static dev.parley.api.meeting.MeetingRefusal.REMINDER_OUT_OF_RANGE;
import static dev.parley.api.meeting.MeetingRefusal.STARTS_IN_THE_PAST;

import dev.parley.api.Refused;
import dev.parley.api.TenantId;
import dev.parley.api.meeting.EntryPolicy;
import dev.parley.api.meeting.InterviewerKind;
import dev.parley.api.meeting.MeetingCommand.ScheduleMeeting;
import dev.parley.api.meeting.MeetingCommand.Scheduled;
import dev.parley.api.meeting.MeetingEvent.MeetingScheduled;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.QuestionSetId;
import java.time.Duration;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Optional;

/** What was agreed when a meeting was scheduled: what a repetition of the same command is recognised by. */
record Appointment(MeetingScheduled asScheduled, Optional<QuestionSetId> questionSetId, EntryPolicy entry) {
    private static final Duration LATEST_REMINDER = Duration.ofMinutes(1);
    private static final Duration EARLIEST_REMINDER = Duration.ofDays(30);

    static Appointment of(MeetingScheduled event) {
        return new Appointment(event, Optional.empty(), EntryPolicy.INVITED);
    }

    static MeetingScheduled scheduled(ScheduleMeeting command) {
        return new MeetingScheduled(
                command.meetingId(),
                command.by().tenant(),
                command.hostOrSelf().id(),
                command.hostOrSelf().name(),
                command.title(),
                command.meetingType(),
                command.leadId(),
                command.roomId(),
                command.time(),
                command.time().start(),
                tzdb(command.time()),
                command.invitees(),
                command.interviewer(),
                command.reminders(),
                command.occurrence());
    }

    /** By which rules of time zones a local time was understood; they change, and then a meeting may have to move. */
    static String tzdb(MeetingTime time) {
        return ZoneRulesProvider.getVersions(time.zone().getId()).lastEntry().getKey();
    }

    /** What can be refused without knowing the meeting. */
    static void check(ScheduleMeeting command) {
        GuestList.check(command.invitees());
        check(command.reminders());
        if (command.time().start().isBefore(command.at())) throw new Refused(STARTS_IN_THE_PAST, "localStart");
        if (command.interviewer() == InterviewerKind.AI && command.questionSet().isEmpty())
            throw new Refused(QUESTIONS_NEEDED, "questionSetId");
    }

    private static void check(List<Duration> reminders) {
        for (var i = 0; i < reminders.size(); i++) {
            var before = reminders.get(i);
            if (before.compareTo(LATEST_REMINDER) < 0 || before.compareTo(EARLIEST_REMINDER) > 0)
                throw new Refused(REMINDER_OUT_OF_RANGE, "reminders[" + i + "]");
        }
    }

    Appointment pinning(QuestionSetId questions) {
        return new Appointment(asScheduled, Optional.of(questions), entry);
    }

    Appointment enteredBy(EntryPolicy chosen) {
        return new Appointment(asScheduled, questionSetId, chosen);
    }

    /** The lead's address and the set's newest version may have changed since; a client repeats only what it said itself. */
    boolean isMadeBy(ScheduleMeeting command) {
        return asScheduled.tenant().equals(command.by().tenant())
                && asScheduled.hostId().equals(command.hostOrSelf().id())
                && asScheduled.occurrence().equals(command.occurrence())
                && asScheduled.title().equals(command.title())
                && asScheduled.meetingType().equals(command.meetingType())
                && asScheduled.leadId().equals(command.leadId())
                && asScheduled.time().equals(command.time())
                && asScheduled.interviewer() == command.interviewer()
                && entry == command.entry()
                && asScheduled.reminders().equals(command.reminders())
                && GuestList.guests(asScheduled.invitees()).equals(GuestList.guests(command.invitees()))
                && questionSetId.equals(command.questionSet().map(PinnedQuestionSet::questionSetId));
    }

    MeetingId meetingId() {
        return asScheduled.meetingId();
    }

    TenantId tenant() {
        return asScheduled.tenant();
    }

    String meetingType() {
        return asScheduled.meetingType();
    }

    String hostId() {
        return asScheduled.hostId();
    }

    /** What scheduling was answered with; a repetition hears the same, because who repeats has not seen what came after. */
    Scheduled answer() {
        return asScheduled.answer((questionSetId.isPresent() ? 1 : 0) + (entry == EntryPolicy.INVITED ? 0 : 1));
    }

    boolean isLedByTheAi() {
        return asScheduled.interviewer() == InterviewerKind.AI;
    }
}
