package dev.parley.query.calendarledger;

import static dev.parley.api.Samples.*;
import static dev.parley.api.notification.LedgerQuery.Shows.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.meeting.CancelledBy;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingEvent.CalendarRepaired;
import dev.parley.api.meeting.MeetingEvent.InviteeAdded;
import dev.parley.api.meeting.MeetingEvent.InviteeRemoved;
import dev.parley.api.meeting.MeetingEvent.InviteeResponded;
import dev.parley.api.meeting.MeetingEvent.MeetingCancelled;
import dev.parley.api.meeting.MeetingEvent.MeetingDetailsRevised;
import dev.parley.api.meeting.MeetingEvent.MeetingRescheduled;
import dev.parley.api.meeting.MeetingEvent.MeetingScheduled;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.Response;
import dev.parley.api.notification.LedgerQuery.CalendarLedger;
import dev.parley.api.notification.LedgerQuery.LedgerAttendee;
import dev.parley.api.notification.LedgerQuery.LedgerEntry;
import dev.parley.api.notification.LedgerQuery.LedgerReply;
import dev.parley.api.notification.NotificationEvent;
import dev.parley.api.notification.NotificationEvent.*;
import dev.parley.api.notification.NotificationId;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.notification.NotificationQuery.State;
import dev.parley.api.series.SeriesId;
import dev.parley.query.Told;
import dev.parley.query.Views;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What can be known of calendars that nobody can look into. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LedgerTest {
    @RegisterExtension
    static final Views views = new Views();

    private Told told;

    @BeforeEach
    void schedule() {
        told = new Told(views);
        told.to(new LedgerProjection(views.jdbc(), told), new LetterProjection(views.jdbc(), told));
        told.that(discoveryCall, aDiscoveryCall().scheduled());
    }

    @Test
    void lists_everybody_and_all_that_was_sent_to_them() {
        sent(NotificationKind.INVITATION, lena, 0);

        var ledger = ledger();
        assertThat(ledger)
                .returns(discoveryCall + "@parley.test", CalendarLedger::uid)
                .returns(0, CalendarLedger::sequence)
                .returns(0L, CalendarLedger::version);
        assertThat(ledger.attendees()).extracting(LedgerAttendee::name).containsExactly("Lena Lead", "Gus Guest");
        assertThat(of(lena).entries())
                .containsExactly(new LedgerEntry(
                        id(NotificationKind.INVITATION, lena, 0),
                        NotificationKind.INVITATION,
                        0,
                        State.SENT,
                        "9f2c",
                        "250 OK",
                        "<1@parley.test>",
                        now));
    }

    @Test
    void keeps_letters_that_no_calendar_reads_out() {
        told.that(id(NotificationKind.REMINDER, lena, 0), requested(NotificationKind.REMINDER, lena, 0));
        assertThat(of(lena).entries()).isEmpty();
    }

    @Nested
    class Shows_nothing {
        @Test
        void before_anything_was_sent() {
            assertThat(of(lena))
                    .returns(NOTHING, LedgerAttendee::shows)
                    .returns(Optional.empty(), LedgerAttendee::shownSequence)
                    .returns(true, LedgerAttendee::repairOffered);
        }

        @Test
        void while_the_invitation_is_on_its_way_and_then_there_is_nothing_to_repair_yet() {
            asked(NotificationKind.INVITATION, lena, 0);
            became(new NotificationDeferred(
                    id(NotificationKind.INVITATION, lena, 0), discoveryCall, 1, "421 try later"));
            assertThat(of(lena))
                    .returns(NOTHING, LedgerAttendee::shows)
                    .returns("Revision 0 is still on its way: 421 try later", LedgerAttendee::explanation)
                    .returns(false, LedgerAttendee::repairOffered);
        }

        @Test
        void of_an_invitation_that_came_back() {
            sent(NotificationKind.INVITATION, lena, 0);
            became(new NotificationBounced(
                    id(NotificationKind.INVITATION, lena, 0), discoveryCall, "5.1.1", "no such user"));
            assertThat(of(lena))
                    .returns(NOTHING, LedgerAttendee::shows)
                    .returns("Revision 0 came back: 5.1.1 no such user", LedgerAttendee::explanation)
                    .returns(true, LedgerAttendee::repairOffered);
        }
    }

    @Nested
    class Is_current {
        @Test
        void once_their_server_took_the_newest() {
            sent(NotificationKind.INVITATION, lena, 0);
            assertThat(of(lena))
                    .returns(CURRENT, LedgerAttendee::shows)
                    .returns(Optional.of(0), LedgerAttendee::shownSequence)
                    .returns(true, LedgerAttendee::repairOffered);
        }

        @Test
        void and_proven_so_once_they_answered_it_even_if_the_servers_answer_was_lost() {
            asked(NotificationKind.INVITATION, lena, 0);
            became(new NotificationUnconfirmed(
                    id(NotificationKind.INVITATION, lena, 0), discoveryCall, 1, "connection lost"));
            responded(Response.ACCEPTED, 0);
            assertThat(of(lena))
                    .returns(CURRENT, LedgerAttendee::shows)
                    .returns(false, LedgerAttendee::repairOffered)
                    .returns(Optional.of(new LedgerReply(Response.ACCEPTED, 0, "Gladly", now)), LedgerAttendee::reply);
        }

        @Test
        void although_somebody_elses_was_repaired() {
            sent(NotificationKind.INVITATION, lena, 0);
            sent(NotificationKind.INVITATION, gus, 0);
            told.that(discoveryCall, new CalendarRepaired(discoveryCall, gus.participantId(), 1));
            assertThat(of(lena).shows()).isEqualTo(CURRENT);
            assertThat(of(gus).shows()).isEqualTo(OUTDATED);
        }
    }

    @Nested
    class Is_outdated {
        @Test
        void from_the_moment_that_the_meeting_moves_until_the_letter_is_taken() {
            sent(NotificationKind.INVITATION, lena, 0);
            moved(1);
            assertThat(of(lena))
                    .returns(OUTDATED, LedgerAttendee::shows)
                    .returns("It was not told of the newest change yet.", LedgerAttendee::explanation);
            asked(NotificationKind.UPDATE, lena, 1);
            became(new NotificationFailed(id(NotificationKind.UPDATE, lena, 1), discoveryCall, "550 full"));
            assertThat(of(lena))
                    .returns(OUTDATED, LedgerAttendee::shows)
                    .returns(Optional.of(0), LedgerAttendee::shownSequence)
                    .returns("Revision 1 was not delivered: 550 full", LedgerAttendee::explanation)
                    .returns(true, LedgerAttendee::repairOffered);
        }

        @Test
        void where_an_older_letter_was_taken_after_a_newer_change() {
            told.that(discoveryCall, new MeetingDetailsRevised(discoveryCall, "Another", 1));
            sent(NotificationKind.INVITATION, lena, 0);
            assertThat(of(lena).shows()).isEqualTo(OUTDATED);
        }

        @Test
        void or_nobody_knows_where_the_answer_to_the_newest_was_lost() {
            sent(NotificationKind.INVITATION, lena, 0);
            moved(1);
            asked(NotificationKind.UPDATE, lena, 1);
            became(new NotificationUnconfirmed(
                    id(NotificationKind.UPDATE, lena, 1), discoveryCall, 1, "connection lost"));
            assertThat(of(lena).shows()).isEqualTo(UNSURE);
        }
    }

    @Nested
    class Is_cancelled {
        @Test
        void for_whoever_was_removed_once_they_were_told() {
            sent(NotificationKind.INVITATION, lena, 0);
            told.that(discoveryCall, new InviteeRemoved(discoveryCall, lena.participantId(), 1));
            assertThat(of(lena))
                    .returns(false, LedgerAttendee::invited)
                    .returns(OUTDATED, LedgerAttendee::shows)
                    .returns(false, LedgerAttendee::repairOffered);
            sent(NotificationKind.CANCELLATION, lena, 1);
            assertThat(of(lena).shows()).isEqualTo(CANCELLED);
        }

        @Test
        void no_longer_for_whoever_is_invited_again() {
            told.that(discoveryCall, new InviteeRemoved(discoveryCall, lena.participantId(), 1));
            sent(NotificationKind.CANCELLATION, lena, 1);
            told.that(discoveryCall, new InviteeAdded(discoveryCall, lena));
            assertThat(of(lena)).returns(CANCELLED, LedgerAttendee::shows).returns(true, LedgerAttendee::repairOffered);
            sent(NotificationKind.INVITATION, lena, 1);
            assertThat(of(lena).shows()).isEqualTo(CURRENT);
        }

        @Test
        void for_everybody_once_it_is_called_off_and_then_nothing_is_repaired() {
            sent(NotificationKind.INVITATION, lena, 0);
            told.that(discoveryCall, new MeetingCancelled(discoveryCall, "", 1, CancelledBy.HOST));
            assertThat(of(lena)).returns(OUTDATED, LedgerAttendee::shows).returns(false, LedgerAttendee::repairOffered);
            sent(NotificationKind.CANCELLATION, lena, 1);
            assertThat(of(lena).shows()).isEqualTo(CANCELLED);
        }
    }

    @Nested
    class Is_declined {
        @Test
        void until_the_meeting_moves_and_asks_again() {
            sent(NotificationKind.INVITATION, lena, 0);
            responded(Response.DECLINED, 0);
            assertThat(of(lena)).returns(DECLINED, LedgerAttendee::shows).returns(false, LedgerAttendee::repairOffered);
            moved(1);
            sent(NotificationKind.UPDATE, lena, 1);
            assertThat(of(lena).shows()).isEqualTo(CURRENT);
        }
    }

    @Nested
    class Of_one_of_a_series {
        private static final SeriesId weekly = SeriesId.beginningWith(discoveryCall);
        private static final MeetingId first = new MeetingId(uuid("first"));

        @Test
        void reads_the_letters_of_the_whole_as_of_when_they_were_asked_for() {
            told.that(first, scheduled(first));
            var second = new MeetingId(uuid("second"));
            told.that(second, scheduled(second));
            var letter = NotificationId.of(first, NotificationKind.INVITATION, lena.email(), SeriesId.occasion(0));
            told.that(letter, ofSeries(letter)).that(letter, taken(letter, first));

            assertThat(ledger(second).uid()).isEqualTo(weekly + "@parley.test");
            assertThat(ledger(second).attendees().getFirst().shows()).isEqualTo(CURRENT);
            var time = aDiscoveryCall().scheduled().time();
            told.that(second, new MeetingRescheduled(second, time, time.start(), "2026a", 1, Optional.of(weekly)));
            assertThat(ledger(second).attendees().getFirst().shows()).isEqualTo(OUTDATED);
            assertThat(ledger(first).attendees().getFirst().shows()).isEqualTo(CURRENT);
        }

        private static MeetingScheduled scheduled(MeetingId meeting) {
            var one = aDiscoveryCall().scheduledWithin(weekly);
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
                    one.reminders(),
                    one.occurrence());
        }

        private static NotificationRequested ofSeries(NotificationId letter) {
            return new NotificationRequested(
                    letter, demo, first, NotificationKind.INVITATION, lena, SeriesId.occasion(0), 0);
        }
    }

    @Test
    void takes_a_declined_proposal_for_no_change() {
        sent(NotificationKind.INVITATION, lena, 0);
        asked(NotificationKind.PROPOSAL_DECLINED, lena, 0);
        assertThat(of(lena)).returns(CURRENT, LedgerAttendee::shows).returns(true, LedgerAttendee::repairOffered);
        assertThat(of(lena).entries()).hasSize(2);
    }

    @Test
    void says_the_same_however_often_it_is_told() {
        sent(NotificationKind.INVITATION, lena, 0);
        moved(1);
        sent(NotificationKind.UPDATE, lena, 1);
        responded(Response.ACCEPTED, 1);
        told.that(discoveryCall, new InviteeRemoved(discoveryCall, gus.participantId(), 2));
        var once = ledger();

        told.again();
        assertThat(ledger()).isEqualTo(once);
        told.rebuilt();
        assertThat(ledger()).isEqualTo(once);
    }

    @Test
    void keeps_other_tenants_out() {
        var reader = new LedgerReader(views.reads(), Object::toString);
        assertThat(reader.of(eve.tenant(), discoveryCall).block()).isNull();
    }

    private void moved(int sequence) {
        var time = berlin("2026-12-0" + (sequence + 1) + "T11:00");
        told.that(discoveryCall, new MeetingRescheduled(discoveryCall, time, time.start(), "2026a", sequence));
    }

    private void responded(Response response, int sequence) {
        told.that(
                discoveryCall,
                new InviteeResponded(discoveryCall, lena.participantId(), response, sequence, now, "Gladly"));
    }

    private void asked(NotificationKind kind, Invitee to, int sequence) {
        told.that(id(kind, to, sequence), requested(kind, to, sequence));
    }

    private void sent(NotificationKind kind, Invitee to, int sequence) {
        asked(kind, to, sequence);
        became(taken(id(kind, to, sequence), discoveryCall));
    }

    private void became(NotificationEvent event) {
        told.that(event.notificationId(), event);
    }

    private static NotificationSent taken(NotificationId letter, MeetingId meeting) {
        return new NotificationSent(letter, meeting, "<1@parley.test>", "250 OK", Optional.empty(), "9f2c");
    }

    private static NotificationRequested requested(NotificationKind kind, Invitee to, int sequence) {
        return new NotificationRequested(
                id(kind, to, sequence), demo, discoveryCall, kind, to, "seq-" + sequence, sequence);
    }

    private static NotificationId id(NotificationKind kind, Invitee to, int sequence) {
        return NotificationId.of(discoveryCall, kind, to.email(), "seq-" + sequence);
    }

    private static LedgerAttendee of(Invitee invitee) {
        return ledger().attendees().stream()
                .filter(one -> one.participantId().equals(invitee.participantId()))
                .findFirst()
                .orElseThrow();
    }

    private static CalendarLedger ledger() {
        return ledger(discoveryCall);
    }

    private static CalendarLedger ledger(MeetingId meeting) {
        return new LedgerReader(views.reads(), id -> id + "@parley.test")
                .of(demo, meeting)
                .blockOptional()
                .orElseThrow();
    }
}
