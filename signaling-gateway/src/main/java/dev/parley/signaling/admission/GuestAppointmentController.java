package dev.parley.signaling.admission;

import dev.parley.api.meeting.CancelledBy;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingStatus;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows invited people their appointment, by the link in their mail. Looking changes nothing, however often it is done. */
@RestController
public final class GuestAppointmentController {
    private final Admission admission;
    private final Meetings meetings;

    public GuestAppointmentController(Admission admission, Meetings meetings) {
        this.admission = admission;
        this.meetings = meetings;
    }

    /**
     * @param mayCancel whether the holder of the link may call it off, now
     * @param mayMove whether they may choose another time, now
     * @param bookingPath of the page where they may book such a meeting again; empty if there is none
     */
    record GuestAppointment(
            MeetingId meetingId,
            String title,
            String hostName,
            Instant start,
            Instant end,
            LocalDateTime localStart,
            ZoneId zone,
            MeetingStatus status,
            String name,
            Invitee.Role role,
            boolean mayCancel,
            boolean mayMove,
            Optional<CancelledBy> cancelledBy,
            String reason,
            String bookingPath) {}

    @GetMapping("/api/v1/guest/{token}/appointment")
    Mono<GuestAppointment> appointment(@PathVariable("token") String token) {
        return admission
                .invited(token)
                .flatMap(admitted -> meetings.bookingPath(admitted.page()).map(path -> appointment(admitted, path)));
    }

    private static GuestAppointment appointment(Admission.Admitted admitted, String bookingPath) {
        var page = admitted.page();
        var who = admitted.who().participant();
        var isLead = who.role() == Invitee.Role.LEAD;
        var mayCancel = isLead && page.status().mayBecome(MeetingStatus.CANCELLED);
        var mayMove = isLead && (page.status() == MeetingStatus.SCHEDULED || page.status() == MeetingStatus.LOBBY_OPEN);
        return new GuestAppointment(
                page.meetingId(),
                page.title(),
                page.hostName(),
                page.start(),
                page.end(),
                page.localStart(),
                page.zone(),
                page.status(),
                who.name(),
                who.role(),
                mayCancel,
                mayMove,
                page.cancelledBy(),
                page.status() == MeetingStatus.CANCELLED ? page.endReason() : "",
                bookingPath);
    }
}
