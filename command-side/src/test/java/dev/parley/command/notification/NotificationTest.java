package dev.parley.command.notification;

import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.eve;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.theHouse;
import static dev.parley.api.notification.NotificationKind.REMINDER;
import static dev.parley.api.notification.NotificationRefusal.NOTIFICATION_UNKNOWN;
import static dev.parley.command.RefusedBecause.refused;

import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationCommand.RecordNotificationDeferred;
import dev.parley.api.notification.NotificationCommand.RecordNotificationFailed;
import dev.parley.api.notification.NotificationCommand.RecordNotificationSent;
import dev.parley.api.notification.NotificationCommand.RequestNotification;
import dev.parley.api.notification.NotificationEvent.NotificationDeferred;
import dev.parley.api.notification.NotificationEvent.NotificationFailed;
import dev.parley.api.notification.NotificationEvent.NotificationRequested;
import dev.parley.api.notification.NotificationEvent.NotificationSent;
import dev.parley.api.notification.NotificationId;
import dev.parley.api.template.WordedBy;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NotificationTest {
    private static final NotificationId reminder = NotificationId.of(discoveryCall, REMINDER, lena.email(), "PT1H");
    private static final NotificationRequested requested =
            new NotificationRequested(reminder, demo, discoveryCall, REMINDER, lena, "PT1H", 0);
    private static final WordedBy wording = new WordedBy(Language.DE, 2);
    private static final NotificationSent sent =
            new NotificationSent(reminder, discoveryCall, "<1@parley>", "250 OK", Optional.of(wording));
    private static final NotificationFailed failed = new NotificationFailed(reminder, discoveryCall, "no such box");

    private final FixtureConfiguration<Notification> notification = new AggregateTestFixture<>(Notification.class);

    @Test
    void is_requested() {
        notification
                .givenNoPriorActivity()
                .when(new RequestNotification(reminder, theHouse, now, discoveryCall, REMINDER, lena, "PT1H", 0))
                .expectEvents(requested)
                .expectResultMessagePayload(0L);
    }

    @Test
    void is_requested_once() {
        notification
                .given(requested)
                .when(new RequestNotification(reminder, theHouse, now, discoveryCall, REMINDER, lena, "PT1H", 3))
                .expectNoEvents()
                .expectResultMessagePayload(0L);
    }

    @Test
    void is_sent_once() {
        notification.given(requested).when(theServerTookIt()).expectEvents(sent);
        notification.given(requested, sent).when(theServerTookIt()).expectNoEvents();
    }

    @Test
    void is_sent_after_all_when_the_server_took_what_seemed_lost() {
        notification.given(requested, failed).when(theServerTookIt()).expectEvents(sent);
    }

    @Test
    void is_deferred_once_for_each_attempt() {
        notification.given(requested).when(deferred(1)).expectEvents(deferral(1));
        notification.given(requested, deferral(1)).when(deferred(1)).expectNoEvents();
        notification.given(requested, deferral(1)).when(deferred(2)).expectEvents(deferral(2));
    }

    @Test
    void is_not_deferred_any_more_when_its_fate_is_known() {
        notification.given(requested, sent).when(deferred(1)).expectNoEvents();
        notification.given(requested, failed).when(deferred(1)).expectNoEvents();
    }

    @Test
    void is_given_up_once() {
        notification.given(requested).when(givenUp()).expectEvents(failed);
        notification.given(requested, failed).when(givenUp()).expectNoEvents();
    }

    @Test
    void is_not_given_up_when_it_was_sent() {
        notification.given(requested, sent).when(givenUp()).expectNoEvents();
    }

    @Test
    void is_unknown_elsewhere() {
        notification
                .given(requested)
                .when(new RecordNotificationFailed(reminder, eve, now, "ha"))
                .expectException(refused(NOTIFICATION_UNKNOWN));
    }

    private static RecordNotificationSent theServerTookIt() {
        return new RecordNotificationSent(reminder, theHouse, now, "<1@parley>", "250 OK", wording);
    }

    private static RecordNotificationFailed givenUp() {
        return new RecordNotificationFailed(reminder, theHouse, now, "no such box");
    }

    private static RecordNotificationDeferred deferred(int attempt) {
        return new RecordNotificationDeferred(reminder, theHouse, now, attempt, "greylisted");
    }

    private static NotificationDeferred deferral(int attempt) {
        return new NotificationDeferred(reminder, discoveryCall, attempt, "greylisted");
    }
}
