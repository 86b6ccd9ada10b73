package dev.parley.api.lead;

/** Where a lead stands in qualification. */
public enum LeadStatus {
    NEW,
    ENGAGED,
    QUALIFIED,
    NURTURE,
    DISQUALIFIED
}
