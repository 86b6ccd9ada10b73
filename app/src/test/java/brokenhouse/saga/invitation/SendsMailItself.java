package brokenhouse.saga.invitation;

import jakarta.mail.Message;

/** Wrong: a process that knows a vendor. */
record SendsMailItself(Message message) {}
