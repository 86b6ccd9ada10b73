package dev.parley.saga.notification;

import dev.parley.api.TenantId;
import dev.parley.api.lead.LeadId;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingEvent.*;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingSummary;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.series.Occurrence;
import dev.parley.saga.History.Fact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A meeting as letters speak of it: as it is, or as it was when it had a certain sequence number. */
final class Appointment {
    private final MeetingScheduled agreed;
    private final List<Invitee> invitees;
    private final Set<ParticipantId> came = new HashSet<>();
    private String hostId;
    private String hostName;
    private String title;
    private MeetingTime time;
    private int sequence;
    private boolean started;
    private boolean off;
    private String reason = "";
    private Optional<MeetingSummary> summary = Optional.empty();

    private Appointment(MeetingScheduled agreed) {
        this.agreed = agreed;
        this.invitees = new ArrayList<>(agreed.invitees());
        this.hostId = agreed.hostId();
        this.hostName = agreed.hostName();
        this.title = agreed.title();
        this.time = agreed.time();
    }

    /** @param history of the meeting, from the beginning */
    static Appointment asItIs(List<Fact<MeetingEvent>> history) {
        return atSequence(Integer.MAX_VALUE, history);
    }

    /** The same for every attempt to bring a letter, whatever has happened since it was asked for. */
    static Appointment atSequence(int sequence, List<Fact<MeetingEvent>> history) {
        if (history.isEmpty() || !(history.getFirst().event() instanceof MeetingScheduled agreed))
            throw new IllegalStateException("a meeting begins with being scheduled, but this one with: "
                    + history.stream().findFirst());
        var appointment = new Appointment(agreed);
        for (var fact : history) {
            if (appointment.sequenceAfter(fact.event()) > sequence) break;
            appointment.on(fact.event());
        }
        return appointment;
    }

    private int sequenceAfter(MeetingEvent event) {
        return switch (event) {
            case MeetingRescheduled moved -> moved.sequence();
            case MeetingInstantReResolved resolved -> resolved.sequence();
            case MeetingDetailsRevised revised -> revised.sequence();
            case InviteeRemoved removed -> removed.sequence();
            case MeetingReassigned reassigned -> reassigned.sequence();
            case MeetingCancelled cancelled -> cancelled.sequence();
            case CalendarRepaired repaired -> repaired.sequence();
            case MeetingScheduled _,
                    QuestionSetPinned _,
                    InviteeResponded _,
                    NewTimeProposed _,
                    ProposalDeclined _,
                    InviteeAdded _,
                    LobbyOpened _,
                    MeetingStarted _,
                    ParticipantJoined _,
                    ParticipantLeft _,
                    DisclosureGiven _,
                    ConsentGiven _,
                    ConsentWithdrawn _,
                    PoorConnectionNoted _,
                    Moderation _,
                    LeadDidNotShow _,
                    MeetingReopened _,
                    NoShowConfirmed _,
                    GoodbyeBegun _,
                    MeetingEnded _,
                    SummaryWritten _,
                    SummaryApproved _ -> sequence;
        };
    }

    private void on(MeetingEvent event) {
        sequence = sequenceAfter(event);
        switch (event) {
            case MeetingRescheduled moved -> time = moved.time();
            case MeetingInstantReResolved resolved -> time = resolved.time();
            case MeetingDetailsRevised revised -> title = revised.title();
            case InviteeAdded added -> invitees.add(added.invitee());
            case InviteeRemoved removed ->
                invitees.removeIf(invitee -> invitee.participantId().equals(removed.participantId()));
            case MeetingStarted _ -> started = true;
            case ParticipantJoined joined -> came.add(joined.participant().participantId());
            case MeetingCancelled cancelled -> {
                off = true;
                reason = cancelled.reason();
            }
            case MeetingReassigned reassigned -> {
                hostId = reassigned.hostId();
                hostName = reassigned.hostName();
            }
            case LeadDidNotShow absent -> off = absent.isFinal();
            case NoShowConfirmed _, MeetingEnded _ -> off = true;
            case SummaryWritten written -> summary = Optional.of(written.summary());
            case MeetingScheduled _,
                    QuestionSetPinned _,
                    InviteeResponded _,
                    NewTimeProposed _,
                    ProposalDeclined _,
                    CalendarRepaired _,
                    LobbyOpened _,
                    MeetingReopened _,
                    GoodbyeBegun _,
                    ParticipantLeft _,
                    DisclosureGiven _,
                    ConsentGiven _,
                    ConsentWithdrawn _,
                    PoorConnectionNoted _,
                    Moderation _,
                    SummaryApproved _ -> {}
        }
    }

    TenantId tenant() {
        return agreed.tenant();
    }

    MeetingId meetingId() {
        return agreed.meetingId();
    }

    LeadId leadId() {
        return agreed.leadId();
    }

    String hostId() {
        return hostId;
    }

    String hostName() {
        return hostName;
    }

    String title() {
        return title;
    }

    MeetingTime time() {
        return time;
    }

    int sequence() {
        return sequence;
    }

    String reason() {
        return reason;
    }

    Optional<Occurrence> occurrence() {
        return agreed.occurrence();
    }

    Optional<MeetingSummary> summary() {
        return summary;
    }

    boolean hasStarted() {
        return started;
    }

    /** Cancelled or over: nobody needs to come any more. */
    boolean isOff() {
        return off;
    }

    boolean leadCame() {
        return invitees.stream()
                .anyMatch(invitee -> invitee.role() == Invitee.Role.LEAD && came.contains(invitee.participantId()));
    }

    List<Invitee> inviteesBut(Invitee recipient) {
        return invitees.stream()
                .filter(invitee -> !invitee.email().equalsIgnoreCase(recipient.email()))
                .toList();
    }

    List<Invitee> invitees() {
        return List.copyOf(invitees);
    }
}
