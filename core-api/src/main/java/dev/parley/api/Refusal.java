package dev.parley.api;

/** A rule that said no. The constant's name is the stable code that clients see; the text is for people and may change. */
public interface Refusal {

    /** The stable code, for instance {@code SLOT_TAKEN}. */
    String name();

    /** One sentence for people: what is wrong and what to do. */
    String text();

    Kind kind();

    /** What sort of no; each maps to one HTTP status. */
    enum Kind {
        /** 400: the message has the wrong shape. */
        MALFORMED,
        /** 403: this actor may not. */
        FORBIDDEN,
        /** 404: no such thing for this tenant. */
        UNKNOWN,
        /** 409: the thing is not in a state that allows it. */
        CONFLICT,
        /** 413: more than can be taken at once. */
        TOO_LARGE,
        /** 422: well formed, but breaks a rule of the domain. */
        UNACCEPTABLE,
        /** 412: the thing has changed since the client looked at it. */
        STALE,
        /** 428: the client must say which version it looked at. */
        UNCONDITIONAL,
        /** 429: this client has as much as it may have; less of it, or later. */
        TOO_MANY,
        /** 503: not now; the same request may be tried again. */
        UNAVAILABLE
    }
}
