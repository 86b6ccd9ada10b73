package dev.parley.api.lead;

import dev.parley.api.Event;
import dev.parley.api.TenantId;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.transcript.SegmentId;
import java.util.List;
import org.axonframework.serialization.Revision;

/** Everything that can happen to a lead. */
public sealed interface LeadEvent extends Event {
    LeadId leadId();

    @Revision("1")
    record LeadRegistered(LeadId leadId, TenantId tenant, String ownerId, Contact contact) implements LeadEvent {}

    @Revision("1")
    record LeadContactRevised(LeadId leadId, Contact contact) implements LeadEvent {}

    @Revision("1")
    record InsightRecorded(LeadId leadId, MeetingId meetingId, String kind, String text, List<SegmentId> evidence)
            implements LeadEvent {}

    @Revision("1")
    record LeadScored(LeadId leadId, MeetingId meetingId, Score score) implements LeadEvent {}

    /** The score suggests it; a person or a policy decides. */
    @Revision("1")
    record LeadStatusProposed(LeadId leadId, MeetingId meetingId, LeadStatus from, LeadStatus to, String reason)
            implements LeadEvent {}

    @Revision("1")
    record LeadStatusChanged(LeadId leadId, LeadStatus from, LeadStatus to, String reason) implements LeadEvent {}
}
