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
import dev.parley.api.meeting.MeetingEvent.MeetingScheduled;
import dev.parley.api.meeting.MeetingEvent.SummaryWritten;
import dev.parley.api.meeting.MeetingSummary;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.notification.NotificationCommand.*;
import dev.parley.api.notification.NotificationEvent.*;
import dev.parley.api.notification.NotificationId;
import dev.parley.api.notification.NotificationKind;
import dev.parley.saga.DecidingSide;
import dev.parley.saga.Errands.Errand;
import dev.parley.saga.RecordedErrands;
import dev.parley.saga.TheLog;
import dev.parley.saga.notification.DeliverNotification.Delivery;
import dev.parley.saga.notification.DeliverNotification.NotNow;
import dev.parley.saga.notification.Invitations.Delivery.Deferred;
import dev.parley.saga.notification.Invitations.Delivery.Failed;
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
                        Optional.empty()));
        assertThat(decidingSide.asked())
                .containsExactly(new RecordNotificationSent(
                        request.notificationId(),
                        delivery,
                        now,
                        "<" + request.notificationId() + "@parley>",
                        "250 OK"));
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
        log.says(request, new NotificationSent(request.notificationId(), discoveryCall, "<1@parley>", "250 OK"));
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
    void sends_the_summary_to_those_who_came_and_to_a_host_whom_mail_reaches() throws Exception {
        var summary = new MeetingSummary("A good talk", List.of("One point"), List.of(), "offline-1");
        var call = aDiscoveryCall();
        var byMail = withHost("alice@parley.test");
        log.says(byMail, call.pinned(), call.started(), call.leadJoined(), call.ended())
                .says(new SummaryWritten(discoveryCall, summary));
        new WhenSummaryWrittenThenSend(log.history(), decidingSide.commands(), clock)
                .on(new SummaryWritten(discoveryCall, summary));
        assertThat(decidingSide.asked(RequestNotification.class))
                .extracting(request -> request.recipient().email(), request -> request.kind())
                .containsExactly(tuple("lena@acme.test", SUMMARY), tuple("alice@parley.test", SUMMARY));
        assertThat(decidingSide.asked(RequestNotification.class).getLast().recipient())
                .isEqualTo(new Invitee(
                        ParticipantId.ofUser(discoveryCall, "alice@parley.test"),
                        "Alice Seller",
                        "alice@parley.test",
                        Invitee.Role.HOST));
        carryOut(requested(SUMMARY, lena, 0));
        assertThat(invitations.letters()).extracting(Letter::summary).containsExactly(Optional.of(summary));
    }

    @Test
    void sends_the_host_no_summary_where_no_mail_reaches_them() {
        var summary = new MeetingSummary("A good talk", List.of("One point"), List.of(), "offline-1");
        log.says(aDiscoveryCall()
                .then(aDiscoveryCall().leadJoined(), aDiscoveryCall().ended()));
        new WhenSummaryWrittenThenSend(log.history(), decidingSide.commands(), clock)
                .on(new SummaryWritten(discoveryCall, summary));
        assertThat(decidingSide.asked(RequestNotification.class))
                .extracting(RequestNotification::recipient)
                .containsExactly(lena);
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

    private static MeetingScheduled withHost(String hostId) {
        var it = aDiscoveryCall().scheduled();
        return new MeetingScheduled(
                it.meetingId(),
                it.tenant(),
                hostId,
                it.hostName(),
                it.title(),
                it.meetingType(),
                it.leadId(),
                it.roomId(),
                it.time(),
                it.start(),
                it.tzdb(),
                it.invitees(),
                it.interviewer(),
                it.reminders());
    }
}
