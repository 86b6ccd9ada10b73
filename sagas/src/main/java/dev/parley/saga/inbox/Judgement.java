package dev.parley.saga.inbox;

import dev.parley.api.Refusal;
import dev.parley.api.TenantId;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.notification.InboundQuery.Verdict;
import java.util.Optional;

/**
 * What became of a letter that came back.
 *
 * @param tenant who may see it; empty where it is about nothing of ours
 */
public record Judgement(Verdict verdict, String reason, Optional<TenantId> tenant, Optional<MeetingId> meeting) {

    public static Judgement of(Verdict verdict, String reason) {
        return new Judgement(verdict, reason, Optional.empty(), Optional.empty());
    }

    static Judgement of(Verdict verdict, Refusal reason) {
        return of(verdict, reason.name());
    }

    Judgement as(Verdict other, String why) {
        return new Judgement(other, why, tenant, meeting);
    }

    Judgement about(TenantId whose, MeetingId which) {
        return new Judgement(verdict, reason, Optional.of(whose), Optional.of(which));
    }
}
