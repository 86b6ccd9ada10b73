package dev.parley.api.lead;

import dev.parley.api.Refusal;

/** Why a lead says no. */
public enum LeadRefusal implements Refusal {
    LEAD_UNKNOWN(Kind.UNKNOWN, "There is no such lead."),
    SCORE_UNKNOWN(Kind.UNKNOWN, "This lead has no score yet."),
    ID_REUSED(Kind.CONFLICT, "This id already names another lead."),
    EVIDENCE_NEEDED(Kind.UNACCEPTABLE, "An insight names the segments it was heard in."),
    STATUS_UNCHANGED(Kind.CONFLICT, "The lead already has this status.");

    private final Kind kind;
    private final String text;

    LeadRefusal(Kind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String text() {
        return text;
    }
}
