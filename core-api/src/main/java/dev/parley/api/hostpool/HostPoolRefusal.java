package dev.parley.api.hostpool;

import dev.parley.api.Refusal;

/** Why a pool of hosts says no. */
public enum HostPoolRefusal implements Refusal {
    HOST_POOL_UNKNOWN(Kind.UNKNOWN, "There is no such pool of hosts."),
    POOL_ID_REUSED(Kind.CONFLICT, "This id already names another pool."),
    POOL_RETIRED(Kind.CONFLICT, "This pool is retired."),
    NO_MEMBERS(Kind.UNACCEPTABLE, "A pool needs a host."),
    MEMBER_TWICE(Kind.UNACCEPTABLE, "This host is in the pool already."),
    NOBODY_FREE(Kind.CONFLICT, "No host of the pool is free at this time.");

    private final Kind kind;
    private final String text;

    HostPoolRefusal(Kind kind, String text) {
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
