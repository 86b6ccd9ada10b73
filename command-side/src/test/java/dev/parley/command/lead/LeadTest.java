package dev.parley.command.lead;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.bob;
import static dev.parley.api.Samples.budget;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.eve;
import static dev.parley.api.Samples.lenasContact;
import static dev.parley.api.Samples.lenasLead;
import static dev.parley.api.Samples.need;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.parley;
import static dev.parley.api.Samples.segment;
import static dev.parley.api.Samples.theHouse;
import static dev.parley.api.lead.LeadRefusal.EVIDENCE_NEEDED;
import static dev.parley.api.lead.LeadRefusal.ID_REUSED;
import static dev.parley.api.lead.LeadRefusal.LEAD_UNKNOWN;
import static dev.parley.api.lead.LeadRefusal.STATUS_UNCHANGED;
import static dev.parley.api.lead.LeadStatus.ENGAGED;
import static dev.parley.api.lead.LeadStatus.NEW;
import static dev.parley.api.lead.LeadStatus.NURTURE;
import static dev.parley.api.lead.LeadStatus.QUALIFIED;
import static dev.parley.command.RefusedBecause.refused;

import dev.parley.api.interview.Answer;
import dev.parley.api.lead.Contact;
import dev.parley.api.lead.HeardAnswer;
import dev.parley.api.lead.LeadCommand.ChangeLeadStatus;
import dev.parley.api.lead.LeadCommand.ConfirmLead;
import dev.parley.api.lead.LeadCommand.RecordInsight;
import dev.parley.api.lead.LeadCommand.RegisterLead;
import dev.parley.api.lead.LeadCommand.ReviseLeadContact;
import dev.parley.api.lead.LeadCommand.ScoreLead;
import dev.parley.api.lead.LeadEvent.InsightRecorded;
import dev.parley.api.lead.LeadEvent.LeadContactRevised;
import dev.parley.api.lead.LeadEvent.LeadRegistered;
import dev.parley.api.lead.LeadEvent.LeadScored;
import dev.parley.api.lead.LeadEvent.LeadStatusChanged;
import dev.parley.api.lead.LeadEvent.LeadStatusProposed;
import dev.parley.api.lead.LeadStatus;
import dev.parley.api.lead.Participation;
import dev.parley.api.lead.Score;
import dev.parley.api.questionset.Question;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LeadTest {
    private static final LeadRegistered registered = new LeadRegistered(lenasLead, demo, "alice", lenasContact);
    private static final Contact atHome = new Contact("Lena Lead", "lena@home.test", "", "", "");
    private static final Participation silent = new Participation(0, 0, 0, List.of(), "");

    private final FixtureConfiguration<Lead> lead = new AggregateTestFixture<>(Lead.class);

    @Nested
    class Registering {
        @Test
        void makes_the_seller_the_owner() {
            lead.givenNoPriorActivity()
                    .when(new RegisterLead(lenasLead, alice, now, lenasContact))
                    .expectEvents(registered)
                    .expectResultMessagePayload(0L);
        }

        @Test
        void answers_a_repetition_as_it_answered_first() {
            lead.given(registered, new LeadContactRevised(lenasLead, atHome))
                    .when(new RegisterLead(lenasLead, alice, now, lenasContact))
                    .expectNoEvents()
                    .expectResultMessagePayload(0L);
        }

        @Test
        void refuses_an_id_that_names_another_lead() {
            lead.given(registered)
                    .when(new RegisterLead(lenasLead, alice, now, atHome))
                    .expectException(refused(ID_REUSED, "leadId"));
        }

        @Test
        void refuses_an_id_that_names_a_lead_elsewhere() {
            lead.given(registered)
                    .when(new RegisterLead(lenasLead, eve, now, lenasContact))
                    .expectException(refused(ID_REUSED, "leadId"));
        }
    }

    @Nested
    class Reaching {
        @Test
        void changes_with_the_lead() {
            lead.given(registered)
                    .when(new ReviseLeadContact(lenasLead, bob, now, atHome))
                    .expectEvents(new LeadContactRevised(lenasLead, atHome));
        }

        @Test
        void changes_nothing_when_nothing_new_is_said() {
            lead.given(registered)
                    .when(new ReviseLeadContact(lenasLead, bob, now, lenasContact))
                    .expectNoEvents()
                    .expectResultMessagePayload(0L);
        }

        @Test
        void is_confirmed_as_it_stands() {
            lead.given(registered, new LeadContactRevised(lenasLead, atHome))
                    .when(new ConfirmLead(lenasLead, alice, now))
                    .expectNoEvents()
                    .expectResultMessagePayload(atHome);
        }

        @Test
        void is_unknown_elsewhere() {
            lead.given(registered).when(new ConfirmLead(lenasLead, eve, now)).expectException(refused(LEAD_UNKNOWN));
        }
    }

    @Nested
    class Learning {
        private final InsightRecorded insight =
                new InsightRecorded(lenasLead, discoveryCall, "pain", "Reports take a week", List.of(segment(1)));

        @Test
        void keeps_an_insight_with_its_evidence() {
            lead.given(registered)
                    .when(new RecordInsight(
                            lenasLead, parley, now, discoveryCall, "pain", "Reports take a week", List.of(segment(1))))
                    .expectEvents(insight);
        }

        @Test
        void keeps_an_insight_once() {
            lead.given(registered, insight)
                    .when(new RecordInsight(
                            lenasLead, parley, now, discoveryCall, "pain", "Reports take a week", List.of(segment(2))))
                    .expectNoEvents();
        }

        @Test
        void refuses_what_nobody_said() {
            lead.given(registered)
                    .when(new RecordInsight(lenasLead, parley, now, discoveryCall, "pain", "Slow", List.of()))
                    .expectException(refused(EVIDENCE_NEEDED, "evidence"));
        }
    }

    @Nested
    class Scoring {
        private final ScoreLead theyNeedIt = score(heard(need, "Faster reports"));
        private final ScoreLead theyNeedItAndCanPay = score(heard(need, "Faster reports"), heard(budget, "yes"));

        @Test
        void keeps_the_receipts_and_proposes_where_the_lead_stands() {
            lead.given(registered)
                    .when(theyNeedItAndCanPay)
                    .expectEvents(
                            scored(theyNeedItAndCanPay),
                            new LeadStatusProposed(
                                    lenasLead, discoveryCall, NEW, ENGAGED, "fit 55 and engagement 0 by bant-1"));
        }

        @Test
        void changes_nothing_when_nothing_else_was_heard() {
            lead.given(registered, scored(theyNeedIt)).when(theyNeedIt).expectNoEvents();
        }

        @Test
        void proposes_nothing_twice() {
            lead.given(registered, scored(theyNeedIt), proposed(NURTURE))
                    .when(score(heard(need, "Something else")))
                    .expectEvents(scored(score(heard(need, "Something else"))));
        }

        @Test
        void proposes_nothing_where_the_lead_stands_already() {
            lead.given(registered, new LeadStatusChanged(lenasLead, NEW, NURTURE, "later"))
                    .when(theyNeedIt)
                    .expectEvents(scored(theyNeedIt));
        }

        @Test
        void proposes_again_after_a_person_has_decided_otherwise() {
            lead.given(
                            registered,
                            scored(theyNeedIt),
                            proposed(NURTURE),
                            new LeadStatusChanged(lenasLead, NEW, QUALIFIED, "I know her"))
                    .when(score(heard(need, "Something else")))
                    .expectEvents(
                            scored(score(heard(need, "Something else"))),
                            new LeadStatusProposed(
                                    lenasLead, discoveryCall, QUALIFIED, NURTURE, "fit 30 and engagement 0 by bant-1"));
        }

        private LeadStatusProposed proposed(LeadStatus to) {
            return new LeadStatusProposed(lenasLead, discoveryCall, NEW, to, "fit 30 and engagement 0 by bant-1");
        }

        private LeadScored scored(ScoreLead command) {
            Score score = ScoreRubric.score(3, command.answers(), silent);
            return new LeadScored(lenasLead, discoveryCall, score);
        }

        private ScoreLead score(HeardAnswer... answers) {
            return new ScoreLead(lenasLead, theHouse, now, discoveryCall, 3, List.of(answers), silent);
        }

        private HeardAnswer heard(Question question, String value) {
            return new HeardAnswer(question, new Answer(value, 0.9, List.of(segment(1)), value));
        }
    }

    @Nested
    class Deciding {
        @Test
        void is_up_to_people() {
            lead.given(registered)
                    .when(new ChangeLeadStatus(lenasLead, alice, now, QUALIFIED, "great talk"))
                    .expectEvents(new LeadStatusChanged(lenasLead, NEW, QUALIFIED, "great talk"));
        }

        @Test
        void refuses_the_status_it_has() {
            lead.given(registered)
                    .when(new ChangeLeadStatus(lenasLead, alice, now, NEW, ""))
                    .expectException(refused(STATUS_UNCHANGED, "status"));
        }
    }
}
