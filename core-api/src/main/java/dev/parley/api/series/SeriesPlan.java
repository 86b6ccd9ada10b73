package dev.parley.api.series;

import static dev.parley.api.series.SeriesRefusal.EXCEPTION_NOT_IN_RULE;
import static dev.parley.api.series.SeriesRefusal.NO_OCCURRENCES;

import dev.parley.api.Actor;
import dev.parley.api.Ids;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.lead.LeadId;
import dev.parley.api.meeting.EntryPolicy;
import dev.parley.api.meeting.Host;
import dev.parley.api.meeting.InterviewerKind;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingCommand.ScheduleMeeting;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.meeting.RoomId;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.series.SeriesCommand.PlannedMeeting;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the meetings of a series have in common, and when they are.
 *
 * @param first the first meeting's id; the others' follow from it
 * @param invitees as of the first meeting
 * @param time of the first meeting
 * @param exceptions local starts that the rule gives and people do not want (EXDATE)
 */
public record SeriesPlan(
        MeetingId first,
        Host host,
        String title,
        String meetingType,
        LeadId leadId,
        List<Invitee> invitees,
        MeetingTime time,
        RecurrenceRule rule,
        List<LocalDateTime> exceptions,
        InterviewerKind interviewer,
        Optional<PinnedQuestionSet> questionSet,
        List<Duration> reminders) {
    public SeriesPlan {
        title = Shape.line("title", title, Shape.TITLE);
        meetingType = Shape.line("meetingType", meetingType, 80);
        invitees = Shape.atMost(100, "invitees", invitees);
        reminders = Shape.atMost(5, "reminders", reminders);
        exceptions = List.copyOf(exceptions);
    }

    /** The meetings of it, in the order of time; each exception must be a start that the rule gives. */
    public List<PlannedMeeting> meetings() {
        var starts = rule.starts(time.localStart(), time.zone());
        for (var i = 0; i < exceptions.size(); i++)
            if (!starts.contains(exceptions.get(i))) throw new Refused(EXCEPTION_NOT_IN_RULE, "exceptions[" + i + "]");
        var wanted =
                starts.stream().filter(start -> !exceptions.contains(start)).toList();
        if (wanted.isEmpty()) throw new Refused(NO_OCCURRENCES, "exceptions");
        return IntStream.range(0, wanted.size())
                .mapToObj(i -> meeting(i + 1, wanted.get(i)))
                .toList();
    }

    /** The lead's address and the set's newest version may have changed since; a client repeats only what it said itself. */
    public boolean isWishedFor(SeriesPlan other) {
        return first.equals(other.first)
                && host.id().equals(other.host.id())
                && title.equals(other.title)
                && meetingType.equals(other.meetingType)
                && leadId.equals(other.leadId)
                && time.equals(other.time)
                && rule.equals(other.rule)
                && exceptions.equals(other.exceptions)
                && interviewer == other.interviewer
                && reminders.equals(other.reminders)
                && guests().equals(other.guests())
                && questionSet
                        .map(PinnedQuestionSet::questionSetId)
                        .equals(other.questionSet.map(PinnedQuestionSet::questionSetId));
    }

    /** As invited to the first meeting. */
    public Participant lead() {
        return invitees.stream()
                .filter(invitee -> invitee.role() == Invitee.Role.LEAD)
                .map(lead -> new Participant(lead.participantId(), lead.name(), lead.role()))
                .findFirst()
                .orElseThrow();
    }

    private List<Invitee> guests() {
        return invitees.stream()
                .filter(invitee -> invitee.role() != Invitee.Role.LEAD)
                .toList();
    }

    private PlannedMeeting meeting(int number, LocalDateTime start) {
        var series = SeriesId.beginningWith(first);
        var meeting = number == 1 ? first : new MeetingId(Ids.named("occurrence", series, start));
        var own = new MeetingTime(start, time.zone(), time.duration(), Optional.empty());
        return new PlannedMeeting(meeting, new Occurrence(series, number, start, time.zone()), own);
    }

    /** How one of the meetings is scheduled; the same people have other ids in each. */
    public ScheduleMeeting schedule(PlannedMeeting meeting, Actor by, Instant at) {
        return new ScheduleMeeting(
                meeting.meetingId(),
                by,
                at,
                title,
                meetingType,
                leadId,
                RoomId.random(),
                meeting.time(),
                invitees.stream()
                        .map(invitee -> in(meeting.meetingId(), invitee))
                        .toList(),
                interviewer,
                questionSet,
                reminders,
                Optional.of(host),
                Optional.of(meeting.occurrence()),
                EntryPolicy.INVITED);
    }

    private static Invitee in(MeetingId meeting, Invitee invitee) {
        return new Invitee(
                ParticipantId.ofInvitee(meeting, invitee.email()), invitee.name(), invitee.email(), invitee.role());
    }
}
