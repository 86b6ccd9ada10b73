package dev.parley.saga.inbox;

/** Takes what came back by mail, whoever read it; says what became of it. */
public interface Inbox {

    /** Throws what is neither yes nor no: then the same letter may be brought again. */
    Judgement judge(IncomingMail mail);
}
