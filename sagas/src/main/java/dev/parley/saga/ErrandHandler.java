package dev.parley.saga;

/** Carries out the errands of one kind, on a thread of its own, outside any transaction. May block; must bear being repeated. */
public interface ErrandHandler<P> {
    String kind();

    Class<P> payload();

    /** Failing means: try again later. */
    void carryOut(P payload) throws Exception;

    /** Called once, when the last attempt has failed, so that the failure becomes a fact that people can see. */
    void giveUp(P payload, Exception cause);
}
