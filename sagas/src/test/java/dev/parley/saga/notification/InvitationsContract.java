package dev.parley.saga.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Ids;
import dev.parley.api.TenantId;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.Invitee.Role;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingSummary;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationId;
import dev.parley.api.notification.NotificationKind;
import dev.parley.saga.notification.Invitations.Delivery.Deferred;
import dev.parley.saga.notification.Invitations.Delivery.Failed;
import dev.parley.saga.notification.Invitations.Delivery.Sent;
import dev.parley.saga.notification.Invitations.Letter;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What everything that brings letters must do: the process decides by the answer whether to try again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class InvitationsContract {

    /** The way to a server that takes every letter. */
    protected abstract Invitations reachable();

    /** The way to a server that refuses the recipient for good (5xx). */
    protected abstract Invitations refusing();

    /** The way to a server that is busy (4xx) or not there at all. */
    protected abstract Invitations unavailable();

    @ParameterizedTest
    @EnumSource(NotificationKind.class)
    void says_under_which_name_a_letter_went_out_and_what_the_server_said(NotificationKind kind) {
        assertThat(reachable().deliver(aLetter(kind))).isInstanceOfSatisfying(Sent.class, sent -> {
            assertThat(sent.messageId()).isNotBlank();
            assertThat(sent.reply()).isNotBlank();
        });
    }

    @Test
    void gives_the_same_letter_the_same_name_so_that_mail_systems_can_tell_a_repetition() {
        var letter = aLetter(NotificationKind.INVITATION);
        assertThat(((Sent) reachable().deliver(letter)).messageId())
                .isEqualTo(((Sent) reachable().deliver(letter)).messageId());
    }

    @Test
    void gives_different_letters_different_names() {
        assertThat(((Sent) reachable().deliver(aLetter(NotificationKind.INVITATION))).messageId())
                .isNotEqualTo(((Sent) reachable().deliver(aLetter(NotificationKind.REMINDER))).messageId());
    }

    @Test
    void says_that_trying_again_is_useless_when_the_recipient_is_refused() {
        assertThat(refusing().deliver(aLetter(NotificationKind.INVITATION)))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).isNotBlank());
    }

    @Test
    void says_that_it_is_worth_trying_again_when_the_server_is_away() {
        assertThat(unavailable().deliver(aLetter(NotificationKind.INVITATION)))
                .isInstanceOfSatisfying(
                        Deferred.class,
                        deferred -> assertThat(deferred.reason()).isNotBlank());
    }

    /** A letter to Erin about a call in Berlin; the kind alone tells letters apart. */
    protected static Letter aLetter(NotificationKind kind) {
        var meeting = new MeetingId(Ids.named("meeting"));
        var erin = new Invitee(new ParticipantId(Ids.named("erin")), "Erin Eager", "erin@eager.test", Role.LEAD);
        var guest = new Invitee(new ParticipantId(Ids.named("gus")), "Gus Guest", "gus@eager.test", Role.GUEST);
        var time = new MeetingTime(
                LocalDateTime.parse("2030-03-04T09:00"),
                ZoneId.of("Europe/Berlin"),
                Duration.ofMinutes(30),
                Optional.empty());
        return new Letter(
                NotificationId.of(meeting, kind, erin.email(), "seq-0"),
                new TenantId(Ids.named("tenant")),
                kind,
                erin,
                List.of(guest),
                meeting,
                "Discovery call",
                "Sally Sales",
                time,
                kind == NotificationKind.CANCELLATION ? 1 : 0,
                kind == NotificationKind.CANCELLATION ? "Sally is ill" : "",
                kind == NotificationKind.SUMMARY
                        ? Optional.of(new MeetingSummary(
                                "Twelve people lose six hours a week", List.of("12 people"), List.of(), "test"))
                        : Optional.empty(),
                Optional.empty(),
                Style.shipped(Language.EN));
    }
}
