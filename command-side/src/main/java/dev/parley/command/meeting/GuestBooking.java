package dev.parley.command.meeting;

import static dev.parley.api.calendar.CalendarRefusal.BOOKING_PAGE_UNKNOWN;
import static dev.parley.api.calendar.CalendarRefusal.CALENDAR_UNKNOWN;
import static dev.parley.api.meeting.MeetingRefusal.ID_REUSED;

import dev.parley.api.Actor;
import dev.parley.api.Ids;
import dev.parley.api.Refused;
import dev.parley.api.TimeSlot;
import dev.parley.api.calendar.CalendarCommand.ConfirmOffer;
import dev.parley.api.calendar.CalendarCommand.HoldOfferedSlot;
import dev.parley.api.calendar.CalendarCommand.Offered;
import dev.parley.api.calendar.CalendarCommand.ReleaseHold;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.calendar.OtherCalendars;
import dev.parley.api.lead.Contact;
import dev.parley.api.lead.KnownLeads;
import dev.parley.api.lead.LeadCommand.RegisterLead;
import dev.parley.api.lead.LeadId;
import dev.parley.api.meeting.EntryPolicy;
import dev.parley.api.meeting.Host;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingCommand.ScheduleMeeting;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.meeting.RoomId;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.PinQuestionSet;
import dev.parley.command.BookingPageSettings;
import dev.parley.command.Commands;
import dev.parley.command.Receipt;
import dev.parley.command.meeting.GuestBookingBody.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Books what a host offers to everybody, for people whom the house does not know: the time is held, the lead found or
 * registered, the meeting scheduled with the host. What is refused after the hold gives the time back.
 */
@Component
class GuestBooking {
    private static final List<Duration> REMINDERS =
            List.of(Duration.ofHours(24), Duration.ofHours(1), Duration.ofMinutes(10));

    private final Commands commands;
    private final KnownLeads leads;
    private final OtherCalendars elsewhere;
    private final BookingPageSettings settings;

    GuestBooking(Commands commands, KnownLeads leads, OtherCalendars elsewhere, BookingPageSettings settings) {
        this.commands = commands.ofTheHouse();
        this.leads = leads;
        this.elsewhere = elsewhere;
        this.settings = settings;
    }

    /** What is to be booked where, on behalf of whom. */
    record Page(CalendarId calendar, String type, Actor by, Instant at) {}

    /** A calendar that never was, one of somebody else and one that offers no such thing look the same. */
    Mono<Offered> offer(Page page) {
        return commands.ask(new ConfirmOffer(page.calendar(), page.by(), page.at(), page.type()), Offered.class)
                .onErrorMap(GuestBooking::isUnknown, _ -> new Refused(BOOKING_PAGE_UNKNOWN));
    }

    Mono<Receipt> hold(Page page, MeetingId meeting, Instant start) {
        return hold(page, meeting, start, Duration.ofHours(8))
                .flatMap(commands::send)
                .onErrorMap(GuestBooking::isUnknown, _ -> new Refused(BOOKING_PAGE_UNKNOWN));
    }

    Mono<Receipt> giveBack(Page page, MeetingId meeting, TimeSlot slot) {
        return commands.send(new ReleaseHold(page.calendar(), page.by(), page.at(), meeting, slot));
    }

    Mono<Receipt> book(Page page, Offered offered, MeetingId meeting, Wanted wanted) {
        var duration = offered.meetingType().duration();
        var slot = new TimeSlot(wanted.start(), wanted.start().plus(duration));
        var giveBack = commands.sendAside(new ReleaseHold(page.calendar(), page.by(), page.at(), meeting, slot));
        var schedule = lead(page, wanted.contact())
                .zipWith(questions(page, offered))
                .map(known -> schedule(page, offered, meeting, wanted, known.getT1(), known.getT2()))
                .flatMap(commands::send);
        return commands.once(
                page.by(),
                page.at(),
                hold(page, meeting, wanted.start(), duration)
                        .flatMap(commands::sendAside)
                        .flatMap(_ -> schedule.onErrorResume(
                                Commands::isFinal,
                                refused -> giveBack.onErrorComplete().then(Mono.error(refused)))));
    }

    /** @param longest how long the meeting may turn out to be */
    private Mono<HoldOfferedSlot> hold(Page page, MeetingId meeting, Instant start, Duration longest) {
        var range = new TimeSlot(start, start.plus(longest)).withBuffers();
        var expires = page.at().plus(settings.heldFor());
        return Mono.fromCompletionStage(() -> elsewhere.busyTimes(page.by().tenant(), page.calendar(), range))
                .map(busy -> new HoldOfferedSlot(
                        page.calendar(), page.by(), page.at(), meeting, start, expires, page.type(), busy));
    }

    /** Two bookings at once by somebody new register one lead, because its id is the address's. */
    private Mono<LeadId> lead(Page page, Contact contact) {
        var tenant = page.by().tenant();
        var email = contact.email().toLowerCase(Locale.ROOT);
        var byAddress = new LeadId(Ids.named("lead", tenant, email));
        var register = commands.sendAside(new RegisterLead(byAddress, page.by(), page.at(), contact))
                .then(Mono.just(byAddress))
                .onErrorResume(GuestBooking::isThereAlready, _ -> Mono.just(byAddress));
        return Mono.fromCompletionStage(() -> leads.withAddress(tenant, email))
                .flatMap(Mono::justOrEmpty)
                .switchIfEmpty(register);
    }

    private Mono<Optional<PinnedQuestionSet>> questions(Page page, Offered offered) {
        return Mono.justOrEmpty(offered.meetingType().questionSetId())
                .flatMap(set -> commands.ask(new PinQuestionSet(set, page.by(), page.at()), PinnedQuestionSet.class))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    /** Under the name that was typed: what the house calls the owner of an address is no stranger's business. */
    private static ScheduleMeeting schedule(
            Page page,
            Offered offered,
            MeetingId meeting,
            Wanted wanted,
            LeadId lead,
            Optional<PinnedQuestionSet> questions) {
        var type = offered.meetingType();
        var contact = wanted.contact();
        return new ScheduleMeeting(
                meeting,
                page.by(),
                page.at(),
                type.title(),
                type.slug(),
                lead,
                RoomId.random(),
                time(wanted, type.duration()),
                List.of(new Invitee(
                        ParticipantId.ofInvitee(meeting, contact.email()),
                        contact.name(),
                        contact.email(),
                        Invitee.Role.LEAD)),
                type.interviewer(),
                questions,
                REMINDERS,
                Optional.of(new Host(offered.owner().id(), offered.owner().name())),
                Optional.empty(),
                EntryPolicy.INVITED);
    }

    /** As the clocks of whoever books show it. */
    static MeetingTime time(Wanted wanted, Duration duration) {
        return MeetingTime.at(wanted.start(), wanted.zone(), duration);
    }

    private static boolean isUnknown(Throwable error) {
        return error instanceof Refused refused && refused.refusal() == CALENDAR_UNKNOWN;
    }

    private static boolean isThereAlready(Throwable error) {
        return error instanceof Refused refused && refused.refusal().name().equals(ID_REUSED.name());
    }
}
