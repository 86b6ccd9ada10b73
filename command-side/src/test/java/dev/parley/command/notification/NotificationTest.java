package dev.parley.command.notification;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.eve;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.theHouse;
import static dev.parley.api.notification.NotificationKind.REMINDER;
import static dev.parley.api.notification.NotificationRefusal.NOTIFICATION_UNKNOWN;
import static dev.parley.api.notification.NotificationRefusal.STILL_ON_ITS_WAY;
import static dev.parley.command.RefusedBecause.refused;

import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationCommand.*;
import dev.parley.api.notification.NotificationEvent.*;
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

    private static final NotificationBounced bounced =
            new NotificationBounced(reminder, discoveryCall, "5.1.1", "no such box");
    private static final NotificationReopened reopened = new NotificationReopened(reminder, discoveryCall, 2);

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

    @Test
    void stays_in_doubt_once_for_each_attempt_until_its_fate_is_known() {
        notification.given(requested).when(leftInDoubt(1)).expectEvents(doubt(1));
        notification.given(requested, doubt(1)).when(leftInDoubt(1)).expectNoEvents();
        notification.given(requested, doubt(1)).when(theServerTookIt()).expectEvents(sent);
        notification.given(requested, sent).when(leftInDoubt(2)).expectNoEvents();
    }

    @Test
    void comes_back_once_however_often_that_is_told() {
        notification.given(requested, sent).when(cameBack()).expectEvents(bounced);
        notification.given(requested, sent, bounced).when(cameBack()).expectNoEvents();
        notification.given(requested, doubt(1)).when(cameBack()).expectEvents(bounced);
    }

    @Test
    void is_complained_about_once() {
        var complain = new RecordNotificationComplained(reminder, theHouse, now, "abuse");
        var complained = new NotificationComplained(reminder, discoveryCall, "abuse");
        notification.given(requested, sent).when(complain).expectEvents(complained);
        notification.given(requested, sent, complained).when(complain).expectNoEvents();
    }

    @Test
    void is_sent_once_more_only_when_nobody_is_at_it() {
        notification.given(requested).when(onceMore()).expectException(refused(STILL_ON_ITS_WAY));
        notification.given(requested, deferral(1)).when(onceMore()).expectException(refused(STILL_ON_ITS_WAY));
        notification.given(requested, sent).when(onceMore()).expectEvents(reopened);
        notification.given(requested, failed).when(onceMore()).expectEvents(reopened);
        notification.given(requested, doubt(1)).when(onceMore()).expectEvents(reopened);
        notification.given(requested, sent, reopened).when(onceMore()).expectException(refused(STILL_ON_ITS_WAY));
    }

    @Test
    void begins_anew_when_it_is_sent_once_more() {
        notification
                .given(requested, deferral(1), sent, bounced, reopened)
                .when(deferred(1))
                .expectEvents(deferral(1));
        notification.given(requested, sent, reopened).when(theServerTookIt()).expectEvents(sent);
    }

    private static ResendNotification onceMore() {
        return new ResendNotification(reminder, alice, now);
    }

    private static RecordNotificationBounced cameBack() {
        return new RecordNotificationBounced(reminder, theHouse, now, "5.1.1", "no such box");
    }

    private static RecordNotificationUnconfirmed leftInDoubt(int attempt) {
        return new RecordNotificationUnconfirmed(reminder, theHouse, now, attempt, "no answer");
    }

    private static NotificationUnconfirmed doubt(int attempt) {
        return new NotificationUnconfirmed(reminder, discoveryCall, attempt, "no answer");
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
