package dev.parley.command.questionset;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.authority;
import static dev.parley.api.Samples.need;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.parley;
import static dev.parley.api.Samples.theHouse;
import static dev.parley.api.Samples.timing;
import static dev.parley.api.questionset.QuestionSetRefusal.NOTHING_TO_PUBLISH;
import static dev.parley.api.questionset.QuestionSetRefusal.PEOPLE_PUBLISH;
import static dev.parley.api.questionset.QuestionSetRefusal.SUGGESTION_UNKNOWN;
import static dev.parley.api.questionset.QuestionSetRefusal.TOO_MANY_SUGGESTIONS;
import static dev.parley.command.RefusedBecause.refused;
import static dev.parley.command.questionset.Basics.basics;
import static dev.parley.command.questionset.Basics.drafted;
import static dev.parley.command.questionset.Basics.first;

import dev.parley.api.Actor;
import dev.parley.api.Ids;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.questionset.QuestionSetCommand.AcceptSuggestion;
import dev.parley.api.questionset.QuestionSetCommand.DismissSuggestion;
import dev.parley.api.questionset.QuestionSetCommand.PublishQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.SuggestQuestion;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSuggested;
import dev.parley.api.questionset.QuestionSetEvent.SuggestionAccepted;
import dev.parley.api.questionset.QuestionSetEvent.SuggestionDismissed;
import dev.parley.api.questionset.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a model suggests lies beside the draft until a person takes it over, and is published by nobody else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SuggestionsTest {
    private static final Suggestion whoDecides = new Suggestion(authority, "Nobody is asked who decides.", "rules-1");
    private static final QuestionSuggested suggested = new QuestionSuggested(basics, whoDecides);

    private final FixtureConfiguration<QuestionSet> set = new AggregateTestFixture<>(QuestionSet.class);

    @Test
    void a_suggestion_keeps_its_rationale() {
        set.given(drafted)
                .when(new SuggestQuestion(basics, parley, now, whoDecides))
                .expectEvents(suggested);
    }

    @Test
    void a_suggestion_is_no_part_of_the_draft() {
        set.given(drafted, first, suggested)
                .when(new PublishQuestionSet(basics, alice, now))
                .expectException(refused(NOTHING_TO_PUBLISH));
    }

    static Stream<Actor> nobodyElse() {
        return Stream.of(parley, theHouse);
    }

    @ParameterizedTest
    @MethodSource("nobodyElse")
    void nothing_is_published_without_a_person(Actor by) {
        set.given(drafted)
                .when(new PublishQuestionSet(basics, by, now))
                .expectNoEvents()
                .expectException(refused(PEOPLE_PUBLISH));
    }

    @ParameterizedTest
    @MethodSource("nobodyElse")
    void nothing_is_taken_over_without_a_person(Actor by) {
        set.given(drafted, suggested)
                .when(new AcceptSuggestion(basics, by, now, authority))
                .expectNoEvents()
                .expectException(refused(PEOPLE_PUBLISH));
    }

    @Test
    void a_person_takes_it_over_in_their_own_words() {
        var reworded = new Question(
                authority.questionId(), "Who signs?", authority.type(), true, List.of(), 1, authority.signal());
        set.given(drafted, suggested)
                .when(new AcceptSuggestion(basics, alice, now, reworded))
                .expectEvents(new SuggestionAccepted(basics, reworded));
        set.given(drafted, suggested, new SuggestionAccepted(basics, reworded))
                .when(new AcceptSuggestion(basics, alice, now, reworded))
                .expectNoEvents();
    }

    @Test
    void or_dismisses_it() {
        var dismissed = new SuggestionDismissed(basics, authority.questionId());
        set.given(drafted, suggested)
                .when(new DismissSuggestion(basics, alice, now, authority.questionId()))
                .expectEvents(dismissed);
        set.given(drafted, suggested, dismissed)
                .when(new AcceptSuggestion(basics, alice, now, authority))
                .expectException(refused(SUGGESTION_UNKNOWN));
    }

    @Test
    void refuses_to_dismiss_what_nobody_suggested() {
        set.given(drafted)
                .when(new DismissSuggestion(basics, alice, now, timing.questionId()))
                .expectException(refused(SUGGESTION_UNKNOWN));
    }

    @Test
    void refuses_more_than_people_can_decide_on() {
        var many = new ArrayList<Object>(List.of(drafted));
        for (var i = 0; i < 20; i++) many.add(new QuestionSuggested(basics, another(i)));
        set.given(many)
                .when(new SuggestQuestion(basics, parley, now, whoDecides))
                .expectException(refused(TOO_MANY_SUGGESTIONS));
    }

    private static Suggestion another(int number) {
        var id = new QuestionId(Ids.named("another", number));
        var question = new Question(id, "Why " + number + "?", need.type(), false, List.of(), 0, need.signal());
        return new Suggestion(question, "Somebody may ask.", "rules-1");
    }
}
