package dev.parley.saga.notification;

import static dev.parley.api.Samples.*;
import static dev.parley.api.notification.NotificationKind.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Event;
import dev.parley.api.lead.LeadEvent.InsightRecorded;
import dev.parley.api.lead.LeadEvent.LeadScored;
import dev.parley.api.lead.Score;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingEvent.MeetingScheduled;
import dev.parley.api.meeting.MeetingEvent.ParticipantJoined;
import dev.parley.api.meeting.MeetingEvent.ParticipantLeft;
import dev.parley.api.meeting.MeetingEvent.SummaryApproved;
import dev.parley.api.meeting.MeetingEvent.SummaryWritten;
import dev.parley.api.meeting.MeetingSummary;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.notification.NotificationCommand.RequestNotification;
import dev.parley.api.notification.NotificationEvent.NotificationRequested;
import dev.parley.api.preference.PreferenceEvent.MailPolicyChanged;
import dev.parley.api.preference.PreferenceEvent.PreferencesChanged;
import dev.parley.api.preference.PreferencesId;
import dev.parley.saga.DecidingSide;
import dev.parley.saga.TheLog;
import dev.parley.saga.notification.DeliverNotification.Delivery;
import dev.parley.saga.notification.Invitations.Letter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The call runs for half an hour from nine; what is written about it goes to those who were there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SummaryMailTest {
    private static final Instant nine = nextTuesday9amBerlin().start();
    private static final MeetingSummary summary =
            new MeetingSummary("A good talk", List.of("One point"), List.of(), "offline-1");
    private static final SummaryWritten written = new SummaryWritten(discoveryCall, summary);
    private static final String host = "alice@parley.test";

    private Instant time = nine;
    private final TheLog log = new TheLog(() -> time);
    private final DecidingSide decidingSide = new DecidingSide();
    private final RecordedInvitations invitations = new RecordedInvitations();
    private final Clock clock = Clock.fixed(nine, ZoneOffset.UTC);

    @Test
    void goes_to_those_who_came_and_to_a_host_whom_mail_reaches() {
        ourCall();
        after(0, joined(lena));
        ends();
        assertThat(recipients()).containsExactly("lena@acme.test", host);
        assertThat(decidingSide.asked(RequestNotification.class).getLast().recipient())
                .isEqualTo(new Invitee(
                        ParticipantId.ofUser(discoveryCall, host), "Alice Seller", host, Invitee.Role.HOST));
    }

    @Test
    void goes_to_no_host_whom_mail_does_not_reach() {
        log.says(aDiscoveryCall().soFar());
        after(0, joined(lena));
        ends();
        assertThat(recipients()).containsExactly("lena@acme.test");
    }

    @Test
    void does_not_go_to_those_who_left_early_but_to_those_who_left_after_the_goodbye_or_came_back() {
        ourCall();
        after(0, joined(lena), joined(gus));
        after(20, left(lena), left(gus));
        after(21, joined(gus));
        after(27, left(gus));
        ends();
        assertThat(recipients()).containsExactly("gus@acme.test", host);
    }

    @Test
    void does_not_go_to_whoever_declined_it() {
        ourCall();
        log.says(
                new PreferencesChanged(PreferencesId.of(demo, lena.email()), demo, Optional.empty(), List.of(SUMMARY)));
        after(0, joined(lena));
        ends();
        assertThat(recipients()).containsExactly(host);
    }

    @Test
    void waits_for_the_host_where_the_organisation_wants_that() {
        ourCall();
        after(0, joined(lena));
        log.says(new MailPolicyChanged(PreferencesId.ofOrganisation(demo), demo, true));
        ends();
        assertThat(recipients()).isEmpty();
        send().on(new SummaryApproved(discoveryCall));
        assertThat(recipients()).containsExactly("lena@acme.test", host);
    }

    @Test
    void is_one_letter_to_each_whether_it_is_written_or_approved() {
        ourCall();
        after(0, joined(lena));
        ends();
        send().on(new SummaryApproved(discoveryCall));
        var asked = decidingSide.asked(RequestNotification.class).stream()
                .map(RequestNotification::notificationId)
                .toList();
        assertThat(asked).hasSize(4);
        assertThat(Set.copyOf(asked)).hasSize(2);
    }

    @Test
    void tells_the_host_what_we_make_of_it_and_nobody_else() throws Exception {
        ourCall();
        var score = new Score(72, 60, Score.Band.HOT, "bant-1", List.of());
        log.says(new LeadScored(lenasLead, discoveryCall, score))
                .says(new InsightRecorded(lenasLead, discoveryCall, "budget", "Forty thousand are there", List.of()));
        after(0, joined(lena));
        ends();
        for (var request : decidingSide.asked(RequestNotification.class)) deliver(request);
        assertThat(invitations.letters())
                .extracting(Letter::assessment)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(new Assessment(Optional.of(score), List.of("Forty thousand are there"))));
        assertThat(invitations.letters()).extracting(Letter::summary).containsOnly(Optional.of(summary));
        assertThat(invitations.letters().getFirst().toString()).doesNotContain("HOT", "72", "Forty");
    }

    private void deliver(RequestNotification it) throws Exception {
        log.says(new NotificationRequested(
                it.notificationId(), demo, discoveryCall, SUMMARY, it.recipient(), it.occasion(), it.sequence()));
        new DeliverNotification(log.history(), decidingSide.commands(), invitations, clock)
                .carryOut(new Delivery(it.notificationId(), discoveryCall));
    }

    private void ourCall() {
        log.says(withHost(host), aDiscoveryCall().pinned(), aDiscoveryCall().started());
    }

    private void after(int minutes, Event... events) {
        time = nine.plus(Duration.ofMinutes(minutes));
        log.says(events);
    }

    private void ends() {
        after(30, aDiscoveryCall().ended());
        log.says(written);
        send().on(written);
    }

    private WhenSummaryWrittenThenSend send() {
        var settings = new SummaryMailSettings(Duration.ofMinutes(5));
        return new WhenSummaryWrittenThenSend(log.history(), decidingSide.commands(), settings, clock);
    }

    private List<String> recipients() {
        return decidingSide.asked(RequestNotification.class).stream()
                .map(request -> request.recipient().email())
                .toList();
    }

    private static ParticipantJoined joined(Invitee person) {
        return new ParticipantJoined(
                discoveryCall, new Participant(person.participantId(), person.name(), person.role()));
    }

    private static ParticipantLeft left(Invitee person) {
        return new ParticipantLeft(discoveryCall, person.participantId(), "closed");
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
