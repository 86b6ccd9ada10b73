package dev.parley.api.lead;

import dev.parley.api.Actor;
import dev.parley.api.Command;
import dev.parley.api.Shape;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.transcript.SegmentId;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything a lead can be asked to do. */
public sealed interface LeadCommand extends Command {
    LeadId leadId();

    record RegisterLead(@TargetAggregateIdentifier LeadId leadId, Actor by, Instant at, Contact contact)
            implements LeadCommand {}

    record ReviseLeadContact(@TargetAggregateIdentifier LeadId leadId, Actor by, Instant at, Contact contact)
            implements LeadCommand {}

    /** Answers with the lead's {@link Contact}, or refuses; changes nothing. */
    record ConfirmLead(@TargetAggregateIdentifier LeadId leadId, Actor by, Instant at) implements LeadCommand {}

    record RecordInsight(
            @TargetAggregateIdentifier LeadId leadId,
            Actor by,
            Instant at,
            MeetingId meetingId,
            String kind,
            String text,
            List<SegmentId> evidence)
            implements LeadCommand {
        public RecordInsight {
            kind = Shape.line("kind", kind, 80);
            text = Shape.line("text", text, Shape.SENTENCE);
        }
    }

    /** Asks for a score over what was heard in one meeting; the rubric decides, not the caller. */
    record ScoreLead(
            @TargetAggregateIdentifier LeadId leadId,
            Actor by,
            Instant at,
            MeetingId meetingId,
            int questionSetVersion,
            List<HeardAnswer> answers,
            Participation participation)
            implements LeadCommand {}

    record ChangeLeadStatus(
            @TargetAggregateIdentifier LeadId leadId, Actor by, Instant at, LeadStatus status, String reason)
            implements LeadCommand {
        public ChangeLeadStatus {
            reason = Shape.optionalLine("reason", reason, Shape.SENTENCE);
        }
    }
}
