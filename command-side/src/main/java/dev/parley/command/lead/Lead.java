package dev.parley.command.lead;

import static dev.parley.api.lead.LeadRefusal.EVIDENCE_NEEDED;
import static dev.parley.api.lead.LeadRefusal.ID_REUSED;
import static dev.parley.api.lead.LeadRefusal.LEAD_UNKNOWN;
import static dev.parley.api.lead.LeadRefusal.STATUS_UNCHANGED;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.parley.api.Command;
import dev.parley.api.Refused;
import dev.parley.api.lead.Contact;
import dev.parley.api.lead.LeadCommand.ChangeLeadStatus;
import dev.parley.api.lead.LeadCommand.ConfirmLead;
import dev.parley.api.lead.LeadCommand.RecordInsight;
import dev.parley.api.lead.LeadCommand.RegisterLead;
import dev.parley.api.lead.LeadCommand.ReviseLeadContact;
import dev.parley.api.lead.LeadCommand.ScoreLead;
import dev.parley.api.lead.LeadEvent;
import dev.parley.api.lead.LeadEvent.InsightRecorded;
import dev.parley.api.lead.LeadEvent.LeadContactRevised;
import dev.parley.api.lead.LeadEvent.LeadRegistered;
import dev.parley.api.lead.LeadEvent.LeadScored;
import dev.parley.api.lead.LeadEvent.LeadStatusChanged;
import dev.parley.api.lead.LeadEvent.LeadStatusProposed;
import dev.parley.api.lead.LeadId;
import dev.parley.api.lead.LeadStatus;
import dev.parley.api.lead.Score;
import dev.parley.api.meeting.MeetingId;
import dev.parley.command.CommandSide;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Somebody who may become a customer. Scores only propose a status; people decide on it. */
@Aggregate(
        commandTargetResolver = CommandSide.TARGETS,
        cache = CommandSide.MEMORY,
        snapshotTriggerDefinition = CommandSide.SNAPSHOTS)
@Revision("1") // of its snapshots: raise it with every change of what is remembered here
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
class Lead {
    /** What a repeated registration is answered, as the first was: who repeats has not seen what others changed since. */
    private static final Long FIRST_VERSION = 0L;

    @AggregateIdentifier
    private LeadId leadId;

    private LeadRegistered registered;
    private Contact contact;
    private LeadStatus status = LeadStatus.NEW;
    private @Nullable LeadStatus proposed;
    private @Nullable LeadScored scored;
    private Set<Learned> insights = new HashSet<>();

    private record Learned(MeetingId meetingId, String kind, String text) {}

    Lead() {}

    @CommandHandlerInterceptor
    void guard(Command command) {
        if (registered == null || command instanceof RegisterLead) return;
        if (!registered.tenant().equals(command.by().tenant())) throw new Refused(LEAD_UNKNOWN);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Long handle(RegisterLead command) {
        var event = new LeadRegistered(
                command.leadId(), command.by().tenant(), command.by().id(), command.contact());
        if (event.equals(registered)) return FIRST_VERSION;
        if (registered != null) throw new Refused(ID_REUSED, "leadId");
        apply(event);
        return getVersion();
    }

    @CommandHandler
    Long handle(ReviseLeadContact command) {
        if (command.contact().equals(contact)) return getVersion();
        apply(new LeadContactRevised(leadId, command.contact()));
        return getVersion();
    }

    @CommandHandler
    Contact handle(ConfirmLead command) {
        return contact;
    }

    @CommandHandler
    Long handle(RecordInsight command) {
        if (command.evidence().isEmpty()) throw new Refused(EVIDENCE_NEEDED, "evidence");
        if (insights.contains(new Learned(command.meetingId(), command.kind(), command.text()))) return getVersion();
        apply(new InsightRecorded(leadId, command.meetingId(), command.kind(), command.text(), command.evidence()));
        return getVersion();
    }

    @CommandHandler
    Long handle(ScoreLead command) {
        var score = ScoreRubric.score(command.questionSetVersion(), command.answers(), command.participation());
        var event = new LeadScored(leadId, command.meetingId(), score);
        if (event.equals(scored)) return getVersion();
        apply(event);
        propose(command.meetingId(), score);
        return getVersion();
    }

    @CommandHandler
    Long handle(ChangeLeadStatus command) {
        if (command.status() == status) throw new Refused(STATUS_UNCHANGED, "status");
        apply(new LeadStatusChanged(leadId, status, command.status(), command.reason()));
        return getVersion();
    }

    private void propose(MeetingId meeting, Score score) {
        var suggestion = ScoreRubric.statusFor(score.band());
        if (suggestion == status || suggestion == proposed) return;
        var reason = "fit %d and engagement %d by %s".formatted(score.fit(), score.engagement(), score.rubric());
        apply(new LeadStatusProposed(leadId, meeting, status, suggestion, reason));
    }

    @EventSourcingHandler
    void on(LeadEvent event) {
        switch (event) {
            case LeadRegistered first -> {
                leadId = first.leadId();
                registered = first;
                contact = first.contact();
            }
            case LeadContactRevised revised -> contact = revised.contact();
            case InsightRecorded insight ->
                insights.add(new Learned(insight.meetingId(), insight.kind(), insight.text()));
            case LeadScored score -> scored = score;
            case LeadStatusProposed proposal -> proposed = proposal.to();
            case LeadStatusChanged change -> {
                status = change.to();
                proposed = null;
            }
        }
    }
}
