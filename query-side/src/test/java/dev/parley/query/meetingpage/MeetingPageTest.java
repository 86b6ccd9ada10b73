package dev.parley.query.meetingpage;

import static dev.parley.api.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.api.DiscoveryCall;
import dev.parley.api.TenantId;
import dev.parley.api.interview.Answer;
import dev.parley.api.interview.InterviewEvent.AnswerRecorded;
import dev.parley.api.interview.InterviewEvent.InterviewerSeated;
import dev.parley.api.interview.InterviewEvent.QuestionAsked;
import dev.parley.api.interview.InterviewEvent.QuestionSkipped;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.meeting.EntryPolicy;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingEvent.*;
import dev.parley.api.meeting.MeetingQuery.Door;
import dev.parley.api.meeting.MeetingQuery.FindMeeting;
import dev.parley.api.meeting.MeetingQuery.InviteeLine;
import dev.parley.api.meeting.MeetingQuery.MeetingPage;
import dev.parley.api.meeting.MeetingQuery.QuestionLine;
import dev.parley.api.meeting.MeetingQuery.QuestionLine.State;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.api.meeting.MeetingSummary;
import dev.parley.api.questionset.Question;
import dev.parley.query.Told;
import dev.parley.query.Views;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingPageTest {
    @RegisterExtension
    static final Views views = new Views();

    private static final InterviewId interview = InterviewId.of(discoveryCall);
    private final DiscoveryCall call = aDiscoveryCall();
    private Told told;

    @BeforeEach
    void begin() {
        told = new Told(views);
        told.to(new MeetingPageProjection(views.jdbc(), told));
    }

    @Test
    void shows_what_was_agreed() {
        told.that(discoveryCall, call.soFar());

        var page = page();
        assertThat(page.title()).isEqualTo("Discovery call");
        assertThat(page.tenant()).isEqualTo(demo);
        assertThat(page.roomId()).isEqualTo(DiscoveryCall.room);
        assertThat(page.start()).isEqualTo(nextTuesday9amBerlin().start());
        assertThat(page.reminders()).isEqualTo(DiscoveryCall.reminders);
        assertThat(page.questionSetTitle()).isEqualTo("Qualification");
        assertThat(page.questionSetVersion()).isEqualTo(3);
        assertThat(page.invitees())
                .containsExactly(
                        new InviteeLine(
                                lena.participantId(), "Lena Lead", "lena@acme.test", Invitee.Role.LEAD, false, false),
                        new InviteeLine(
                                gus.participantId(), "Gus Guest", "gus@acme.test", Invitee.Role.GUEST, false, false));
        assertThat(page.questions())
                .extracting(QuestionLine::text, QuestionLine::state)
                .startsWith(tuple("What should get better?", State.OPEN));
        assertThat(page.summary()).isEmpty();
        assertThat(page.startedAt()).isEmpty();
        assertThat(page.version()).isEqualTo(1);
    }

    @Test
    void follows_every_change_of_the_appointment() {
        var later = berlin("2026-12-02T15:00");
        told.that(
                discoveryCall,
                call.then(
                        new MeetingRescheduled(discoveryCall, later, later.start(), "2026a", 1),
                        new MeetingDetailsRevised(discoveryCall, "Discovery call with Acme", 2),
                        new InviteeRemoved(discoveryCall, gus.participantId(), 3),
                        call.cancelled()));

        var page = page();
        assertThat(page.start()).isEqualTo(later.start());
        assertThat(page.title()).isEqualTo("Discovery call with Acme");
        assertThat(page.invitees()).extracting(InviteeLine::name).containsExactly("Lena Lead");
        assertThat(page.status()).isEqualTo(MeetingStatus.CANCELLED);
        assertThat(page.endReason()).isEqualTo("Alice is ill");
    }

    @Nested
    class In_the_room {
        @Test
        void shows_the_door_and_whose_hand_is_up_first() {
            told.that(
                    discoveryCall,
                    call.then(
                            new EntryChosen(discoveryCall, EntryPolicy.HOST),
                            call.lobbyOpened(),
                            call.leadJoined(),
                            new RoomLocked(discoveryCall),
                            new HandRaised(discoveryCall, lena.participantId()),
                            new HandRaised(discoveryCall, gus.participantId())));

            assertThat(page().door())
                    .isEqualTo(new Door(EntryPolicy.HOST, true, List.of(lena.participantId(), gus.participantId())));
        }

        @Test
        void a_hand_goes_down_with_its_owner_and_a_lock_with_its_opening() {
            told.that(
                    discoveryCall,
                    call.then(
                            call.lobbyOpened(),
                            call.leadJoined(),
                            new HandRaised(discoveryCall, lena.participantId()),
                            new RoomLocked(discoveryCall),
                            new RoomUnlocked(discoveryCall),
                            new ParticipantLeft(discoveryCall, lena.participantId(), "left")));

            assertThat(page().door()).isEqualTo(Door.USUAL);
            assertThat(page().invitees()).extracting(InviteeLine::inRoom).containsOnly(false);
        }

        @Test
        void shows_who_is_there_and_who_has_agreed() {
            told.that(
                    discoveryCall,
                    call.then(
                            call.started(),
                            call.joined(aliceInTheRoom),
                            call.interviewerJoined(),
                            call.leadJoined(),
                            call.disclosed(),
                            call.leadConsented()));

            var page = page();
            assertThat(page.disclosure()).contains(call.disclosed().text());
            assertThat(page.invitees())
                    .extracting(InviteeLine::name, InviteeLine::role, InviteeLine::inRoom, InviteeLine::consented)
                    .containsExactly(
                            tuple("Lena Lead", Invitee.Role.LEAD, true, true),
                            tuple("Gus Guest", Invitee.Role.GUEST, false, false),
                            tuple("Alice Seller", Invitee.Role.HOST, true, false),
                            tuple("Parley", Invitee.Role.INTERVIEWER, true, false));
        }

        @Test
        void shows_who_left_and_who_changed_their_mind() {
            told.that(
                    discoveryCall,
                    call.then(
                            call.started(),
                            call.leadJoined(),
                            call.leadConsented(),
                            new ConsentWithdrawn(discoveryCall, lena.participantId()),
                            new ParticipantLeft(discoveryCall, lena.participantId(), "left")));

            assertThat(page().invitees().getFirst())
                    .extracting(InviteeLine::inRoom, InviteeLine::consented)
                    .containsExactly(false, false);
        }

        @Test
        void is_empty_when_the_meeting_is_over() {
            told.that(discoveryCall, call.then(call.started(), call.leadJoined(), call.interviewerJoined()))
                    .at(now.plus(Duration.ofMinutes(20)))
                    .that(discoveryCall, call.ended());

            var page = page();
            assertThat(page.invitees()).noneMatch(InviteeLine::inRoom);
            assertThat(page.startedAt()).contains(now);
            assertThat(page.endedAt()).contains(now.plus(Duration.ofMinutes(20)));
            assertThat(page.endReason()).isEqualTo("interview complete");
        }
    }

    @Nested
    class Through_the_interview {
        @BeforeEach
        void has_begun() {
            told.that(discoveryCall, call.then(call.started()));
            told.that(
                    interview,
                    new InterviewerSeated(
                            interview, discoveryCall, demo, parleyInTheRoom.participantId(), qualification));
        }

        @Test
        void shows_what_is_asked_answered_and_skipped() {
            told.that(interview, asked(need, 0, MoveReason.NEXT_IN_ORDER))
                    .that(interview, asked(need, 1, MoveReason.ANSWER_SHALLOW))
                    .that(interview, answered(need, "fewer no-shows"))
                    .that(
                            interview,
                            new QuestionSkipped(
                                    interview, discoveryCall, budget.questionId(), MoveReason.REFUSED_TO_ANSWER))
                    .that(interview, asked(authority, 0, MoveReason.NEXT_IN_ORDER));

            assertThat(page().questions())
                    .extracting(
                            QuestionLine::state, QuestionLine::followUps, QuestionLine::answer, QuestionLine::reason)
                    .containsExactly(
                            tuple(
                                    State.ANSWERED,
                                    1,
                                    Optional.of("fewer no-shows"),
                                    Optional.of(MoveReason.ANSWER_SHALLOW)),
                            tuple(State.SKIPPED, 0, Optional.empty(), Optional.of(MoveReason.REFUSED_TO_ANSWER)),
                            tuple(State.ASKED, 0, Optional.empty(), Optional.of(MoveReason.NEXT_IN_ORDER)),
                            tuple(State.OPEN, 0, Optional.empty(), Optional.empty()));
        }

        @Test
        void an_answer_stays_an_answer() {
            told.that(interview, answered(budget, "yes"))
                    .that(
                            interview,
                            new QuestionSkipped(
                                    interview, discoveryCall, budget.questionId(), MoveReason.ANSWERED_ALREADY));

            assertThat(page().questions().get(1).state()).isEqualTo(State.ANSWERED);
        }

        @Test
        void keeps_the_version_of_the_meeting() {
            var before = page().version();
            told.that(interview, asked(need, 0, MoveReason.NEXT_IN_ORDER));

            assertThat(page().version()).isEqualTo(before);
        }

        private QuestionAsked asked(Question question, int followUp, MoveReason reason) {
            return new QuestionAsked(
                    interview, discoveryCall, 1, question.questionId(), followUp, question.text(), reason, segment(1));
        }

        private AnswerRecorded answered(Question question, String value) {
            return new AnswerRecorded(
                    interview,
                    discoveryCall,
                    question.questionId(),
                    new Answer(value, 0.9, List.of(segment(2)), value));
        }
    }

    @Test
    void says_the_same_however_often_it_is_told() {
        var summary =
                new MeetingSummary("Went well", List.of("Budget is there"), List.of("Send an offer"), "offline-1");
        told.that(discoveryCall, call.then(call.started(), call.leadJoined(), call.disclosed(), call.leadConsented()))
                .that(
                        interview,
                        new InterviewerSeated(
                                interview, discoveryCall, demo, parleyInTheRoom.participantId(), qualification))
                .that(
                        interview,
                        new QuestionSkipped(interview, discoveryCall, need.questionId(), MoveReason.TIME_IS_SHORT))
                .that(discoveryCall, call.ended())
                .that(discoveryCall, new SummaryWritten(discoveryCall, summary));
        var once = page();
        assertThat(once.summary()).contains(summary);

        assertThat(told.again()).isNotNull();
        assertThat(page()).isEqualTo(once);

        told.rebuilt();
        assertThat(page()).isEqualTo(once);
    }

    @Test
    void is_found_by_the_other_sides_over_the_query_bus() throws Exception {
        told.that(discoveryCall, call.soFar());
        var bus = SimpleQueryBus.builder().build();
        new AnnotationQueryHandlerAdapter<>(new MeetingPageReader(views.reads())).subscribe(bus);
        var queries = DefaultQueryGateway.builder().queryBus(bus).build();

        var ours = queries.query(
                new FindMeeting(demo, discoveryCall), ResponseTypes.optionalInstanceOf(MeetingPage.class));
        var theirs = queries.query(
                new FindMeeting(elsewhere, discoveryCall), ResponseTypes.optionalInstanceOf(MeetingPage.class));

        assertThat(ours.get()).contains(page());
        assertThat(theirs.get()).isEmpty();
    }

    private static MeetingPage page() {
        return page(demo).orElseThrow();
    }

    private static Optional<MeetingPage> page(TenantId tenant) {
        return new MeetingPageReader(views.reads()).find(tenant, discoveryCall).blockOptional();
    }
}
