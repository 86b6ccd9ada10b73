package dev.parley.saga.notification;

import dev.parley.api.notification.NotificationEvent;
import dev.parley.api.notification.NotificationEvent.*;
import dev.parley.saga.History.Fact;
import java.util.List;

/**
 * One intended letter and how far it has come in this round.
 *
 * @param round raised whenever people have it sent once more
 * @param attempts how often it was put off, or left in doubt
 * @param doubts how often nobody could say whether it had been sent
 * @param settled sent, or given up
 */
record Notice(NotificationRequested request, int round, int attempts, int doubts, boolean settled) {

    static Notice of(List<Fact<NotificationEvent>> history) {
        if (history.isEmpty() || !(history.getFirst().event() instanceof NotificationRequested request))
            throw new IllegalStateException("nobody asked for this notification");
        var notice = new Notice(request, 1, 0, 0, false);
        for (var fact : history) notice = notice.after(fact.event());
        return notice;
    }

    /** Not the first attempt: the world may have moved on since. */
    boolean isBelated() {
        return attempts > 0 || round > 1;
    }

    private Notice after(NotificationEvent event) {
        return switch (event) {
            case NotificationRequested _ -> this;
            case NotificationDeferred _ -> new Notice(request, round, attempts + 1, doubts, settled);
            case NotificationUnconfirmed _ -> {
                var enough = doubts >= Doubt.repetitions(request.kind());
                yield new Notice(request, round, attempts + 1, doubts + 1, settled || enough);
            }
            case NotificationSent _, NotificationFailed _, NotificationBounced _, NotificationComplained _ ->
                new Notice(request, round, attempts, doubts, true);
            case NotificationReopened reopened -> new Notice(request, reopened.round(), 0, 0, false);
        };
    }
}
