package dev.parley.api;

/**
 * Who acts. Every command names one, and every event keeps it in its envelope.
 *
 * @param id stable within the tenant: a user id, a participant id, or the name of a process
 */
public record Actor(TenantId tenant, String id, Kind kind, String name) {

    public enum Kind {
        USER,
        LEAD,
        AI,
        SYSTEM,
        CRM
    }

    /** A process of ours, acting on behalf of nobody. */
    public static Actor system(TenantId tenant, String process) {
        return new Actor(tenant, process, Kind.SYSTEM, process);
    }

    /** The interviewer. */
    public static Actor interviewer(TenantId tenant) {
        return new Actor(tenant, "interviewer", Kind.AI, "Parley");
    }
}
