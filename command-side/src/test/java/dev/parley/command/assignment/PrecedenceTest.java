package dev.parley.command.assignment;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.lenasContact;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.uuid;
import static dev.parley.api.assignment.AssignmentQuery.Outcome.*;
import static dev.parley.api.assignment.LeadTrait.Of.COMPANY;
import static dev.parley.api.assignment.LeadTrait.Of.EMAIL_DOMAIN;
import static dev.parley.api.assignment.LeadTrait.Of.TITLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.assignment.AssignmentCommand.ExplainAssignment;
import dev.parley.api.assignment.AssignmentId;
import dev.parley.api.assignment.AssignmentQuery.Considered;
import dev.parley.api.assignment.AssignmentQuery.Explanation;
import dev.parley.api.assignment.AssignmentRule;
import dev.parley.api.assignment.AssignmentsId;
import dev.parley.api.assignment.LeadTrait;
import dev.parley.api.questionset.QuestionSetId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lena of acme.test, Head of Operations at Acme, has a discovery call. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PrecedenceTest {
    private static final QuestionSetId set = new QuestionSetId(uuid("set"));
    private static final LeadTrait atAcme = new LeadTrait(EMAIL_DOMAIN, "ACME.test");
    private static final AssignmentRule forAll = rule("for all", 0);
    private static final AssignmentRule forDiscovery =
            new AssignmentRule(id("discovery"), set, Optional.of("discovery"), List.of(), 0, none(), none());
    private static final AssignmentRule forAcme = segment(atAcme);

    @Test
    void the_same_lead_and_two_rules_the_winner_is_explained() {
        var explanation = explain(forAll, forAcme);
        assertThat(explanation.winner()).contains(forAcme);
        assertThat(explanation.considered())
                .containsExactly(new Considered(forAcme, WINS), new Considered(forAll, LESS_PRECISE));
    }

    @Test
    void priority_beats_precision() {
        var urgent = rule("urgent", 50);
        assertThat(explain(urgent, forAcme, forDiscovery).considered())
                .containsExactly(
                        new Considered(urgent, WINS),
                        new Considered(forDiscovery, LOWER_PRIORITY),
                        new Considered(forAcme, LOWER_PRIORITY));
    }

    @Test
    void of_equals_the_one_that_starts_later_wins_then_the_one_that_was_made_later() {
        var winter = during("winter", "2026-12-01", "2027-02-28");
        assertThat(explain(winter, forAll).considered())
                .containsExactly(new Considered(winter, WINS), new Considered(forAll, EARLIER_START));
        var another = rule("another", 0);
        assertThat(explain(forAll, another).considered())
                .containsExactly(new Considered(another, WINS), new Considered(forAll, MADE_EARLIER));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30,NOT_YET",
        "2026-12-01,WINS",
        "2027-02-28,WINS",
        "2027-03-01,NO_LONGER",
    })
    void applies_from_its_first_day_to_its_last(LocalDate day, String outcome) {
        var winter = during("winter", "2026-12-01", "2027-02-28");
        var considered = explain(day, winter).considered().getFirst();
        assertThat(considered.outcome().name()).isEqualTo(outcome);
    }

    @Test
    void says_why_others_do_not_apply() {
        var demos = new AssignmentRule(id("demos"), set, Optional.of("demo"), List.of(), 90, none(), none());
        var elsewhere = segment(new LeadTrait(EMAIL_DOMAIN, "cme.test"));
        assertThat(explain(demos, elsewhere).winner()).isEmpty();
        assertThat(explain(demos, elsewhere).considered())
                .containsExactly(new Considered(demos, OTHER_MEETING_TYPE), new Considered(elsewhere, OTHER_SEGMENT));
    }

    @Test
    void a_segment_is_who_has_all_its_traits() {
        assertThat(explain(segment(new LeadTrait(COMPANY, "acme"), new LeadTrait(TITLE, "operations")))
                        .winner())
                .isPresent();
        assertThat(explain(segment(new LeadTrait(COMPANY, "acme"), new LeadTrait(TITLE, "finance")))
                        .winner())
                .isEmpty();
    }

    private static Explanation explain(AssignmentRule... rules) {
        return explain(LocalDate.parse("2026-12-01"), rules);
    }

    private static Explanation explain(LocalDate day, AssignmentRule... rules) {
        return Precedence.among(
                List.of(rules),
                new ExplainAssignment(AssignmentsId.of(demo), alice, now, "discovery", lenasContact, day));
    }

    private static AssignmentRule rule(String name, int priority) {
        return new AssignmentRule(id(name), set, Optional.empty(), List.of(), priority, none(), none());
    }

    private static AssignmentRule segment(LeadTrait... traits) {
        var name = "segment " + List.of(traits);
        return new AssignmentRule(id(name), set, Optional.empty(), List.of(traits), 0, none(), none());
    }

    private static AssignmentRule during(String name, String from, String until) {
        return new AssignmentRule(
                id(name),
                set,
                Optional.empty(),
                List.of(),
                0,
                Optional.of(LocalDate.parse(from)),
                Optional.of(LocalDate.parse(until)));
    }

    private static Optional<LocalDate> none() {
        return Optional.empty();
    }

    private static AssignmentId id(String name) {
        return new AssignmentId(uuid(name));
    }
}
