package dev.parley.saga.notification;

import dev.parley.saga.notification.Invitations.Delivery.Deferred;
import dev.parley.saga.notification.Invitations.Delivery.Failed;

/** The double that other tests rely on keeps the contract too. */
class RecordedInvitationsTest extends InvitationsContract {
    @Override
    protected Invitations reachable() {
        return new RecordedInvitations();
    }

    @Override
    protected Invitations refusing() {
        return new RecordedInvitations().answering(new Failed("550 no such user"));
    }

    @Override
    protected Invitations unavailable() {
        return new RecordedInvitations().answering(new Deferred("421 busy"));
    }
}
