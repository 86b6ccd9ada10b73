package dev.parley.saga.notification;

import dev.parley.api.notification.NotificationEvent;
import dev.parley.api.notification.NotificationEvent.NotificationReopened;
import dev.parley.api.notification.NotificationEvent.NotificationRequested;
import dev.parley.saga.Errands;
import dev.parley.saga.Errands.Errand;
import dev.parley.saga.notification.DeliverNotification.Delivery;
import java.time.Clock;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Every requested notification becomes one errand; a replay of the log asks for errands that find nothing left to do. */
@ProcessingGroup("saga.notification")
public final class WhenNotificationRequestedThenDeliver {
    private final Errands errands;
    private final Clock clock;

    public WhenNotificationRequestedThenDeliver(Errands errands, Clock clock) {
        this.errands = errands;
        this.clock = clock;
    }

    @EventHandler
    void on(NotificationRequested requested) {
        deliver(requested.notificationId().toString(), requested);
    }

    /** An errand of its own, for that of the round before may still be on its way out. */
    @EventHandler
    void on(NotificationReopened reopened) {
        deliver(reopened.notificationId() + "#" + reopened.round(), reopened);
    }

    private void deliver(String key, NotificationEvent event) {
        errands.send(new Errand(
                DeliverNotification.KIND,
                key,
                clock.instant(),
                new Delivery(event.notificationId(), event.meetingId())));
    }
}
