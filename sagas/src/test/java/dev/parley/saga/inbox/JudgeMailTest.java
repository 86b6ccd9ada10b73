package dev.parley.saga.inbox;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.berlin;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.gus;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.api.Actor;
import dev.parley.api.OneOfEach;
import dev.parley.api.meeting.MeetingEvent.InviteeRemoved;
import dev.parley.api.meeting.MeetingEvent.MeetingScheduled;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingRefusal;
import dev.parley.api.meeting.ProposedTime;
import dev.parley.api.meeting.ReplyCommand.RecordProposal;
import dev.parley.api.meeting.ReplyCommand.RecordResponse;
import dev.parley.api.meeting.Response;
import dev.parley.api.notification.DeclinedProposal;
import dev.parley.api.notification.InboundQuery.Verdict;
import dev.parley.api.notification.NotificationCommand.RecordNotificationBounced;
import dev.parley.api.notification.NotificationCommand.RecordNotificationComplained;
import dev.parley.api.notification.NotificationEvent.NotificationRequested;
import dev.parley.api.notification.NotificationId;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.series.Occurrence;
import dev.parley.api.series.SeriesCommand.PlannedMeeting;
import dev.parley.api.series.SeriesEvent.SeriesPlanned;
import dev.parley.api.series.SeriesId;
import dev.parley.saga.DecidingSide;
import dev.parley.saga.TheLog;
import dev.parley.saga.inbox.IncomingMail.Bounce;
import dev.parley.saga.inbox.IncomingMail.Complaint;
import dev.parley.saga.inbox.IncomingMail.Content;
import dev.parley.saga.inbox.IncomingMail.Counter;
import dev.parley.saga.inbox.IncomingMail.Reply;
import dev.parley.saga.inbox.IncomingMail.Unreadable;
import dev.parley.saga.inbox.IncomingMail.Unrelated;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which claims of strangers become facts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class JudgeMailTest {
    private static final Actor inbox = Actor.system(demo, "inbox");
    private static final String uid = discoveryCall + "@parley.test";
    private static final NotificationId invitation =
            NotificationId.of(discoveryCall, NotificationKind.INVITATION, lena.email(), "seq-0");

    private final TheLog log = new TheLog(() -> now).says(aDiscoveryCall().soFar());
    private final DecidingSide decidingSide = new DecidingSide();
    private final JudgeMail inboxJudge =
            new JudgeMail(log.history(), decidingSide.commands(), Clock.fixed(now, ZoneOffset.UTC));

    @Test
    void takes_an_invitees_answer() {
        var judgement = from(lena.email(), accepted(uid, lena.email(), now.minusSeconds(60)));
        assertThat(judgement)
                .isEqualTo(new Judgement(Verdict.ACCEPTED, "", Optional.of(demo), Optional.of(discoveryCall)));
        assertThat(decidingSide.asked())
                .containsExactly(new RecordResponse(
                        discoveryCall,
                        inbox,
                        now,
                        lena.participantId(),
                        Response.ACCEPTED,
                        0,
                        now.minusSeconds(60),
                        "Looking forward"));
    }

    @Test
    void knows_a_person_however_the_address_is_written() {
        assertThat(from("LENA@ACME.TEST", accepted(uid, "Lena@Acme.test", now)).verdict())
                .isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void quarantines_an_answer_that_somebody_else_gives_in_an_invitees_name() {
        var judgement = from(gus.email(), accepted(uid, lena.email(), now));
        assertThat(judgement)
                .isEqualTo(new Judgement(
                        Verdict.QUARANTINED,
                        "SENDER_IS_NOT_THE_ATTENDEE",
                        Optional.of(demo),
                        Optional.of(discoveryCall)));
        assertThat(decidingSide.asked()).isEmpty();
    }

    @Test
    void quarantines_an_answer_whose_sender_is_known_to_be_forged() {
        var judgement = inboxJudge.judge(new IncomingMail(lena.email(), true, accepted(uid, lena.email(), now)));
        assertThat(judgement.verdict()).isEqualTo(Verdict.QUARANTINED);
        assertThat(judgement.reason()).isEqualTo("SENDER_IS_FORGED");
        assertThat(decidingSide.asked()).isEmpty();
    }

    @Test
    void quarantines_an_answer_of_somebody_who_is_not_invited_or_no_more() {
        log.says(new InviteeRemoved(discoveryCall, gus.participantId(), 1));
        assertThat(from(gus.email(), accepted(uid, gus.email(), now)).reason()).isEqualTo("INVITEE_UNKNOWN");
        assertThat(from("eve@evil.test", accepted(uid, "eve@evil.test", now)).verdict())
                .isEqualTo(Verdict.QUARANTINED);
        assertThat(decidingSide.asked()).isEmpty();
    }

    @Test
    void says_why_the_meeting_does_not_care() {
        decidingSide.refuse(RecordResponse.class, MeetingRefusal.RESPONSE_IS_OLD);
        var judgement = from(lena.email(), accepted(uid, lena.email(), now));
        assertThat(judgement.verdict()).isEqualTo(Verdict.IGNORED);
        assertThat(judgement.reason()).isEqualTo("RESPONSE_IS_OLD");
    }

    @Test
    void does_not_let_a_clock_that_runs_ahead_silence_later_answers() {
        from(lena.email(), accepted(uid, lena.email(), now.plus(Duration.ofDays(900))));
        assertThat(decidingSide.asked(RecordResponse.class))
                .extracting(RecordResponse::stamp)
                .containsExactly(now);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "no-id@parley.test", "00000000-0000-0000-0000-000000000000@parley.test", "%s' --"})
    void ignores_answers_to_meetings_that_never_were(String other) {
        var judgement = from(lena.email(), accepted(other, lena.email(), now));
        assertThat(judgement)
                .isEqualTo(new Judgement(Verdict.IGNORED, "MEETING_UNKNOWN", Optional.empty(), Optional.empty()));
    }

    @Test
    void takes_a_proposal_of_another_time() {
        var start = Instant.parse("2026-12-02T08:00:00Z");
        var end = start.plusSeconds(1_800);
        from(lena.email(), new Counter(uid, Optional.empty(), lena.email(), start, end, 0, now, "A day later?"));
        assertThat(decidingSide.asked())
                .containsExactly(new RecordProposal(
                        discoveryCall,
                        inbox,
                        now,
                        lena.participantId(),
                        new ProposedTime(start, end, 0, now, "A day later?")));
    }

    @Nested
    class To_a_series {
        private static final SeriesId weekly = SeriesId.beginningWith(discoveryCall);
        private static final ZoneId zone = ZoneId.of("Europe/Berlin");
        private static final PlannedMeeting first = planned(discoveryCall, 1, "2026-12-01T09:00");
        private static final PlannedMeeting second = planned(new MeetingId(uuid("second")), 2, "2026-12-08T09:00");

        To_a_series() {
            log.says(OneOfEach.events().stream()
                    .filter(SeriesPlanned.class::isInstance)
                    .map(SeriesPlanned.class::cast)
                    .map(one -> new SeriesPlanned(weekly, demo, one.plan(), List.of(first, second)))
                    .findFirst()
                    .orElseThrow());
            log.says(of(second.meetingId(), aDiscoveryCall().scheduled()));
        }

        @Test
        void an_answer_counts_for_all_its_meetings() {
            assertThat(from(lena.email(), accepted(Optional.empty())).verdict()).isEqualTo(Verdict.ACCEPTED);
            assertThat(decidingSide.asked(RecordResponse.class))
                    .extracting(RecordResponse::meetingId)
                    .containsExactly(first.meetingId(), second.meetingId());
        }

        @Test
        void an_answer_may_single_one_out() {
            from(lena.email(), accepted(Optional.of(Instant.parse("2026-12-08T08:00:00Z"))));
            assertThat(decidingSide.asked(RecordResponse.class))
                    .extracting(RecordResponse::meetingId)
                    .containsExactly(second.meetingId());
        }

        @Test
        void an_answer_about_a_day_that_it_never_had_is_ignored() {
            assertThat(from(lena.email(), accepted(Optional.of(now))).reason()).isEqualTo("MEETING_UNKNOWN");
        }

        @Test
        void one_other_time_for_all_its_meetings_is_none() {
            var counter = new Counter(
                    weekly + "@parley.test", Optional.empty(), lena.email(), now, now.plusSeconds(60), 0, now, "");
            assertThat(from(lena.email(), counter))
                    .isEqualTo(new Judgement(
                            Verdict.DECLINED, "NOT_ONE_MEETING", Optional.of(demo), Optional.of(first.meetingId())));
            assertThat(decidingSide.asked())
                    .containsExactly(DeclinedProposal.toSeries(first.meetingId(), 0, now, lena, inbox, now));
        }

        @Test
        void somebody_elses_other_time_is_not_even_declined() {
            var counter = new Counter(
                    weekly + "@parley.test", Optional.empty(), lena.email(), now, now.plusSeconds(60), 0, now, "");
            assertThat(from(gus.email(), counter).verdict()).isEqualTo(Verdict.QUARANTINED);
            assertThat(decidingSide.asked()).isEmpty();
        }

        private static Reply accepted(Optional<Instant> recurrence) {
            return new Reply(weekly + "@parley.test", recurrence, lena.email(), Response.ACCEPTED, 0, now, "");
        }

        private static PlannedMeeting planned(MeetingId meeting, int number, String start) {
            return new PlannedMeeting(
                    meeting, new Occurrence(weekly, number, LocalDateTime.parse(start), zone), berlin(start));
        }

        private static MeetingScheduled of(MeetingId meeting, MeetingScheduled one) {
            return new MeetingScheduled(
                    meeting,
                    demo,
                    one.hostId(),
                    one.hostName(),
                    one.title(),
                    one.meetingType(),
                    one.leadId(),
                    one.roomId(),
                    one.time(),
                    one.start(),
                    one.tzdb(),
                    one.invitees(),
                    one.interviewer(),
                    one.reminders());
        }
    }

    @Test
    void parks_a_proposal_that_ends_before_it_starts() {
        var start = Instant.parse("2026-12-02T08:00:00Z");
        var judgement = from(lena.email(), new Counter(uid, Optional.empty(), lena.email(), start, start, 0, now, ""));
        assertThat(judgement.verdict()).isEqualTo(Verdict.PARKED);
        assertThat(judgement.reason()).isEqualTo("ENDS_BEFORE_IT_STARTS");
    }

    @Test
    void records_what_came_back_with_the_letter_that_it_was() {
        log.says(requested());
        var judgement = from(
                "mailer-daemon@acme.test", new Bounce("<" + invitation + "@parley.test>", "5.1.1", "550 no such user"));
        assertThat(judgement.verdict()).isEqualTo(Verdict.BOUNCE);
        assertThat(decidingSide.asked())
                .containsExactly(new RecordNotificationBounced(invitation, inbox, now, "5.1.1", "550 no such user"));
    }

    @Test
    void records_who_calls_it_spam() {
        log.says(requested());
        var complaint = new Complaint("<" + invitation + "@parley.test>", "abuse");
        assertThat(from("fbl@provider.test", complaint).verdict()).isEqualTo(Verdict.COMPLAINT);
        assertThat(decidingSide.asked())
                .containsExactly(new RecordNotificationComplained(invitation, inbox, now, "abuse"));
    }

    @Test
    void ignores_reports_on_letters_that_are_not_ours() {
        assertThat(from("mailer-daemon@acme.test", new Bounce("<1@other.test>", "5.1.1", ""))
                        .reason())
                .isEqualTo("NOTIFICATION_UNKNOWN");
        // The id of a meeting names no letter.
        assertThat(from("mailer-daemon@acme.test", new Bounce("<" + uid + ">", "5.1.1", ""))
                        .reason())
                .isEqualTo("NOTIFICATION_UNKNOWN");
        assertThat(decidingSide.asked()).isEmpty();
    }

    @Test
    void parks_what_nobody_can_read_and_ignores_what_is_not_for_us() {
        assertThat(from("x@y.test", new Unreadable("TOO_LARGE"))).isEqualTo(Judgement.of(Verdict.PARKED, "TOO_LARGE"));
        assertThat(from("x@y.test", new Unrelated("NOT_AN_ANSWER")))
                .isEqualTo(Judgement.of(Verdict.IGNORED, "NOT_AN_ANSWER"));
    }

    @Test
    void does_not_take_a_failure_for_an_answer() {
        decidingSide.when(RecordResponse.class, _ -> {
            throw new IllegalStateException("the log is away");
        });
        assertThatThrownBy(() -> from(lena.email(), accepted(uid, lena.email(), now)))
                .hasMessageContaining("the log is away");
    }

    private Judgement from(String sender, Content content) {
        return inboxJudge.judge(new IncomingMail(sender, false, content));
    }

    private static Reply accepted(String uid, String attendee, Instant stamp) {
        return new Reply(uid, Optional.empty(), attendee, Response.ACCEPTED, 0, stamp, "Looking forward");
    }

    private static NotificationRequested requested() {
        return new NotificationRequested(
                invitation, demo, discoveryCall, NotificationKind.INVITATION, lena, "seq-0", 0);
    }
}
