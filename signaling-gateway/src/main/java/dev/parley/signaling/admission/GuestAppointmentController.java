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

    public GuestAppointmentController(Admission admission) {
        this.admission = admission;
    }

    /** @param mayCancel whether the holder of the link may call it off, now */
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
            Optional<CancelledBy> cancelledBy,
            String reason) {}

    @GetMapping("/api/v1/guest/{token}/appointment")
    Mono<GuestAppointment> appointment(@PathVariable("token") String token) {
        return admission.invited(token).map(GuestAppointmentController::appointment);
    }

    private static GuestAppointment appointment(Admission.Admitted admitted) {
        var page = admitted.page();
        var who = admitted.who().participant();
        var mayCancel = who.role() == Invitee.Role.LEAD && page.status().mayBecome(MeetingStatus.CANCELLED);
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
                page.cancelledBy(),
                page.status() == MeetingStatus.CANCELLED ? page.endReason() : "");
    }
}
