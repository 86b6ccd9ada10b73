package dev.parley.command.meeting;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.alicesCalendar;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.lenasContact;
import static dev.parley.api.Samples.lenasLead;
import static dev.parley.api.Samples.nextTuesday9amBerlin;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.qualification;

import dev.parley.api.TenantId;
import dev.parley.api.calendar.BusyTimes;
import dev.parley.api.calendar.CalendarCommand.HoldSlot;
import dev.parley.api.calendar.CalendarCommand.Terms;
import dev.parley.api.calendar.KnownBusyTimes;
import dev.parley.api.lead.LeadCommand.ConfirmLead;
import dev.parley.api.meeting.GuestLinks;
import dev.parley.api.meeting.MeetingCommand.ScheduleMeeting;
import dev.parley.api.meeting.MeetingCommand.Scheduled;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.RoomId;
import dev.parley.api.questionset.QuestionSetCommand.PinQuestionSet;
import dev.parley.command.AppointmentSettings;
import dev.parley.command.Counter;
import dev.parley.command.RecordedCommands;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Where Alice makes an appointment with Lena, and what was asked of whom. */
final class AtTheAppointmentDesk {
    private static final RoomId room = new RoomId("the-first-room");
    static final AppointmentSettings settings = new AppointmentSettings(Duration.ofMinutes(2), Duration.ofDays(30));

    final RecordedCommands recorded = new RecordedCommands()
            .answering(ConfirmLead.class, lenasContact)
            .answering(PinQuestionSet.class, qualification)
            .answering(ScheduleMeeting.class, new Scheduled(room, lenaInTheRoom, 1));
    final KnownBusyTimes elsewhere = new KnownBusyTimes();
    final RecordedLinks links = new RecordedLinks();
    final Counter counter = Counter.of(new AppointmentController(
            AtTheMeetingDesk.scheduling(recorded, elsewhere), links, settings, Clock.fixed(now, ZoneOffset.UTC)));

    /** @param member overrides one member of a good request; JSON keeps the last */
    ResponseSpec schedule(String member) {
        return counter.post(
                "/meetings", body("Europe/Berlin", "2026-12-01T09:00", member.isEmpty() ? "" : "," + member));
    }

    static String body(String zone, String localStart, String more) {
        return """
                {"meetingId":"%s","title":"Discovery call","leadId":"%s","questionSetId":"%s","localStart":"%s",
                 "zone":"%s","durationMinutes":30,"invitees":[{"name":"Gus Guest","email":"gus@acme.test"}]%s}""".formatted(discoveryCall, lenasLead, qualification.questionSetId(), localStart, zone, more);
    }

    static HoldSlot hold() {
        return new HoldSlot(
                alicesCalendar,
                alice,
                now,
                discoveryCall,
                nextTuesday9amBerlin().slot(),
                now.plus(Duration.ofMinutes(2)),
                new Terms("discovery", false, BusyTimes.NO_FEED));
    }

    ScheduleMeeting scheduled() {
        return (ScheduleMeeting) recorded.given().getLast();
    }

    static class RecordedLinks implements GuestLinks {
        final List<String> asked = new ArrayList<>();

        @Override
        public URI linkFor(TenantId tenant, MeetingId meeting, Participant guest, Instant expires) {
            asked.add(guest.participantId() + " until " + expires);
            return URI.create("https://parley.test/join/lena");
        }

        @Override
        public Optional<Guest> read(String token) {
            return Optional.empty();
        }
    }
}
