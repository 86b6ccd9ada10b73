package dev.parley.command.notification;

import static dev.parley.api.notification.NotificationRefusal.NOTIFICATION_UNKNOWN;
import static dev.parley.api.notification.NotificationRefusal.STILL_ON_ITS_WAY;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import dev.parley.api.Command;
import dev.parley.api.Refused;
import dev.parley.api.TenantId;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.notification.NotificationCommand.*;
import dev.parley.api.notification.NotificationEvent;
import dev.parley.api.notification.NotificationEvent.*;
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

/**
 * One message to one person. Once it is sent, or failed, later news of the same delivery changes nothing, but that it came
 * back does; and people may have it sent once more.
 */
@Aggregate(commandTargetResolver = CommandSide.TARGETS, cache = CommandSide.MEMORY)
class Notification {
    @AggregateIdentifier
    private NotificationId notificationId;

    private TenantId tenant;
    private MeetingId meetingId;
    private int attempts;
    private int round = 1;
    private boolean sent;
    private boolean failed;
    private boolean doubtful;
    private boolean returned;
    private boolean unwanted;

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
                notificationId,
                meetingId,
                command.messageId(),
                command.reply(),
                Optional.of(command.wordedBy()),
                command.document()));
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

    /** Several attempts may end in doubt; each is told, for each may have brought the letter. */
    @CommandHandler
    Long handle(RecordNotificationUnconfirmed command) {
        if (sent || failed || command.attempt() <= attempts) return getVersion();
        apply(new NotificationUnconfirmed(notificationId, meetingId, command.attempt(), command.reason()));
        return getVersion();
    }

    /** Accepted whatever was known: what came back had gone out. */
    @CommandHandler
    Long handle(RecordNotificationBounced command) {
        if (returned) return getVersion();
        apply(new NotificationBounced(notificationId, meetingId, command.status(), command.reason()));
        return getVersion();
    }

    @CommandHandler
    Long handle(RecordNotificationComplained command) {
        if (unwanted) return getVersion();
        apply(new NotificationComplained(notificationId, meetingId, command.reason()));
        return getVersion();
    }

    @CommandHandler
    Long handle(ResendNotification command) {
        if (!sent && !failed && !doubtful && !returned) throw new Refused(STILL_ON_ITS_WAY);
        apply(new NotificationReopened(notificationId, meetingId, round + 1));
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
            case NotificationDeferred deferred -> {
                attempts = deferred.attempt();
                doubtful = false;
            }
            case NotificationUnconfirmed unconfirmed -> {
                attempts = unconfirmed.attempt();
                doubtful = true;
            }
            case NotificationSent _ -> sent = true;
            case NotificationFailed _ -> failed = true;
            case NotificationBounced _ -> returned = true;
            case NotificationComplained _ -> unwanted = true;
            case NotificationReopened reopened -> begin(reopened.round());
        }
    }

    private void begin(int next) {
        round = next;
        attempts = 0;
        sent = false;
        failed = false;
        doubtful = false;
        returned = false;
        unwanted = false;
    }
}
