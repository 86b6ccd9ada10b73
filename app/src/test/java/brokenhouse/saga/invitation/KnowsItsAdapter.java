package brokenhouse.saga.invitation;

import brokenhouse.infra.mail.SmtpInvitations;

/** Wrong: a process that knows who serves its port. */
record KnowsItsAdapter(SmtpInvitations invitations) {}
