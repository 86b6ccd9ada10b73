package dev.parley.infra.deciding;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.as;
import static dev.parley.api.Samples.bob;
import static dev.parley.api.Samples.budget;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.need;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.parley;
import static dev.parley.api.Samples.segment;
import static dev.parley.api.Samples.uuid;
import static dev.parley.infra.deciding.TwoNodes.give;
import static dev.parley.infra.deciding.TwoNodes.giveSeeing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import dev.parley.api.Refusal;
import dev.parley.api.Refused;
import dev.parley.api.meeting.MeetingCommand.GiveConsent;
import dev.parley.api.meeting.MeetingCommand.GiveDisclosure;
import dev.parley.api.meeting.MeetingCommand.JoinMeeting;
import dev.parley.api.meeting.MeetingCommand.Scheduled;
import dev.parley.api.meeting.MeetingCommand.StartMeeting;
import dev.parley.api.meeting.MeetingCommand.WithdrawConsent;
import dev.parley.api.meeting.MeetingRefusal;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.AddQuestion;
import dev.parley.api.questionset.QuestionSetCommand.DraftQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.PinQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.PublishQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.Published;
import dev.parley.api.questionset.QuestionSetCommand.RemoveQuestion;
import dev.parley.api.questionset.QuestionSetCommand.ReviseQuestionSet;
import dev.parley.api.questionset.QuestionSetId;
import dev.parley.api.questionset.QuestionSetRefusal;
import dev.parley.api.transcript.Source;
import dev.parley.api.transcript.TranscriptCommand.RecordSegment;
import dev.parley.api.transcript.TranscriptId;
import dev.parley.infra.store.RunningStore;
import java.util.List;
import java.util.Optional;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What one node remembers, the other changes behind its back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RememberedThingsTest {
    private static TwoNodes nodes;
    private static RunningStore here;
    private static RunningStore there;

    @BeforeAll
    static void start() {
        nodes = new TwoNodes();
        here = nodes.here;
        there = nodes.there;
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @Test
    void do_not_refuse_what_has_become_possible() {
        var set = drafted("possible");
        refused(QuestionSetRefusal.NOT_PUBLISHED, give(here, new PinQuestionSet(set, alice, now)));
        give(here, rename(set, "Remembered here"));

        assertThat(give(there, new PublishQuestionSet(set, bob, now))).isEqualTo(new Published(1, 2));

        assertThat(give(here, new PinQuestionSet(set, alice, now))).isInstanceOf(PinnedQuestionSet.class);
    }

    @Test
    void do_not_answer_with_what_is_no_longer_so() {
        var set = drafted("answered");
        give(here, rename(set, "One"));
        give(here, new PublishQuestionSet(set, alice, now));
        give(there, rename(set, "Two"));
        give(there, new PublishQuestionSet(set, bob, now));

        assertThat(give(here, new PinQuestionSet(set, alice, now)))
                .extracting(pinned -> ((PinnedQuestionSet) pinned).version())
                .isEqualTo(2);
    }

    @Test
    void do_not_take_a_wish_for_granted_that_others_undid() {
        var set = drafted("granted");
        give(here, rename(set, "Remembered here"));
        give(there, new RemoveQuestion(set, bob, now, need.questionId()));

        assertThat(give(here, new AddQuestion(set, alice, now, need))).isEqualTo(3L);
        assertThat(nodes.events(set)).hasSize(4);
    }

    @Test
    void do_not_stand_against_the_version_that_a_client_saw_elsewhere() {
        var set = drafted("seen");
        give(here, rename(set, "One"));
        give(there, rename(set, "Two"));

        assertThat(giveSeeing(here, 2, rename(set, "Three"))).isEqualTo(3L);
    }

    @Test
    void do_not_let_anybody_overwrite_unseen() {
        var set = drafted("unseen");
        give(here, rename(set, "One"));
        give(there, rename(set, "Two"));

        assertThat(giveSeeing(here, 1, rename(set, "Three"))).isInstanceOf(ConcurrencyException.class);
        assertThat(nodes.events(set)).hasSize(3);
        assertThat(giveSeeing(here, 2, rename(set, "Three"))).isEqualTo(3L);
    }

    @Test
    void give_way_where_the_client_does_not_care_for_the_version() {
        var set = drafted("careless");
        for (var round = 0; round < 20; round++) {
            assertThat(give(here, rename(set, "Here " + round))).isEqualTo(2L * round + 1);
            assertThat(give(there, rename(set, "There " + round))).isEqualTo(2L * round + 2);
        }
    }

    @Test
    void hear_of_a_consent_withdrawn_elsewhere_and_of_words_said_elsewhere() {
        assertThat(give(here, aDiscoveryCall().schedule())).isInstanceOf(Scheduled.class);
        give(here, new StartMeeting(discoveryCall, alice, now));
        give(there, new JoinMeeting(discoveryCall, as(lena), now, lenaInTheRoom));
        give(here, new GiveDisclosure(discoveryCall, parley, now, "I am an AI."));
        give(there, new GiveConsent(discoveryCall, as(lena), now, lena.participantId(), "Yes."));

        for (var turn = 0; turn < 10; turn++) {
            assertThat(give(here, saying(2 * turn))).isEqualTo(2L * turn);
            assertThat(give(there, saying(2 * turn))).isEqualTo(2L * turn);
            assertThat(give(there, saying(2 * turn + 1))).isEqualTo(2L * turn + 1);
        }
        assertThat(nodes.events(TranscriptId.of(discoveryCall))).hasSize(20);

        give(there, new WithdrawConsent(discoveryCall, as(lena), now, lena.participantId()));
        refused(MeetingRefusal.NO_CONSENT, give(here, saying(20)));
        assertThat(nodes.events(TranscriptId.of(discoveryCall))).hasSize(20);
    }

    private static QuestionSetId drafted(String words) {
        var set = new QuestionSetId(uuid("remembered " + words));
        assertThat(give(here, new DraftQuestionSet(set, alice, now, "Draft", "general", List.of(need, budget))))
                .isEqualTo(0L);
        return set;
    }

    private static ReviseQuestionSet rename(QuestionSetId set, String title) {
        return new ReviseQuestionSet(set, alice, now, Optional.of(title), Optional.empty());
    }

    private static RecordSegment saying(int number) {
        return new RecordSegment(
                discoveryCall, as(lena), now, segment(number), lena.participantId(), "Hm.", now, now, Source.TYPED);
    }

    private static void refused(Refusal refusal, Object answer) {
        assertThat(answer)
                .asInstanceOf(throwable(Refused.class))
                .extracting(Refused::refusal)
                .isEqualTo(refusal);
    }
}
