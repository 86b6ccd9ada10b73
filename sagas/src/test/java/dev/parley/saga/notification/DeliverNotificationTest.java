package dev.parley.saga.notification;

import static dev.parley.api.Samples.*;
import static dev.parley.api.notification.NotificationKind.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.api.Actor;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingEvent.InviteeAdded;
import dev.parley.api.meeting.MeetingEvent.MeetingRescheduled;
import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationCommand.*;
import dev.parley.api.notification.NotificationEvent.*;
import dev.parley.api.notification.NotificationId;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.preference.PreferenceEvent.PreferencesChanged;
import dev.parley.api.preference.PreferencesId;
import dev.parley.api.template.TemplateEvent.TemplatePublished;
import dev.parley.api.template.TemplateEvent.TemplateRestored;
import dev.parley.api.template.TemplateId;
import dev.parley.api.template.WordedBy;
import dev.parley.api.template.Wording;
import dev.parley.saga.DecidingSide;
import dev.parley.saga.Errands.Errand;
import dev.parley.saga.RecordedErrands;
import dev.parley.saga.TheLog;
import dev.parley.saga.notification.DeliverNotification.Delivery;
import dev.parley.saga.notification.DeliverNotification.NotNow;
import dev.parley.saga.notification.Invitations.Delivery.Deferred;
import dev.parley.saga.notification.Invitations.Delivery.Failed;
import dev.parley.saga.notification.Invitations.Delivery.Unconfirmed;
import dev.parley.saga.notification.Invitations.Letter;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeliverNotificationTest {
    private static final Actor delivery = Actor.system(demo, "delivery");

    private final TheLog log = new TheLog(() -> now);
    private final DecidingSide decidingSide = new DecidingSide();
    private final RecordedInvitations invitations = new RecordedInvitations();
    private final Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    private final DeliverNotification deliver =
            new DeliverNotification(log.history(), decidingSide.commands(), invitations, clock);

    @Test
    void every_request_becomes_one_errand() {
        var errands = new RecordedErrands();
        var request = requested(INVITATION, lena, 0);
        new WhenNotificationRequestedThenDeliver(errands, clock).on(request);
        assertThat(errands.sent())
                .containsExactly(new Errand(
                        "notification.deliver",
                        request.notificationId().toString(),
                        now,
                        new Delivery(request.notificationId(), discoveryCall)));
    }

    @Test
    void writes_the_letter_from_the_log_and_records_that_it_was_sent() throws Exception {
        log.says(aDiscoveryCall().soFar());
        var request = requested(INVITATION, lena, 0);
        carryOut(request);
        assertThat(invitations.letters())
                .containsExactly(new Letter(
                        request.notificationId(),
                        demo,
                        INVITATION,
                        lena,
                        List.of(gus),
                        discoveryCall,
                        "Discovery call",
                        "Alice Seller",
                        nextTuesday9amBerlin(),
                        0,
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Style.shipped(Language.EN)));
        assertThat(decidingSide.asked())
                .containsExactly(new RecordNotificationSent(
                        request.notificationId(),
                        delivery,
                        now,
                        "<" + request.notificationId() + "@parley>",
                        "250 OK",
                        WordedBy.shipped(Language.EN)));
    }

    @Test
    void speaks_of_the_meeting_as_it_was_when_the_letter_was_asked_for() throws Exception {
        log.says(aDiscoveryCall().soFar()).says(moved("2026-12-02T09:00", 1), moved("2026-12-03T09:00", 2));
        log.says(new InviteeAdded(discoveryCall, invitee("Nina", "nina@acme.test", Invitee.Role.GUEST)));
        carryOut(requested(UPDATE, lena, 1));
        assertThat(invitations.letters())
                .extracting(Letter::time, Letter::sequence, Letter::others)
                .containsExactly(tuple(berlin("2026-12-02T09:00"), 1, List.of(gus)));
    }

    @Test
    void says_why_a_meeting_is_off() throws Exception {
        log.says(aDiscoveryCall().then(aDiscoveryCall().cancelled()));
        carryOut(requested(CANCELLATION, lena, 1));
        assertThat(invitations.letters()).extracting(Letter::reason).containsExactly("Alice is ill");
    }

    @Test
    void sends_nothing_twice_when_the_log_is_replayed() throws Exception {
        log.says(aDiscoveryCall().soFar());
        var request = requested(INVITATION, lena, 0);
        log.says(
                request,
                new NotificationSent(
                        request.notificationId(), discoveryCall, "<1@parley>", "250 OK", Optional.empty()));
        deliver.carryOut(new Delivery(request.notificationId(), discoveryCall));
        assertThat(invitations.letters()).isEmpty();
        assertThat(decidingSide.asked()).isEmpty();
    }

    @Test
    void records_each_putting_off_and_asks_to_be_tried_again() {
        log.says(aDiscoveryCall().soFar());
        invitations.answering(new Deferred("421 busy"));
        var request = requested(INVITATION, lena, 0);
        log.says(request, new NotificationDeferred(request.notificationId(), discoveryCall, 1, "421 busy"));
        assertThatThrownBy(() -> deliver.carryOut(new Delivery(request.notificationId(), discoveryCall)))
                .isInstanceOf(NotNow.class);
        assertThat(decidingSide.asked())
                .containsExactly(
                        new RecordNotificationDeferred(request.notificationId(), delivery, now, 2, "421 busy"));
    }

    @Test
    void does_not_try_again_what_the_world_refused_for_good() throws Exception {
        log.says(aDiscoveryCall().soFar());
        invitations.answering(new Failed("550 no such user"));
        var request = requested(INVITATION, lena, 0);
        carryOut(request);
        assertThat(decidingSide.asked())
                .containsExactly(
                        new RecordNotificationFailed(request.notificationId(), delivery, now, "550 no such user"));
    }

    @Test
    void repeats_an_invitation_once_when_nobody_knows_whether_it_arrived() throws Exception {
        log.says(aDiscoveryCall().soFar());
        invitations.answering(new Unconfirmed("no answer"));
        var request = requested(INVITATION, lena, 0);
        var errand = new Delivery(request.notificationId(), discoveryCall);
        log.says(request);
        assertThatThrownBy(() -> deliver.carryOut(errand)).isInstanceOf(NotNow.class);
        log.says(new NotificationUnconfirmed(request.notificationId(), discoveryCall, 1, "no answer"));
        deliver.carryOut(errand);
        log.says(new NotificationUnconfirmed(request.notificationId(), discoveryCall, 2, "no answer"));
        deliver.carryOut(errand);
        assertThat(invitations.letters()).hasSize(2);
        assertThat(decidingSide.asked())
                .containsExactly(
                        new RecordNotificationUnconfirmed(request.notificationId(), delivery, now, 1, "no answer"),
                        new RecordNotificationUnconfirmed(request.notificationId(), delivery, now, 2, "no answer"));
    }

    @Test
    void does_not_repeat_a_reminder_that_may_have_arrived() throws Exception {
        log.says(aDiscoveryCall().soFar());
        invitations.answering(new Unconfirmed("no answer"));
        var request = requested(REMINDER, lena, 0);
        carryOut(request);
        log.says(new NotificationUnconfirmed(request.notificationId(), discoveryCall, 1, "no answer"));
        deliver.carryOut(new Delivery(request.notificationId(), discoveryCall));
        assertThat(invitations.letters()).hasSize(1);
    }

    @Test
    void does_not_call_failed_what_may_have_arrived() throws Exception {
        log.says(aDiscoveryCall().soFar());
        invitations.answering(new Failed("550 no such user"));
        var request = requested(INVITATION, lena, 0);
        log.says(request, new NotificationUnconfirmed(request.notificationId(), discoveryCall, 1, "no answer"));
        deliver.carryOut(new Delivery(request.notificationId(), discoveryCall));
        assertThat(decidingSide.asked(RecordNotificationFailed.class)).isEmpty();
        assertThat(decidingSide.asked(RecordNotificationUnconfirmed.class)).hasSize(1);
    }

    @Test
    void goes_out_once_more_under_an_errand_of_its_own_when_people_want_it() throws Exception {
        log.says(aDiscoveryCall().soFar());
        var request = requested(INVITATION, lena, 0);
        var again = new NotificationReopened(request.notificationId(), discoveryCall, 2);
        log.says(request, new NotificationBounced(request.notificationId(), discoveryCall, "5.1.1", "no"), again);
        var errands = new RecordedErrands();
        new WhenNotificationRequestedThenDeliver(errands, clock).on(again);
        assertThat(errands.sent()).extracting(Errand::key).containsExactly(request.notificationId() + "#2");
        deliver.carryOut(new Delivery(request.notificationId(), discoveryCall));
        assertThat(invitations.letters()).hasSize(1);
    }

    @Test
    void shows_people_that_it_was_given_up() {
        log.says(aDiscoveryCall().soFar());
        var request = requested(INVITATION, lena, 0);
        log.says(request);
        deliver.giveUp(new Delivery(request.notificationId(), discoveryCall), new NotNow("421 busy"));
        assertThat(decidingSide.asked())
                .containsExactly(
                        new RecordNotificationFailed(request.notificationId(), delivery, now, "Given up: 421 busy"));
    }

    @Test
    void does_not_remind_of_a_meeting_that_is_off_or_has_started_or_has_moved() throws Exception {
        log.says(aDiscoveryCall().soFar()).says(moved("2026-12-02T09:00", 1));
        carryOut(requested(REMINDER, lena, 0));
        log.says(aDiscoveryCall().started());
        carryOut(requested(REMINDER, gus, 1));
        log.says(aDiscoveryCall().ended());
        carryOut(requested(REMINDER, invitee("Nina", "nina@acme.test", Invitee.Role.GUEST), 1));
        assertThat(invitations.letters()).isEmpty();
        assertThat(decidingSide.asked(RecordNotificationFailed.class))
                .extracting(RecordNotificationFailed::reason)
                .containsExactly(
                        "Not sent: the meeting has moved.",
                        "Not sent: the meeting has started.",
                        "Not sent: the meeting is off.");
    }

    @Test
    void does_not_remind_after_the_start_even_if_nobody_started_the_meeting() throws Exception {
        var late = Clock.fixed(nextTuesday9amBerlin().start(), ZoneOffset.UTC);
        log.says(aDiscoveryCall().soFar());
        var request = requested(REMINDER, lena, 0);
        log.says(request);
        new DeliverNotification(log.history(), decidingSide.commands(), invitations, late)
                .carryOut(new Delivery(request.notificationId(), discoveryCall));
        assertThat(invitations.letters()).isEmpty();
    }

    @Test
    void does_not_invite_to_what_was_called_off_while_the_letter_was_waiting() throws Exception {
        log.says(aDiscoveryCall().then(aDiscoveryCall().cancelled()));
        var request = requested(INVITATION, lena, 0);
        log.says(request, new NotificationDeferred(request.notificationId(), discoveryCall, 1, "421 busy"));
        deliver.carryOut(new Delivery(request.notificationId(), discoveryCall));
        assertThat(invitations.letters()).isEmpty();
        assertThat(decidingSide.asked(RecordNotificationFailed.class)).hasSize(1);
    }

    @Test
    void still_invites_to_what_is_called_off_at_once_so_that_the_cancellation_makes_sense() throws Exception {
        log.says(aDiscoveryCall().then(aDiscoveryCall().cancelled()));
        carryOut(requested(INVITATION, lena, 0));
        assertThat(invitations.letters()).extracting(Letter::kind).containsExactly(INVITATION);
    }

    @Test
    void writes_in_the_language_and_the_words_that_are_in_force_and_says_which() throws Exception {
        var wording = new Wording("Hallo", "{{way}}", "{{>join}}");
        var german = TemplateId.of(demo, INVITATION, Language.DE);
        log.says(aDiscoveryCall().soFar()).says(speaksGerman(lena));
        log.says(new TemplatePublished(german, demo, INVITATION, Language.DE, 1, wording));
        carryOut(requested(INVITATION, lena, 0));
        log.says(new TemplateRestored(german, INVITATION, Language.DE, 2));
        carryOut(requested(INVITATION, lena, 1));
        carryOut(requested(INVITATION, gus, 0));
        assertThat(invitations.letters())
                .extracting(Letter::style)
                .containsExactly(
                        new Style(new WordedBy(Language.DE, 1), Optional.of(wording)),
                        Style.shipped(Language.DE),
                        Style.shipped(Language.EN));
        assertThat(decidingSide.asked(RecordNotificationSent.class))
                .extracting(RecordNotificationSent::wordedBy)
                .startsWith(new WordedBy(Language.DE, 1), WordedBy.shipped(Language.DE));
    }

    @Test
    void does_not_send_what_the_recipient_has_declined_meanwhile_but_what_they_need_to_know() throws Exception {
        log.says(aDiscoveryCall().soFar());
        log.says(new PreferencesChanged(
                PreferencesId.of(demo, "LENA@acme.test"),
                demo,
                Optional.empty(),
                List.of(INVITATION, REMINDER, SUMMARY, NO_SHOW)));
        carryOut(requested(INVITATION, lena, 0));
        carryOut(requested(REMINDER, lena, 0));
        carryOut(requested(NO_SHOW, lena, 0));
        carryOut(requested(REMINDER, gus, 0));
        assertThat(invitations.letters())
                .extracting(Letter::kind, Letter::recipient)
                .containsExactly(tuple(INVITATION, lena), tuple(REMINDER, gus));
        assertThat(decidingSide.asked(RecordNotificationFailed.class))
                .extracting(RecordNotificationFailed::reason)
                .containsOnly("Not sent: the recipient does not want such letters.");
    }

    private static PreferencesChanged speaksGerman(Invitee person) {
        return new PreferencesChanged(
                PreferencesId.of(demo, person.email()), demo, Optional.of(Language.DE), List.of());
    }

    private void carryOut(NotificationRequested request) throws Exception {
        log.says(request);
        deliver.carryOut(new Delivery(request.notificationId(), discoveryCall));
    }

    private static NotificationRequested requested(NotificationKind kind, Invitee recipient, int sequence) {
        var id = NotificationId.of(discoveryCall, kind, recipient.email(), "seq-" + sequence);
        return new NotificationRequested(id, demo, discoveryCall, kind, recipient, "seq-" + sequence, sequence);
    }

    private static MeetingRescheduled moved(String localStart, int sequence) {
        var time = berlin(localStart);
        return new MeetingRescheduled(discoveryCall, time, time.start(), "2026a", sequence);
    }
}
