package dev.parley.saga.interview;

import dev.parley.api.TenantId;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingEvent.*;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.saga.History.Fact;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What an interview must know of its meeting: whether it runs, until when, who is there, and what they were told and agreed to. */
final class Setting {
    private final MeetingScheduled agreed;
    private final Invitee lead;
    private final ParticipantId interviewer;
    private final Set<ParticipantId> present = new HashSet<>();
    private final Set<ParticipantId> agree = new HashSet<>();
    private String title;
    private String hostName;
    private MeetingTime time;
    private boolean running;
    private boolean disclosed;

    private Setting(MeetingScheduled agreed) {
        this.agreed = agreed;
        this.lead = agreed.invitees().stream()
                .filter(invitee -> invitee.role() == Invitee.Role.LEAD)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a meeting has a lead, but not " + agreed.meetingId()));
        this.interviewer = ParticipantId.interviewerOf(agreed.meetingId());
        this.title = agreed.title();
        this.hostName = agreed.hostName();
        this.time = agreed.time();
    }

    static Setting of(List<Fact<MeetingEvent>> history) {
        if (history.isEmpty() || !(history.getFirst().event() instanceof MeetingScheduled agreed))
            throw new IllegalStateException("an interview needs a meeting that was scheduled");
        var setting = new Setting(agreed);
        history.forEach(fact -> setting.on(fact.event()));
        return setting;
    }

    private void on(MeetingEvent event) {
        switch (event) {
            case MeetingRescheduled moved -> time = moved.time();
            case MeetingInstantReResolved resolved -> time = resolved.time();
            case MeetingDetailsRevised revised -> title = revised.title();
            case MeetingStarted _ -> running = true;
            case ParticipantJoined joined -> present.add(joined.participant().participantId());
            case ParticipantLeft left -> present.remove(left.participantId());
            case DisclosureGiven _ -> disclosed = true;
            case ConsentGiven consent -> agree.add(consent.participantId());
            case ConsentWithdrawn consent -> agree.remove(consent.participantId());
            case MeetingReassigned reassigned -> hostName = reassigned.hostName();
            case LeadDidNotShow absent -> running = running && !absent.isFinal();
            case MeetingCancelled _, NoShowConfirmed _, MeetingEnded _ -> running = false;
            case MeetingScheduled _,
                    QuestionSetPinned _,
                    InviteeAdded _,
                    InviteeRemoved _,
                    InviteeResponded _,
                    NewTimeProposed _,
                    ProposalDeclined _,
                    CalendarRepaired _,
                    LobbyOpened _,
                    MeetingReopened _,
                    GoodbyeBegun _,
                    PoorConnectionNoted _,
                    Moderation _,
                    SummaryWritten _,
                    SummaryApproved _ -> {}
        }
    }

    boolean leadListens() {
        return running && disclosed && agree.contains(lead.participantId());
    }

    boolean awaitsDisclosure() {
        return running && !disclosed && present.contains(lead.participantId()) && present.contains(interviewer);
    }

    TenantId tenant() {
        return agreed.tenant();
    }

    String leadName() {
        return lead.name();
    }

    String hostName() {
        return hostName;
    }

    String title() {
        return title;
    }

    Instant end() {
        return time.end();
    }
}
