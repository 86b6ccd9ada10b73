package dev.parley.saga;

import dev.parley.saga.autojoin.AutoJoinSettings;
import dev.parley.saga.notification.DeliverNotification;
import dev.parley.saga.notification.Invitations;
import dev.parley.saga.notification.Invitations.Delivery.Deferred;
import dev.parley.saga.notification.WhenNotificationRequestedThenDeliver;
import dev.parley.saga.notification.WhenSummaryWrittenThenSend;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * All processes, one after the other. Those with state are found by their {@code @Saga}: booking/BookingSaga,
 * notification/InvitationSaga, autojoin/AutoJoinSaga.
 */
@Configuration
@ComponentScan
@EnableConfigurationProperties(AutoJoinSettings.class)
public class Sagas {
    /** No handler may block longer than its processor's claim lasts. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean("sagaCommands")
    Commands commands(CommandGateway gateway) {
        return new Commands(gateway, PATIENCE);
    }

    @Bean
    History history(EventStore log) {
        return new History(log);
    }

    // -- letters

    @Bean
    WhenNotificationRequestedThenDeliver whenNotificationRequestedThenDeliver(Errands errands, Clock clock) {
        return new WhenNotificationRequestedThenDeliver(errands, clock);
    }

    @Bean
    DeliverNotification deliverNotification(
            History history, Commands commands, ObjectProvider<Invitations> invitations, Clock clock) {
        Invitations nobody = _ -> new Deferred("no mail is set up");
        return new DeliverNotification(history, commands, invitations.getIfAvailable(() -> nobody), clock);
    }

    @Bean
    WhenSummaryWrittenThenSend whenSummaryWrittenThenSend(History history, Commands commands, Clock clock) {
        return new WhenSummaryWrittenThenSend(history, commands, clock);
    }
}
