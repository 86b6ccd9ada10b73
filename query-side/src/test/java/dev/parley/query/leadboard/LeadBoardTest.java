package dev.parley.query.leadboard;

import static dev.parley.api.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.api.lead.Contact;
import dev.parley.api.lead.LeadEvent.*;
import dev.parley.api.lead.LeadId;
import dev.parley.api.lead.LeadQuery.LeadCard;
import dev.parley.api.lead.LeadQuery.LeadPage;
import dev.parley.api.lead.LeadQuery.MeetingLine;
import dev.parley.api.lead.LeadQuery.Proposal;
import dev.parley.api.lead.LeadStatus;
import dev.parley.api.lead.Score;
import dev.parley.api.meeting.MeetingEvent.MeetingDetailsRevised;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.query.Hints.Hint;
import dev.parley.query.Told;
import dev.parley.query.Views;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LeadBoardTest {
    @RegisterExtension
    static final Views views = new Views();

    private static final Score warm = score(55, 40, Score.Band.WARM);
    private static final Score hot = score(90, 70, Score.Band.HOT);

    private LeadReader leads;
    private Told told;

    @BeforeEach
    void begin() {
        leads = new LeadReader(views.reads());
        told = new Told(views);
        told.to(new LeadBoardProjection(views.jdbc(), told), new LeadMeetingsProjection(views.jdbc(), told));
    }

    @Test
    void shows_a_new_lead_without_a_score() {
        told.that(lenasLead, registered());

        assertThat(board())
                .containsExactly(new LeadCard(
                        lenasLead,
                        "Lena Lead",
                        "Acme",
                        "lena@acme.test",
                        LeadStatus.NEW,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0));
        assertThat(page().contact()).isEqualTo(lenasContact);
        assertThat(page().score()).isEmpty();
        assertThat(leads.score(demo, lenasLead).blockOptional()).isEmpty();
    }

    @Test
    void follows_a_revised_contact() {
        var married = new Contact("Lena Leader", "leader@acme.test", "Acme", "", "CEO");
        told.that(lenasLead, registered()).that(lenasLead, new LeadContactRevised(lenasLead, married));

        assertThat(page().contact()).isEqualTo(married);
        assertThat(board()).extracting(LeadCard::name).containsExactly("Lena Leader");
    }

    @Test
    void shows_the_newest_score_with_every_receipt() {
        told.that(lenasLead, registered())
                .that(lenasLead, new LeadScored(lenasLead, discoveryCall, warm))
                .at(now.plus(Duration.ofHours(1)))
                .that(lenasLead, new LeadScored(lenasLead, discoveryCall, hot));

        assertThat(page().score()).contains(hot);
        assertThat(board())
                .extracting(LeadCard::fit, LeadCard::band)
                .containsExactly(tuple(Optional.of(90), Optional.of(Score.Band.HOT)));
        var receipt = leads.score(demo, lenasLead).block();
        assertThat(receipt.score().points()).isEqualTo(hot.points());
        assertThat(receipt.meetingId()).isEqualTo(discoveryCall);
        assertThat(receipt.at()).isEqualTo(now.plus(Duration.ofHours(1)));
    }

    @Test
    void shows_a_proposal_until_somebody_decides() {
        told.that(lenasLead, registered())
                .that(
                        lenasLead,
                        new LeadStatusProposed(
                                lenasLead, discoveryCall, LeadStatus.NEW, LeadStatus.QUALIFIED, "score 90"));
        assertThat(page().proposal()).contains(new Proposal(LeadStatus.NEW, LeadStatus.QUALIFIED, "score 90"));
        assertThat(board().getFirst().proposed()).contains(LeadStatus.QUALIFIED);

        told.that(lenasLead, new LeadStatusChanged(lenasLead, LeadStatus.NEW, LeadStatus.ENGAGED, "not yet"));
        assertThat(page().proposal()).isEmpty();
        assertThat(board().getFirst().status()).isEqualTo(LeadStatus.ENGAGED);
    }

    @Test
    void lists_what_was_learned_and_where() {
        told.that(lenasLead, registered())
                .that(
                        lenasLead,
                        new InsightRecorded(lenasLead, discoveryCall, "pain", "Many no-shows", List.of(segment(3))))
                .that(lenasLead, new InsightRecorded(lenasLead, discoveryCall, "budget", "40k", List.of(segment(7))));

        assertThat(page().insights())
                .extracting(line -> line.kind() + ": " + line.text())
                .containsExactly("pain: Many no-shows", "budget: 40k");
        assertThat(page().insights().getFirst().evidence()).containsExactly(segment(3));
    }

    @Test
    void lists_the_meetings_and_when_the_lead_was_last_met() {
        var call = aDiscoveryCall();
        told.that(lenasLead, registered()).that(discoveryCall, call.soFar());
        assertThat(page().card().lastMeeting()).isEmpty();

        told.that(discoveryCall, new MeetingDetailsRevised(discoveryCall, "First call", 1))
                .that(discoveryCall, call.started())
                .that(discoveryCall, call.ended());
        assertThat(page().meetings())
                .containsExactly(
                        new MeetingLine(discoveryCall, "First call", call.time().start(), MeetingStatus.COMPLETED));
        assertThat(page().card().lastMeeting()).contains(call.time().start());
        assertThat(told.hints().getLast()).isEqualTo(new Hint(demo, "lead", lenasLead.toString(), told.lastPosition()));
    }

    @Test
    void puts_the_most_promising_first_and_the_unknown_last() {
        lead("amy", Optional.empty());
        lead("zoe", Optional.of(hot));
        lead("Bea", Optional.of(warm));

        assertThat(board()).extracting(LeadCard::name).containsExactly("zoe", "Bea", "amy");
    }

    @Test
    void says_the_same_however_often_it_is_told() {
        told.that(lenasLead, registered())
                .that(discoveryCall, aDiscoveryCall().then(aDiscoveryCall().started()))
                .that(
                        lenasLead,
                        new InsightRecorded(lenasLead, discoveryCall, "pain", "Many no-shows", List.of(segment(3))))
                .that(lenasLead, new LeadScored(lenasLead, discoveryCall, warm))
                .that(lenasLead, new LeadScored(lenasLead, discoveryCall, hot))
                .that(lenasLead, new LeadStatusChanged(lenasLead, LeadStatus.NEW, LeadStatus.QUALIFIED, ""));
        var once = page();

        told.again();
        assertThat(page()).isEqualTo(once);

        told.rebuilt();
        assertThat(page()).isEqualTo(once);
    }

    @Test
    void keeps_other_tenants_out() {
        told.that(lenasLead, registered()).that(lenasLead, new LeadScored(lenasLead, discoveryCall, hot));

        assertThat(leads.board(elsewhere).collectList().block()).isEmpty();
        assertThat(leads.find(elsewhere, lenasLead).blockOptional()).isEmpty();
        assertThat(leads.score(elsewhere, lenasLead).blockOptional()).isEmpty();
    }

    private void lead(String name, Optional<Score> score) {
        var id = new LeadId(uuid(name));
        told.that(id, new LeadRegistered(id, demo, "alice", new Contact(name, name + "@acme.test", "", "", "")));
        score.ifPresent(given -> told.that(id, new LeadScored(id, discoveryCall, given)));
    }

    private static LeadRegistered registered() {
        return new LeadRegistered(lenasLead, demo, "alice", lenasContact);
    }

    private static Score score(int fit, int engagement, Score.Band band) {
        var point = new Score.Point(
                "budget-confirmed",
                Score.Axis.FIT,
                fit,
                Optional.of(budget.questionId()),
                3,
                List.of(segment(7)),
                "Yes.");
        return new Score(fit, engagement, band, "rubric-1", List.of(point));
    }

    private List<LeadCard> board() {
        return leads.board(demo).collectList().block();
    }

    private LeadPage page() {
        return leads.find(demo, lenasLead).block();
    }
}
