package dev.parley.signaling.admission;

import dev.parley.api.Actor;
import dev.parley.api.Shape;
import dev.parley.api.meeting.GuestLinks;
import dev.parley.api.meeting.InterviewerKind;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingQuery.InviteeLine;
import dev.parley.api.meeting.MeetingQuery.MeetingPage;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.frame.IceServer;
import dev.parley.signaling.frame.IceTransportPolicy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Hands out what one needs to come in. Which users may ask for it is decided at the door (security rules). */
@RestController
@RequestMapping("/api/v1")
public final class TicketController {
    private static final Duration LINK_OUTLIVES_MEETING = Duration.ofDays(1);

    private final Admission admission;
    private final Meetings meetings;
    private final Tickets tickets;
    private final TurnCredentials turn;
    private final VocabularySettings vocabulary;
    private final GuestLinks links;

    public TicketController(
            Admission admission,
            Meetings meetings,
            Tickets tickets,
            TurnCredentials turn,
            VocabularySettings vocabulary,
            GuestLinks links) {
        this.admission = admission;
        this.meetings = meetings;
        this.tickets = tickets;
        this.turn = turn;
        this.vocabulary = vocabulary;
        this.links = links;
    }

    /** @param phrases names that a speech recogniser would not expect */
    record TicketAnswer(
            String ticket,
            Instant expiresAt,
            String signalUrl,
            List<IceServer> iceServers,
            IceTransportPolicy iceTransportPolicy,
            List<String> phrases) {}

    record GuestLink(ParticipantId participantId, String name, Invitee.Role role, URI joinUrl) {}

    record Invitation(
            MeetingId meetingId,
            String title,
            String hostName,
            Instant start,
            Instant end,
            ZoneId zone,
            LocalDateTime localStart,
            MeetingStatus status,
            Participant participant,
            InterviewerKind interviewer) {}

    @PostMapping("/meetings/{id}/tickets")
    Mono<TicketAnswer> forHost(@AuthenticationPrincipal Actor by, @PathVariable("id") String id) {
        return admission.host(by, meetingId(id)).map(this::ticket);
    }

    @GetMapping("/meetings/{id}/links")
    Mono<List<GuestLink>> links(@AuthenticationPrincipal Actor by, @PathVariable("id") String id) {
        return meetings.find(by.tenant(), meetingId(id)).map(this::linksOf);
    }

    @GetMapping("/guest/{token}")
    Mono<Invitation> invitation(@PathVariable("token") String token) {
        return admission.invited(token).map(TicketController::invitation);
    }

    @PostMapping("/guest/{token}/tickets")
    Mono<TicketAnswer> forGuest(@PathVariable("token") String token) {
        return admission.guest(token).map(this::ticket);
    }

    private TicketAnswer ticket(Admission.Admitted admitted) {
        var issued = tickets.issue(admitted.who());
        var ice = turn.configurationFor(admitted.who());
        return new TicketAnswer(
                issued.ticket(),
                issued.expiresAt(),
                "/signal",
                ice.iceServers(),
                ice.iceTransportPolicy(),
                vocabulary.of(admitted.who().tenant()));
    }

    private List<GuestLink> linksOf(MeetingPage page) {
        return page.invitees().stream()
                .filter(line -> line.role() == Invitee.Role.LEAD || line.role() == Invitee.Role.GUEST)
                .map(line -> link(page, line))
                .toList();
    }

    private GuestLink link(MeetingPage page, InviteeLine line) {
        var guest = new Participant(line.participantId(), line.name(), line.role());
        var url =
                links.linkFor(page.tenant(), page.meetingId(), guest, page.end().plus(LINK_OUTLIVES_MEETING));
        return new GuestLink(line.participantId(), line.name(), line.role(), url);
    }

    private static Invitation invitation(Admission.Admitted admitted) {
        var page = admitted.page();
        return new Invitation(
                page.meetingId(),
                page.title(),
                page.hostName(),
                page.start(),
                page.end(),
                page.zone(),
                page.localStart(),
                page.status(),
                admitted.who().participant(),
                page.interviewer());
    }

    private static MeetingId meetingId(String id) {
        return new MeetingId(Shape.uuid("meetingId", id));
    }
}
