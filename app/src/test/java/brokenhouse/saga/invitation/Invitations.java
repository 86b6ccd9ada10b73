package brokenhouse.saga.invitation;

/** Right: a port in the words of its process. */
public interface Invitations {}
