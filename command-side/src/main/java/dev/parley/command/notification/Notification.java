package dev.parley.command.notification;

import static dev.parley.api.notification.NotificationRefusal.NOTIFICATION_UNKNOWN;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import dev.parley.api.Command;
import dev.parley.api.Refused;
import dev.parley.api.TenantId;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.notification.NotificationCommand.RecordNotificationDeferred;
import dev.parley.api.notification.NotificationCommand.RecordNotificationFailed;
import dev.parley.api.notification.NotificationCommand.RecordNotificationSent;
import dev.parley.api.notification.NotificationCommand.RequestNotification;
import dev.parley.api.notification.NotificationEvent;
import dev.parley.api.notification.NotificationEvent.NotificationDeferred;
import dev.parley.api.notification.NotificationEvent.NotificationFailed;
import dev.parley.api.notification.NotificationEvent.NotificationRequested;
import dev.parley.api.notification.NotificationEvent.NotificationSent;
import dev.parley.api.notification.NotificationId;
import dev.parley.command.CommandSide;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** One message to one person. Once it is sent, or failed, later news of the same delivery changes nothing. */
@Aggregate(commandTargetResolver = CommandSide.TARGETS, cache = CommandSide.MEMORY)
class Notification {
    @AggregateIdentifier
    private NotificationId notificationId;

    private TenantId tenant;
    private MeetingId meetingId;
    private int attempts;
    private boolean sent;
    private boolean failed;

    Notification() {}

    @CommandHandlerInterceptor
    void guard(Command command) {
        if (tenant != null && !tenant.equals(command.by().tenant())) throw new Refused(NOTIFICATION_UNKNOWN);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Long handle(RequestNotification command) {
        if (tenant != null) return getVersion();
        apply(new NotificationRequested(
                command.notificationId(),
                command.by().tenant(),
                command.meetingId(),
                command.kind(),
                command.recipient(),
                command.occasion(),
                command.sequence()));
        return getVersion();
    }

    /** Accepted even after a failure was recorded: the server's yes is the truth. */
    @CommandHandler
    Long handle(RecordNotificationSent command) {
        if (sent) return getVersion();
        apply(new NotificationSent(
                notificationId, meetingId, command.messageId(), command.reply(), Optional.of(command.wordedBy())));
        return getVersion();
    }

    @CommandHandler
    Long handle(RecordNotificationDeferred command) {
        if (sent || failed || command.attempt() <= attempts) return getVersion();
        apply(new NotificationDeferred(notificationId, meetingId, command.attempt(), command.reason()));
        return getVersion();
    }

    @CommandHandler
    Long handle(RecordNotificationFailed command) {
        if (sent || failed) return getVersion();
        apply(new NotificationFailed(notificationId, meetingId, command.reason()));
        return getVersion();
    }

    @EventSourcingHandler
    void on(NotificationEvent event) {
        switch (event) {
            case NotificationRequested requested -> {
                notificationId = requested.notificationId();
                tenant = requested.tenant();
                meetingId = requested.meetingId();
            }
            case NotificationDeferred deferred -> attempts = deferred.attempt();
            case NotificationSent _ -> sent = true;
            case NotificationFailed _ -> failed = true;
        }
    }
}
