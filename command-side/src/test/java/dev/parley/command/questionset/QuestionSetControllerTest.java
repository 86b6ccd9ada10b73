package dev.parley.command.questionset;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.uuid;
import static dev.parley.api.questionset.Condition.Comparison.ANSWERED;
import static dev.parley.api.questionset.Condition.Comparison.AT_LEAST;
import static dev.parley.command.Counter.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.questionset.Condition;
import dev.parley.api.questionset.CrmField;
import dev.parley.api.questionset.CrmField.Transform;
import dev.parley.api.questionset.Languages;
import dev.parley.api.questionset.Mapping;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.Question.Signal;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.questionset.QuestionSetCommand.AddQuestion;
import dev.parley.api.questionset.QuestionSetCommand.DraftQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.OfferLanguages;
import dev.parley.api.questionset.QuestionSetCommand.PublishQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.Published;
import dev.parley.api.questionset.QuestionSetCommand.RemoveQuestion;
import dev.parley.api.questionset.QuestionSetCommand.ReorderQuestions;
import dev.parley.api.questionset.QuestionSetCommand.RetireQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.ReviseQuestion;
import dev.parley.api.questionset.QuestionSetCommand.ReviseQuestionSet;
import dev.parley.api.questionset.QuestionSetId;
import dev.parley.api.questionset.QuestionType;
import dev.parley.command.Counter;
import dev.parley.command.RecordedCommands;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QuestionSetControllerTest {
    private static final QuestionSetId basics = new QuestionSetId(uuid("basics"));
    private static final QuestionId colour = new QuestionId(uuid("colour"));
    private static final String path = "/question-sets/" + basics;

    private final RecordedCommands recorded =
            new RecordedCommands().answering(PublishQuestionSet.class, new Published(2, 9));
    private final Counter counter =
            Counter.of(new QuestionSetController(recorded.commands(), Clock.fixed(now, ZoneOffset.UTC)));

    @Test
    void drafts_what_is_asked_for() {
        counter.post("/question-sets", """
                        {"questionSetId":"%s","title":"Basics","category":"sales","questions":[
                          {"questionId":"%s","text":"Which colour?","type":"choice","mandatory":true,
                           "options":["Red","Green"],"maxFollowUps":0,"signal":"fit"}]}""".formatted(basics, colour))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Location", "/api/v1/question-sets/" + basics)
                .expectBody()
                .json("{\"questionSetId\":\"%s\"}".formatted(basics));
        var question = new Question(
                colour, "Which colour?", QuestionType.CHOICE, true, List.of("Red", "Green"), 0, Signal.FIT);
        assertThat(recorded.given())
                .containsExactly(new DraftQuestionSet(basics, alice, now, "Basics", "sales", List.of(question)));
    }

    @Test
    void fills_in_what_is_usual() {
        counter.post("/question-sets", """
                        {"title":"Basics","questions":[{"text":"Is there a budget?","type":"yes-no"}]}""").expectStatus().isCreated();
        var draft = (DraftQuestionSet) recorded.given().getFirst();
        var question = draft.questions().getFirst();
        assertThat(draft.category()).isEqualTo("general");
        assertThat(question)
                .isEqualTo(new Question(
                        question.questionId(),
                        "Is there a budget?",
                        QuestionType.YES_NO,
                        false,
                        List.of(),
                        1,
                        Signal.BUDGET));
    }

    @Test
    void takes_when_a_question_is_to_be_asked() {
        counter.post("/question-sets", """
                        {"title":"Basics","questions":[{"text":"Which one?","type":"open",
                          "askWhen":[{"questionId":"%s","is":"at-least","value":"5000"},{"questionId":"%s","is":"answered"}]}]}""".formatted(colour, colour))
                .expectStatus()
                .isCreated();
        assertThat(((DraftQuestionSet) recorded.given().getFirst())
                        .questions()
                        .getFirst()
                        .askWhen())
                .containsExactly(new Condition(colour, AT_LEAST, "5000"), new Condition(colour, ANSWERED, ""));
    }

    @Test
    void drafts_the_same_when_the_request_is_repeated() {
        var body = """
                {"questionSetId":"%s","title":"Basics","questions":[
                  {"text":"Is there a budget?","type":"yes-no"},{"text":"Since when?","type":"open"}]}""".formatted(basics);
        counter.post("/question-sets", body).expectStatus().isCreated();
        counter.post("/question-sets", body).expectStatus().isCreated();
        assertThat(recorded.given().get(0)).isEqualTo(recorded.given().get(1));
        assertThat(((DraftQuestionSet) recorded.given().getFirst()).questions())
                .extracting(Question::questionId)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"questions\":[]}                                                                    | 400 | MISSING          | title",
                "{\"title\":\"B\",\"questions\":[null]}                                                | 400 | MISSING          | questions[0]",
                "{\"title\":\"B\",\"questions\":[{\"type\":\"open\"}]}                                 | 400 | MISSING          | questions[0].text",
                "{\"title\":\"B\",\"questions\":[{\"text\":\"Q\"}]}                                    | 400 | MISSING          | questions[0].type",
                "{\"title\":\"B\",\"questions\":[{\"text\":\"Q\",\"type\":\"essay\"}]}                 | 400 | MALFORMED_CHOICE | questions[0].type",
                "{\"title\":\"B\",\"questions\":[{\"text\":\"Q\",\"type\":\"open\",\"signal\":\"x\"}]}    | 400 | MALFORMED_CHOICE | questions[0].signal",
                "{\"title\":\"B\",\"questions\":[{\"text\":\"Q\",\"type\":\"open\",\"maxFollowUps\":6}]}   | 400 | MALFORMED_NUMBER | questions[0].maxFollowUps",
                "{\"title\":\"B\",\"questions\":[{\"text\":\"Q\",\"type\":\"open\",\"questionId\":\"1\"}]} | 400 | MALFORMED_ID     | questions[0].questionId",
                "{\"title\":\"B\",\"questions\":[{\"text\":\"Q\",\"type\":\"multi\",\"options\":[\"a\",\" \"]}]}  | 400 | MISSING   | questions[0].options[1]",
                "{\"title\":\"B\",\"questions\":[{\"text\":\"Q\",\"type\":\"multi\",\"options\":[\"a\"]}]}       | 422 | OPTIONS_NEEDED | questions[0].options",
                "{\"title\":\"B\",\"questions\":[{\"text\":\"Q\",\"type\":\"open\",\"askWhen\":[{}]}]}         | 400 | MISSING | questions[0].askWhen[0].questionId",
                "{\"title\":\"B\",\"questions\":[{\"text\":\"Q\",\"type\":\"open\",\"askWhen\":[null]}]}       | 400 | MISSING | questions[0].askWhen[0]",
                "{\"title\":\"B\",\"questions\":[{\"text\":\"Q\",\"type\":\"open\",\"askWhen\":[{\"questionId\":\"0199c8e2-0000-7000-8000-000000000001\",\"is\":\"like\"}]}]} | 400 | MALFORMED_CHOICE | questions[0].askWhen[0].is",
                "{\"title\":\"B\",\"questions\":[{\"text\":\"Q\",\"type\":\"open\",\"askWhen\":[{\"questionId\":\"0199c8e2-0000-7000-8000-000000000001\",\"is\":\"at-most\",\"value\":\"few\"}]}]} | 400 | MALFORMED_NUMBER | questions[0].askWhen[0].value"
            })
    void refuses_what_is_misshapen_and_says_where(String body, int status, String code, String field) {
        refused(counter.post("/question-sets", body), status, code, field);
        assertThat(recorded.given()).isEmpty();
    }

    @Test
    void refuses_more_questions_than_anybody_answers() {
        var many = "{\"text\":\"Q\",\"type\":\"open\"},".repeat(100) + "{\"text\":\"Q\",\"type\":\"open\"}";
        refused(
                counter.post("/question-sets", "{\"title\":\"B\",\"questions\":[" + many + "]}"),
                400,
                "TOO_MANY",
                "questions");
    }

    @Test
    void revises_what_is_said() {
        counter.patch(path, "\"4\"", "{\"title\":\"Essentials\"}")
                .expectStatus()
                .isNoContent();
        assertThat(recorded.given())
                .containsExactly(
                        new ReviseQuestionSet(basics, alice, now, Optional.of("Essentials"), Optional.empty()));
        assertThat(recorded.expectedVersion()).isEqualTo(4L);
    }

    @Test
    void adds_a_question() {
        counter.post(
                        path + "/questions",
                        "{\"questionId\":\"%s\",\"text\":\"Why?\",\"type\":\"open\"}".formatted(colour))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Location", "/api/v1" + path + "/questions/" + colour)
                .expectBody()
                .json("{\"questionId\":\"%s\"}".formatted(colour));
        assertThat(recorded.given()).containsExactly(new AddQuestion(basics, alice, now, why()));
    }

    @Test
    void revises_the_question_that_the_address_names() {
        var other = uuid("other");
        counter.http()
                .put()
                .uri("/api/v1" + path + "/questions/" + colour)
                .header("If-Match", "\"4\"")
                .header("Content-Type", "application/json")
                .bodyValue("{\"questionId\":\"%s\",\"text\":\"Why?\",\"type\":\"open\"}".formatted(other))
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(recorded.given()).containsExactly(new ReviseQuestion(basics, alice, now, why()));
    }

    @Test
    void removes_a_question() {
        counter.http()
                .delete()
                .uri("/api/v1" + path + "/questions/" + colour)
                .header("If-Match", "\"4\"")
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(recorded.given()).containsExactly(new RemoveQuestion(basics, alice, now, colour));
        assertThat(recorded.expectedVersion()).isEqualTo(4L);
    }

    @Test
    void puts_questions_into_order() {
        order("{\"order\":[\"%s\"]}".formatted(colour)).expectStatus().isNoContent();
        assertThat(recorded.given()).containsExactly(new ReorderQuestions(basics, alice, now, List.of(colour)));
    }

    @Test
    void refuses_an_order_of_nothing() {
        refused(order("{}"), 400, "MISSING", "order");
        refused(order("{\"order\":[\"%s\",\"second\"]}".formatted(colour)), 400, "MALFORMED_ID", "order[1]");
    }

    @Test
    void publishes_and_says_which_version() {
        counter.post(path + "/publish", "")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"9\"")
                .expectBody()
                .json("{\"version\":2}");
        assertThat(recorded.given()).containsExactly(new PublishQuestionSet(basics, alice, now));
    }

    @Test
    void publishes_in_some_languages_only() {
        counter.post(path + "/publish?languages=en,de", "").expectStatus().isOk();
        assertThat(recorded.given())
                .containsExactly(new PublishQuestionSet(basics, alice, now, Optional.of(List.of("en", "de"))));
    }

    @Test
    void takes_translations_and_where_answers_go() {
        counter.post(path + "/questions", """
                        {"questionId":"%s","text":"Which colour?","type":"choice","options":["Red","Green"],
                         "category":"Taste","translations":[{"language":"de","text":"Welche Farbe?","options":["Rot","Grün"]}],
                         "mapping":{"weight":5,"crm":{"field":"UsrColour","transform":"lookup",
                           "values":{"Red":"%s"}}}}""".formatted(colour, uuid("red")))
                .expectStatus()
                .isCreated();
        var question = ((AddQuestion) recorded.given().getFirst()).question();
        assertThat(question.category()).isEqualTo("Taste");
        assertThat(question.in("de").options()).containsExactly("Rot", "Grün");
        assertThat(question.mapping())
                .contains(new Mapping(
                        Optional.of(5),
                        Optional.of(new CrmField(
                                "UsrColour",
                                Transform.LOOKUP,
                                Map.of("Red", uuid("red").toString())))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"translations\":[{\"language\":\"german\",\"text\":\"Wie?\"}]' | 400 | MALFORMED_LANGUAGE | translations[0].language",
                "'\"translations\":[{\"language\":\"de\"}]' | 400 | MISSING | translations[0].text",
                "'\"unit\":\"EUR\"' | 422 | UNIT_NEEDS_NUMBER | unit",
                "'\"mapping\":{\"weight\":101}' | 400 | MALFORMED_NUMBER | mapping.weight",
                "'\"mapping\":{\"crm\":{\"field\":\"PredictiveScore\"}}' | 422 | CRM_FIELD_NOT_OURS | mapping.crm.field",
                "'\"mapping\":{\"crm\":{\"field\":\"Budget\",\"transform\":\"number\"}}' | 422 | TRANSFORM_DOES_NOT_FIT | mapping.crm.transform",
            })
    void refuses_what_does_not_fit(String part, int status, String code, String field) {
        refused(
                counter.post(path + "/questions", "{\"text\":\"Why?\",\"type\":\"open\"," + part + "}"),
                status,
                code,
                field);
        assertThat(recorded.given()).isEmpty();
    }

    @Test
    void says_which_languages_a_set_is_for() {
        counter.http()
                .put()
                .uri("/api/v1" + path + "/languages")
                .header("If-Match", "*")
                .header("Content-Type", "application/json")
                .bodyValue("{\"own\":\"en\",\"others\":[\"de\"]}")
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(recorded.given())
                .containsExactly(
                        new OfferLanguages(basics, alice, now, new Languages(Optional.of("en"), List.of("de"))));
    }

    @Test
    void retires() {
        counter.post(path + "/retire", "").expectStatus().isNoContent();
        assertThat(recorded.given()).containsExactly(new RetireQuestionSet(basics, alice, now));
    }

    @ParameterizedTest
    @CsvSource({"POST,/questions", "PUT,/order", "POST,/publish", "POST,/retire", "PATCH,''"})
    void needs_to_know_what_the_client_saw(String method, String tail) {
        var answer = counter.http()
                .method(HttpMethod.valueOf(method))
                .uri("/api/v1" + path + tail)
                .header("Content-Type", "application/json")
                .bodyValue("{\"text\":\"Why?\",\"type\":\"open\",\"order\":[]}")
                .exchange();
        refused(answer, 428, "IF_MATCH_NEEDED", "If-Match");
        assertThat(recorded.given()).isEmpty();
    }

    private WebTestClient.ResponseSpec order(String body) {
        return counter.http()
                .put()
                .uri("/api/v1" + path + "/order")
                .header("If-Match", "*")
                .header("Content-Type", "application/json")
                .bodyValue(body)
                .exchange();
    }

    private static Question why() {
        return new Question(colour, "Why?", QuestionType.OPEN, false, List.of(), 1, Signal.NONE);
    }
}
