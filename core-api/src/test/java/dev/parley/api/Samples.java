package dev.parley.api;

import static java.time.DayOfWeek.*;

import dev.parley.api.calendar.Availability;
import dev.parley.api.calendar.Availability.DateHours;
import dev.parley.api.calendar.Availability.WeeklyHours;
import dev.parley.api.calendar.CalendarEvent.Owner;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.calendar.Hours;
import dev.parley.api.calendar.MeetingType;
import dev.parley.api.lead.Contact;
import dev.parley.api.lead.LeadId;
import dev.parley.api.meeting.InterviewerKind;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.Question.Signal;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.questionset.QuestionSetId;
import dev.parley.api.questionset.QuestionType;
import dev.parley.api.transcript.SegmentId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The people and things that tests speak of: Alice sells, Bob sells too, Lena is the lead, Gus her guest, Eve is elsewhere. */
public final class Samples {
    public static final TenantId demo = new TenantId(uuid("tenant demo"));
    public static final TenantId elsewhere = new TenantId(uuid("tenant elsewhere"));

    /** A Monday morning; everything happens after it. */
    public static final Instant now = Instant.parse("2026-11-30T08:00:00Z");

    public static final Actor alice = new Actor(demo, "alice", Actor.Kind.USER, "Alice Seller");
    public static final Actor bob = new Actor(demo, "bob", Actor.Kind.USER, "Bob Seller");
    public static final Actor eve = new Actor(elsewhere, "eve", Actor.Kind.USER, "Eve Elsewhere");
    public static final Actor parley = Actor.interviewer(demo);
    public static final Actor theHouse = Actor.system(demo, "the-house");

    public static final MeetingId discoveryCall = new MeetingId(uuid("discovery call"));
    public static final CalendarId alicesCalendar = CalendarId.of(demo, "alice");
    public static final Owner alicesOwn = new Owner(demo, alice.id(), alice.name());
    public static final LeadId lenasLead = new LeadId(uuid("lead lena"));
    public static final Contact lenasContact =
            new Contact("Lena Lead", "lena@acme.test", "Acme", "+49 30 1234567", "Head of Operations");

    public static final Invitee lena = invitee("Lena Lead", "lena@acme.test", Invitee.Role.LEAD);
    public static final Invitee gus = invitee("Gus Guest", "gus@acme.test", Invitee.Role.GUEST);
    public static final Participant aliceInTheRoom =
            new Participant(ParticipantId.ofUser(discoveryCall, "alice"), "Alice Seller", Invitee.Role.HOST);
    public static final Participant lenaInTheRoom = inTheRoom(lena);
    public static final Participant gusInTheRoom = inTheRoom(gus);
    public static final Participant parleyInTheRoom =
            new Participant(ParticipantId.interviewerOf(discoveryCall), "Parley", Invitee.Role.INTERVIEWER);

    public static final Question need = question("What should get better?", QuestionType.OPEN, true, 2, Signal.NEED);
    public static final Question budget = question("Is there a budget?", QuestionType.YES_NO, true, 1, Signal.BUDGET);
    public static final Question authority = question("Who decides?", QuestionType.OPEN, false, 1, Signal.AUTHORITY);
    public static final Question timing =
            question("When should it be live?", QuestionType.DATE, false, 0, Signal.TIMING);
    public static final PinnedQuestionSet qualification = new PinnedQuestionSet(
            new QuestionSetId(uuid("question set qualification")),
            3,
            "Qualification",
            List.of(need, budget, authority, timing));

    /** Alice is there on weekdays from nine to five, but for lunch; not on Christmas Eve, and an hour on the Sunday after. */
    public static final Availability officeHours = new Availability(
            ZoneId.of("Europe/Berlin"),
            Stream.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY)
                    .flatMap(day -> Stream.of(
                            new WeeklyHours(day, hours("09:00", "12:00")),
                            new WeeklyHours(day, hours("13:00", "17:00"))))
                    .toList(),
            List.of(
                    new DateHours(LocalDate.parse("2026-12-24"), List.of()),
                    new DateHours(LocalDate.parse("2026-12-27"), List.of(hours("10:00", "11:00")))),
            120,
            60,
            30,
            Optional.of(4),
            Optional.of(12));

    public static final MeetingType discovery = new MeetingType(
            "discovery",
            "Discovery call",
            30,
            5,
            10,
            Optional.of(qualification.questionSetId()),
            InterviewerKind.AI,
            "In the browser",
            true);

    private Samples() {}

    public static Hours hours(String from, String to) {
        return new Hours(LocalTime.parse(from), LocalTime.parse(to));
    }

    /** Acts as the guest or lead who was invited. */
    public static Actor as(Invitee invitee) {
        return new Actor(demo, invitee.participantId().toString(), Actor.Kind.LEAD, invitee.name());
    }

    public static DiscoveryCall aDiscoveryCall() {
        return new DiscoveryCall(nextTuesday9amBerlin(), List.of(lena, gus), Optional.of(qualification));
    }

    public static MeetingTime nextTuesday9amBerlin() {
        return berlin("2026-12-01T09:00");
    }

    /** Half an hour from a local time in Berlin. */
    public static MeetingTime berlin(String localStart) {
        return new MeetingTime(
                LocalDateTime.parse(localStart), ZoneId.of("Europe/Berlin"), Duration.ofMinutes(30), Optional.empty());
    }

    public static SegmentId segment(int number) {
        return new SegmentId(uuid("segment " + number));
    }

    /** The same id for the same words, so that tests can be read and compared. */
    public static UUID uuid(String words) {
        return Ids.named("sample", words);
    }

    public static Question question(
            String text, QuestionType type, boolean mandatory, int maxFollowUps, Signal signal) {
        var options = type.hasOptions() ? List.of("Red", "Green", "Blue") : List.<String>of();
        return new Question(new QuestionId(uuid(text)), text, type, mandatory, options, maxFollowUps, signal);
    }

    public static Invitee invitee(String name, String email, Invitee.Role role) {
        return new Invitee(ParticipantId.ofInvitee(discoveryCall, email), name, email, role);
    }

    private static Participant inTheRoom(Invitee invitee) {
        return new Participant(invitee.participantId(), invitee.name(), invitee.role());
    }
}
