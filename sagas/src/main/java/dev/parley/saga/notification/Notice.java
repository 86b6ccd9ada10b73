package dev.parley.saga.notification;

import dev.parley.api.notification.NotificationEvent;
import dev.parley.api.notification.NotificationEvent.*;
import dev.parley.saga.History.Fact;
import java.util.List;

/**
 * One intended letter and how far it has come.
 *
 * @param attempts how often it was put off
 * @param settled sent, or given up
 */
record Notice(NotificationRequested request, int attempts, boolean settled) {

    static Notice of(List<Fact<NotificationEvent>> history) {
        if (history.isEmpty() || !(history.getFirst().event() instanceof NotificationRequested request))
            throw new IllegalStateException("nobody asked for this notification");
        var notice = new Notice(request, 0, false);
        for (var fact : history) notice = notice.after(fact.event());
        return notice;
    }

    private Notice after(NotificationEvent event) {
        return switch (event) {
            case NotificationRequested _ -> this;
            case NotificationDeferred _ -> new Notice(request, attempts + 1, settled);
            case NotificationSent _, NotificationFailed _ -> new Notice(request, attempts, true);
        };
    }
}
