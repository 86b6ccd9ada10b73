package dev.parley.command.meeting;

import static dev.parley.api.meeting.MeetingStatus.LOBBY_OPEN;
import static dev.parley.api.meeting.MeetingStatus.SCHEDULED;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.TimeSlot;
import dev.parley.api.assignment.AssignmentCommand.ExplainAssignment;
import dev.parley.api.assignment.AssignmentQuery.Explanation;
import dev.parley.api.assignment.AssignmentRule;
import dev.parley.api.assignment.AssignmentsId;
import dev.parley.api.calendar.CalendarCommand.Wanted;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.hostpool.HostPoolId;
import dev.parley.api.lead.Contact;
import dev.parley.api.lead.LeadCommand.ConfirmLead;
import dev.parley.api.meeting.InterviewerKind;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingCommand;
import dev.parley.api.meeting.MeetingCommand.Agreed;
import dev.parley.api.meeting.MeetingCommand.ConfirmMeeting;
import dev.parley.api.meeting.MeetingCommand.ReassignMeeting;
import dev.parley.api.meeting.MeetingCommand.ScheduleMeeting;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.meeting.RoomId;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.PinQuestionSet;
import dev.parley.api.questionset.QuestionSetId;
import dev.parley.command.Commands;
import dev.parley.command.IfMatch;
import dev.parley.command.Receipt;
import dev.parley.command.Reservations;
import dev.parley.command.Reservations.Wish;
import dev.parley.command.meeting.ScheduleBody.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes appointments out of what several aggregates decide: the lead and the question set say who they are, the host's
 * calendar holds the time, the meeting is scheduled.
 */
@Component
class Scheduling {
    private final Commands commands;
    private final Reservations reservations;

    Scheduling(Commands commands, Reservations reservations) {
        this.commands = commands;
        this.reservations = reservations;
    }

    /** On the calendar of whoever asks, or of a host of the pool that they name. */
    Mono<Receipt> schedule(Plan plan, Actor by, Instant at) {
        return commands.once(
                by,
                at,
                lead(plan, by, at)
                        .flatMap(lead -> questions(plan, lead, by, at)
                                .map(questions -> command(plan, invited(plan, lead), questions, by, at)))
                        .flatMap(wish -> withHost(wish, plan)));
    }

    /** On the calendar of the meeting's host, whoever asks. */
    Mono<Receipt> move(MeetingCommand command, Agreed agreed, MeetingTime time, boolean overrule, IfMatch version) {
        var move = commands.send(command, version);
        if (!isMovable(agreed) || time.start().isBefore(command.at())) return move;
        var calendar = CalendarId.of(command.by().tenant(), agreed.hostId());
        return reservations.during(on(calendar, command, time.slot(), "", overrule), move);
    }

    /** On the calendar of whoever takes it over, whoever asks. */
    Mono<Receipt> handOver(ReassignMeeting command, Agreed agreed, boolean overrule, IfMatch version) {
        var handOver = commands.send(command, version);
        if (!isMovable(agreed) || command.host().id().equals(agreed.hostId())) return handOver;
        var calendar = CalendarId.of(command.by().tenant(), command.host().id());
        var slot = agreed.time().slot();
        return reservations.during(on(calendar, command, slot, agreed.meetingType(), overrule), handOver);
    }

    /** To whoever of the pool is next and free; not to the host it has. */
    Mono<Receipt> handOver(
            HostPoolId pool, ConfirmMeeting asked, String reason, Agreed agreed, boolean overrule, IfMatch version) {
        return new HostChoice(commands, pool, asked.meetingId(), asked.by(), asked.at())
                .whoIsFree(
                        List.of(agreed.hostId()),
                        assigned -> handOver(
                                new ReassignMeeting(asked.meetingId(), asked.by(), asked.at(), assigned.host(), reason),
                                agreed,
                                overrule,
                                version));
    }

    private Mono<Receipt> withHost(ScheduleMeeting wish, Plan plan) {
        if (plan.hostPool().isEmpty() || isRefusedAnyway(wish)) return make(wish, plan);
        return new HostChoice(commands, plan.hostPool().get(), wish.meetingId(), wish.by(), wish.at())
                .whoIsFree(List.of(), assigned -> make(wish.with(assigned.host()), plan));
    }

    private Mono<Receipt> make(ScheduleMeeting wish, Plan plan) {
        return plan.recurrence()
                .map(recurrence -> new SeriesScheduling(commands, reservations).plan(wish, recurrence, plan.overrule()))
                .orElseGet(() -> schedule(wish, plan.overrule()));
    }

    static boolean isMovable(Agreed agreed) {
        return agreed.status() == SCHEDULED || agreed.status() == LOBBY_OPEN;
    }

    private Mono<Receipt> schedule(ScheduleMeeting command, boolean overrule) {
        var schedule = commands.send(command);
        if (isRefusedAnyway(command)) return schedule;
        var calendar = CalendarId.of(command.by().tenant(), command.hostOrSelf().id());
        var wish = on(calendar, command, command.time().slot(), command.meetingType(), overrule);
        return reservations.during(wish, schedule);
    }

    /** Unless it repeats what was once accepted, which only the meeting knows. Either way no time need be held for it. */
    private static boolean isRefusedAnyway(ScheduleMeeting command) {
        try {
            Appointment.check(command);
            return false;
        } catch (Refused refused) {
            return true;
        }
    }

    private static Wish on(CalendarId calendar, MeetingCommand command, TimeSlot slot, String type, boolean overrule) {
        var wanted = List.of(new Wanted(command.meetingId(), slot));
        return new Wish(calendar, command.by(), command.at(), wanted, type, overrule);
    }

    private Mono<Contact> lead(Plan plan, Actor by, Instant at) {
        return commands.ask(new ConfirmLead(plan.leadId(), by, at), Contact.class)
                .onErrorMap(Commands::isUnknown, error -> ((Refused) error).within("leadId"));
    }

    private static Invitee invited(Plan plan, Contact lead) {
        return new Invitee(
                ParticipantId.ofInvitee(plan.meetingId(), lead.email()), lead.name(), lead.email(), Invitee.Role.LEAD);
    }

    private Mono<Optional<PinnedQuestionSet>> questions(Plan plan, Contact lead, Actor by, Instant at) {
        return Mono.justOrEmpty(plan.questionSetId())
                .switchIfEmpty(Mono.defer(() -> assigned(plan, lead, by, at)))
                .flatMap(set -> commands.ask(new PinQuestionSet(set, by, at, plan.language()), PinnedQuestionSet.class))
                .onErrorMap(Commands::isUnknown, error -> ((Refused) error).within("questionSetId"))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    /** By the organisation's rules, where the interviewer needs questions and nobody has named any (ADR 0041). */
    private Mono<QuestionSetId> assigned(Plan plan, Contact lead, Actor by, Instant at) {
        if (plan.interviewer() != InterviewerKind.AI) return Mono.empty();
        var day = plan.time().localStart().toLocalDate();
        var rules = AssignmentsId.of(by.tenant());
        return commands.ask(new ExplainAssignment(rules, by, at, plan.meetingType(), lead, day), Explanation.class)
                .onErrorReturn(Commands::isUnknown, Explanation.NO_RULES)
                .flatMap(explanation -> Mono.justOrEmpty(explanation.winner()))
                .map(AssignmentRule::questionSetId);
    }

    private static ScheduleMeeting command(
            Plan plan, Invitee lead, Optional<PinnedQuestionSet> questions, Actor by, Instant at) {
        return new ScheduleMeeting(
                plan.meetingId(),
                by,
                at,
                plan.title(),
                plan.meetingType(),
                plan.leadId(),
                RoomId.random(),
                plan.time(),
                Stream.concat(Stream.of(lead), plan.guests().stream()).toList(),
                plan.interviewer(),
                questions,
                plan.reminders(),
                Optional.empty(),
                Optional.empty(),
                plan.entry());
    }
}
