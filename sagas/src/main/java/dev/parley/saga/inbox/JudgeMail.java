package dev.parley.saga.inbox;

import static dev.parley.api.notification.NotificationRefusal.NOTIFICATION_UNKNOWN;

import dev.parley.api.Actor;
import dev.parley.api.Command;
import dev.parley.api.Refused;
import dev.parley.api.TenantId;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingRefusal;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.meeting.ProposedTime;
import dev.parley.api.meeting.ReplyCommand.RecordProposal;
import dev.parley.api.meeting.ReplyCommand.RecordResponse;
import dev.parley.api.notification.DeclinedProposal;
import dev.parley.api.notification.InboundQuery.Verdict;
import dev.parley.api.notification.NotificationCommand.RecordNotificationBounced;
import dev.parley.api.notification.NotificationCommand.RecordNotificationComplained;
import dev.parley.api.notification.NotificationCommand.RequestNotification;
import dev.parley.api.notification.NotificationEvent;
import dev.parley.api.notification.NotificationEvent.NotificationRequested;
import dev.parley.api.notification.NotificationId;
import dev.parley.saga.Commands;
import dev.parley.saga.History;
import dev.parley.saga.inbox.IncomingMail.Bounce;
import dev.parley.saga.inbox.IncomingMail.Complaint;
import dev.parley.saga.inbox.IncomingMail.Counter;
import dev.parley.saga.inbox.IncomingMail.Reply;
import dev.parley.saga.inbox.IncomingMail.Unreadable;
import dev.parley.saga.inbox.IncomingMail.Unrelated;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides what a letter that came back may change. An answer counts only if it comes from the mailbox of the person whose
 * answer it is, and that person is invited (ADR 0029); whether it is news, the meeting decides.
 */
public final class JudgeMail implements Inbox {
    private static final String PROCESS = "inbox";

    private final History history;
    private final Entries entries;
    private final Commands commands;
    private final Clock clock;

    public JudgeMail(History history, Commands commands, Clock clock) {
        this.history = history;
        this.entries = new Entries(history);
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public Judgement judge(IncomingMail mail) {
        return switch (mail.content()) {
            case Reply reply ->
                answer(
                        mail,
                        entries.meant(reply.uid(), reply.recurrence()),
                        reply.attendee(),
                        invited -> response(reply, invited));
            case Counter counter -> counter(mail, counter, entries.meant(counter.uid(), counter.recurrence()));
            case Bounce bounce -> returned(bounce.messageId(), Verdict.BOUNCE, letter -> bounced(bounce, letter));
            case Complaint complaint ->
                returned(complaint.messageId(), Verdict.COMPLAINT, letter -> complained(complaint, letter));
            case Unreadable unreadable -> Judgement.of(Verdict.PARKED, unreadable.reason());
            case Unrelated unrelated -> Judgement.of(Verdict.IGNORED, unrelated.reason());
        };
    }

    /** Somebody who is invited, as the log has it. */
    private record Invited(TenantId tenant, MeetingId meeting, Invitee person) {
        ParticipantId participant() {
            return person.participantId();
        }

        Actor us() {
            return Actor.system(tenant, PROCESS);
        }
    }

    private Judgement counter(IncomingMail mail, Counter counter, List<MeetingId> meetings) {
        if (meetings.size() > 1) return seriesCounter(mail, counter, meetings);
        return answer(mail, meetings, counter.attendee(), invited -> proposal(counter, invited));
    }

    /** One other time for several meetings is none; whoever proposed it hears so, once. */
    private Judgement seriesCounter(IncomingMail mail, Counter counter, List<MeetingId> meetings) {
        var theirs = meetings.stream()
                .filter(meeting -> guestList(meeting)
                        .flatMap(guests -> guests.at(counter.attendee()))
                        .isPresent())
                .findFirst()
                .orElseGet(meetings::getFirst);
        var judgement = answer(mail, List.of(theirs), counter.attendee(), invited -> refusal(counter, invited));
        return judgement.verdict() == Verdict.ACCEPTED ? judgement.as(Verdict.DECLINED, "NOT_ONE_MEETING") : judgement;
    }

    /** To a series as a whole: taken if any of its meetings takes it. */
    private Judgement answer(
            IncomingMail mail, List<MeetingId> meetings, String attendee, Function<Invited, Command> command) {
        return meetings.stream()
                .map(this::guestList)
                .flatMap(Optional::stream)
                .map(guests -> judge(mail, attendee, guests, command).about(guests.tenant(), guests.meeting()))
                .reduce((one, other) -> one.verdict() == Verdict.ACCEPTED ? one : other)
                .orElseGet(() -> Judgement.of(Verdict.IGNORED, MeetingRefusal.MEETING_UNKNOWN));
    }

    private Judgement judge(IncomingMail mail, String attendee, GuestList guests, Function<Invited, Command> command) {
        if (mail.forged()) return Judgement.of(Verdict.QUARANTINED, "SENDER_IS_FORGED");
        if (!mail.sender().equalsIgnoreCase(attendee))
            return Judgement.of(Verdict.QUARANTINED, "SENDER_IS_NOT_THE_ATTENDEE");
        var participant = guests.at(attendee);
        if (participant.isEmpty()) return Judgement.of(Verdict.QUARANTINED, MeetingRefusal.INVITEE_UNKNOWN);
        try {
            var invited = new Invited(guests.tenant(), guests.meeting(), participant.get());
            return commands.send(command.apply(invited))
                    .refusal()
                    .map(refusal -> Judgement.of(Verdict.IGNORED, refusal))
                    .orElseGet(() -> Judgement.of(Verdict.ACCEPTED, ""));
        } catch (Refused misshapen) {
            return Judgement.of(Verdict.PARKED, misshapen.refusal());
        }
    }

    private RecordResponse response(Reply reply, Invited invited) {
        var now = clock.instant();
        return new RecordResponse(
                invited.meeting(),
                invited.us(),
                now,
                invited.participant(),
                reply.response(),
                reply.sequence(),
                notAfter(now, reply.stamp()),
                reply.comment());
    }

    private RecordProposal proposal(Counter counter, Invited invited) {
        var now = clock.instant();
        var stamp = notAfter(now, counter.stamp());
        return new RecordProposal(
                invited.meeting(),
                invited.us(),
                now,
                invited.participant(),
                new ProposedTime(counter.start(), counter.end(), counter.sequence(), stamp, counter.comment()));
    }

    private RequestNotification refusal(Counter counter, Invited invited) {
        var now = clock.instant();
        var stamp = notAfter(now, counter.stamp());
        return DeclinedProposal.toSeries(
                invited.meeting(), counter.sequence(), stamp, invited.person(), invited.us(), now);
    }

    /** A clock that runs ahead would make all later answers of its owner look old. */
    private static Instant notAfter(Instant received, Instant said) {
        return said.isAfter(received) ? received : said;
    }

    private Judgement returned(String messageId, Verdict verdict, Function<NotificationRequested, Command> command) {
        var letter = Entries.idIn(messageId).map(NotificationId::new).flatMap(this::letter);
        if (letter.isEmpty()) return Judgement.of(Verdict.IGNORED, NOTIFICATION_UNKNOWN);
        var refusal = commands.send(command.apply(letter.get())).refusal();
        return refusal.map(reason -> Judgement.of(Verdict.IGNORED, reason))
                .orElseGet(() -> Judgement.of(verdict, ""))
                .about(letter.get().tenant(), letter.get().meetingId());
    }

    private Command bounced(Bounce bounce, NotificationRequested letter) {
        return new RecordNotificationBounced(
                letter.notificationId(), us(letter), clock.instant(), bounce.status(), bounce.reason());
    }

    private Command complained(Complaint complaint, NotificationRequested letter) {
        return new RecordNotificationComplained(
                letter.notificationId(), us(letter), clock.instant(), complaint.reason());
    }

    private static Actor us(NotificationRequested letter) {
        return Actor.system(letter.tenant(), PROCESS);
    }

    private Optional<GuestList> guestList(MeetingId meeting) {
        return GuestList.of(history.of(meeting, MeetingEvent.class));
    }

    private Optional<NotificationRequested> letter(NotificationId notification) {
        return history.of(notification, NotificationEvent.class).stream()
                .findFirst()
                .map(fact -> (NotificationRequested) fact.event());
    }
}
