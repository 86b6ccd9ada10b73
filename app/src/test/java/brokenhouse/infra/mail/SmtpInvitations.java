package brokenhouse.infra.mail;

import brokenhouse.saga.invitation.Invitations;

/** Right: an adapter that knows its port. */
public class SmtpInvitations implements Invitations {}
