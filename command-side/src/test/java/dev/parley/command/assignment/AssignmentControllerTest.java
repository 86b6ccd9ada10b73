package dev.parley.command.assignment;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.lenasContact;
import static dev.parley.api.Samples.lenasLead;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.qualification;
import static dev.parley.api.Samples.uuid;
import static dev.parley.command.Counter.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Refused;
import dev.parley.api.assignment.AssignmentCommand.AssignQuestionSet;
import dev.parley.api.assignment.AssignmentCommand.ConfirmAssignments;
import dev.parley.api.assignment.AssignmentCommand.ExplainAssignment;
import dev.parley.api.assignment.AssignmentId;
import dev.parley.api.assignment.AssignmentQuery.Considered;
import dev.parley.api.assignment.AssignmentQuery.Explanation;
import dev.parley.api.assignment.AssignmentQuery.Outcome;
import dev.parley.api.assignment.AssignmentRefusal;
import dev.parley.api.assignment.AssignmentRule;
import dev.parley.api.assignment.AssignmentsId;
import dev.parley.api.assignment.LeadTrait;
import dev.parley.api.lead.LeadCommand.ConfirmLead;
import dev.parley.api.questionset.QuestionSetCommand.PinQuestionSet;
import dev.parley.api.questionset.QuestionSetRefusal;
import dev.parley.command.Counter;
import dev.parley.command.RecordedCommands;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AssignmentControllerTest {
    private static final AssignmentsId ours = AssignmentsId.of(demo);
    private static final AssignmentId winter = new AssignmentId(uuid("winter"));
    private static final AssignmentRule rule = new AssignmentRule(
            winter,
            qualification.questionSetId(),
            Optional.of("discovery"),
            List.of(new LeadTrait(LeadTrait.Of.EMAIL_DOMAIN, "acme.test")),
            10,
            Optional.of(LocalDate.parse("2026-12-01")),
            Optional.empty());

    private final RecordedCommands recorded = new RecordedCommands()
            .answering(PinQuestionSet.class, qualification)
            .answering(ConfirmLead.class, lenasContact);
    private final Counter counter =
            Counter.of(new AssignmentController(recorded.commands(), Clock.fixed(now, ZoneOffset.UTC)));

    @Test
    void takes_a_rule_for_questions_that_there_are() {
        put("""
                {"questionSetId":"%s","meetingType":"discovery","segment":[{"of":"email-domain","value":"acme.test"}],
                 "priority":10,"from":"2026-12-01"}""".formatted(qualification.questionSetId())).expectStatus().isNoContent();
        assertThat(recorded.given())
                .containsExactly(
                        new PinQuestionSet(qualification.questionSetId(), alice, now),
                        new AssignQuestionSet(ours, alice, now, rule));
    }

    @Test
    void refuses_questions_that_are_not_there() {
        recorded.answering(PinQuestionSet.class, new Refused(QuestionSetRefusal.QUESTION_SET_UNKNOWN));
        var answer = put("{\"questionSetId\":\"%s\"}".formatted(qualification.questionSetId()));
        refused(answer, 404, "QUESTION_SET_UNKNOWN", "questionSetId");
        assertThat(recorded.given()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"questionSetId\":null' | MISSING | questionSetId",
                "'\"priority\":101' | MALFORMED_NUMBER | priority",
                "'\"segment\":[{\"of\":\"shoe-size\",\"value\":\"42\"}]' | MALFORMED_CHOICE | segment[0].of",
                "'\"from\":\"soon\"' | MALFORMED_DATE | from",
                "'\"from\":\"2026-12-02\",\"until\":\"2026-12-01\"' | ENDS_BEFORE_IT_STARTS | until",
            })
    void says_what_is_misshapen(String part, String code, String field) {
        refused(put("{\"questionSetId\":\"%s\",%s}".formatted(qualification.questionSetId(), part)), 400, code, field);
        assertThat(recorded.given()).isEmpty();
    }

    @Test
    void explains_who_wins() {
        recorded.answering(
                ExplainAssignment.class,
                new Explanation(Optional.of(rule), List.of(new Considered(rule, Outcome.WINS))));
        get("/explain?leadId=" + lenasLead + "&meetingType=discovery&on=2026-12-01")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"winner":{"questionSetId":"%s"},"considered":[{"rule":{"priority":10},"outcome":"wins"}]}""".formatted(qualification.questionSetId()));
        assertThat(recorded.given().getLast())
                .isEqualTo(new ExplainAssignment(
                        ours, alice, now, "discovery", lenasContact, LocalDate.parse("2026-12-01")));
    }

    @Test
    void nobody_wins_where_there_are_no_rules() {
        recorded.answering(ExplainAssignment.class, new Refused(AssignmentRefusal.NO_ASSIGNMENTS));
        recorded.answering(ConfirmAssignments.class, new Refused(AssignmentRefusal.NO_ASSIGNMENTS));
        get("/explain?leadId=" + lenasLead).expectBody().json("{\"considered\":[]}");
        get("").expectStatus().isOk().expectBody().json("{\"rules\":[]}");
    }

    private ResponseSpec put(String json) {
        return counter.http()
                .put()
                .uri("/api/v1/question-set-assignments/" + winter)
                .header("If-Match", "*")
                .header("Content-Type", "application/json")
                .bodyValue(json)
                .exchange();
    }

    private ResponseSpec get(String path) {
        return counter.http()
                .get()
                .uri("/api/v1/question-set-assignments" + path)
                .exchange();
    }
}
