package dev.parley.api.notification;

import dev.parley.api.Upcast;
import java.util.List;

/** How notifications were told in earlier versions. */
public final class NotificationHistory {

    public static final List<Upcast> STEPS =
            List.of(Upcast.of("notification.NotificationSent", "1", "2", sent -> sent.put("document", "")));

    private NotificationHistory() {}
}
