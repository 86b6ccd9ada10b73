package dev.parley.query.responsetimes;

import static dev.parley.api.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.TenantId;
import dev.parley.api.interview.InterviewEvent;
import dev.parley.api.interview.InterviewEvent.InterviewHandedToHuman;
import dev.parley.api.interview.InterviewEvent.MomentAsked;
import dev.parley.api.interview.InterviewEvent.TurnTaken;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.interview.InterviewQuery.ResponseTime;
import dev.parley.api.interview.InterviewQuery.ResponseTimes;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.transcript.Source;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import dev.parley.api.transcript.TranscriptId;
import dev.parley.query.Told;
import dev.parley.query.Views;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A talk told in milliseconds: when words ended, when they and the reply were in the log. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ResponseTimesTest {
    @RegisterExtension
    static final Views views = new Views();

    private static final InterviewId interview = InterviewId.of(discoveryCall);

    private Told told;

    @BeforeEach
    void begin() {
        told = new Told(views).that(discoveryCall, aDiscoveryCall().soFar());
    }

    @Test
    void tell_how_long_words_took_to_arrive_and_the_reply_to_be_decided() {
        lead(1, 0, 300).reply(2, 1_000);

        assertThat(times().replies())
                .containsExactly(new ResponseTime(
                        segment(1),
                        segment(2),
                        Source.SPEECH,
                        now,
                        Duration.ofMillis(300),
                        Duration.ofMillis(700),
                        false));
        assertThat(times().waited().longest()).isEqualTo(Duration.ofMillis(1_000));
    }

    @Test
    void count_from_the_last_words_before_a_reply_and_to_the_first_words_of_it() {
        lead(1, 0, 100).lead(2, 2_000, 2_200).said(3, Invitee.Role.HOST, 2_300, 2_400);
        moment(4, 3_000).reply(5, 5_000);

        assertThat(times().replies()).singleElement().satisfies(reply -> {
            assertThat(reply.segmentId()).isEqualTo(segment(2));
            assertThat(reply.reply()).isEqualTo(segment(4));
            assertThat(reply.waited()).isEqualTo(Duration.ofMillis(1_000));
            assertThat(reply.moment()).isTrue();
        });
    }

    @Test
    void leave_out_what_nobody_was_to_answer() {
        reply(1, 0).lead(2, 1_000, 1_100);
        told(2_000, new InterviewHandedToHuman(interview, discoveryCall)).reply(3, 90_000);

        assertThat(times().replies()).isEmpty();
        assertThat(times().waited().p95()).isZero();
    }

    @Test
    void say_what_half_and_nineteen_of_twenty_waited_at_most() {
        for (var turn = 1; turn <= 20; turn++)
            lead(2 * turn, turn * 10_000, turn * 10_000 + 50).reply(2 * turn + 1, turn * 10_000 + 50 + 100 * turn);

        var decided = times().decided();
        assertThat(decided.replies()).isEqualTo(20);
        assertThat(decided.p50()).isEqualTo(Duration.ofMillis(1_000));
        assertThat(decided.p95()).isEqualTo(Duration.ofMillis(1_900));
        assertThat(decided.longest()).isEqualTo(Duration.ofMillis(2_000));
        assertThat(times().heard().p95()).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void are_complete_however_long_the_talk() {
        for (var turn = 0; turn < 300; turn++) lead(2 * turn, turn, turn).reply(2 * turn + 1, turn + 5);

        assertThat(times().replies()).hasSize(300);
    }

    @Test
    void are_nobodys_business_elsewhere() {
        lead(1, 0, 300).reply(2, 1_000);

        assertThat(of(elsewhere)).isEmpty();
        assertThat(of(demo)).isPresent();
    }

    private ResponseTimesTest lead(int number, int ended, int stored) {
        return said(number, Invitee.Role.LEAD, ended, stored);
    }

    private ResponseTimesTest said(int number, Invitee.Role role, int ended, int stored) {
        told.at(now.plusMillis(stored))
                .that(
                        TranscriptId.of(discoveryCall),
                        new SegmentRecorded(
                                discoveryCall,
                                demo,
                                segment(number),
                                lenaInTheRoom.participantId(),
                                "Lena Lead",
                                role,
                                "Word " + number,
                                now,
                                now.plusMillis(ended),
                                Source.SPEECH));
        return this;
    }

    private ResponseTimesTest reply(int number, int stored) {
        return told(
                stored,
                new TurnTaken(interview, discoveryCall, number, "I see.", MoveReason.values()[0], segment(number)));
    }

    private ResponseTimesTest moment(int number, int stored) {
        return told(stored, new MomentAsked(interview, discoveryCall, "One moment.", segment(number)));
    }

    private ResponseTimesTest told(int stored, InterviewEvent event) {
        told.at(now.plusMillis(stored)).that(interview, event);
        return this;
    }

    private static ResponseTimes times() {
        return of(demo).orElseThrow();
    }

    private static Optional<ResponseTimes> of(TenantId tenant) {
        return new ResponseTimesReader(views.reads()).of(tenant, discoveryCall).blockOptional(Duration.ofSeconds(30));
    }
}
