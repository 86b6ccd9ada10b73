package dev.parley.api.questionset;

import static dev.parley.api.questionset.Condition.Comparison.EQUAL;
import static dev.parley.api.questionset.Condition.Comparison.UNANSWERED;
import static dev.parley.api.questionset.QuestionSetRefusal.BRANCH_CYCLE;
import static dev.parley.api.questionset.QuestionSetRefusal.BRANCH_DEAD_END;
import static dev.parley.api.questionset.QuestionSetRefusal.CONDITION_UNKNOWN;

import dev.parley.api.Refused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the questions of a set lead to: nobody publishes one that no lead could ever be asked. */
public final class Branches {
    private static final BigDecimal A_LITTLE = new BigDecimal("0.001");

    private final List<Question> questions;
    private final Map<QuestionId, Integer> places = new HashMap<>();

    private Branches(List<Question> questions) {
        this.questions = questions;
        for (var place = 0; place < questions.size(); place++)
            places.put(questions.get(place).questionId(), place);
    }

    /**
     * @param questions in the order in which they are asked
     * @throws Refused with the place of the condition that is to blame, or with the way round a cycle
     */
    public static void check(List<Question> questions) {
        var branches = new Branches(questions);
        branches.mustKnowEachOther();
        branches.mustNotWaitForOneAnother();
        for (var place = 0; place < questions.size(); place++) branches.mustBeReached(place);
    }

    private void mustKnowEachOther() {
        for (var place = 0; place < questions.size(); place++) {
            var conditions = questions.get(place).askWhen();
            for (var nth = 0; nth < conditions.size(); nth++)
                if (!places.containsKey(conditions.get(nth).questionId()))
                    throw new Refused(CONDITION_UNKNOWN, condition(place, nth) + ".questionId");
        }
    }

    private void mustNotWaitForOneAnother() {
        var settled = new HashSet<Integer>();
        for (var place = 0; place < questions.size(); place++) follow(place, new ArrayList<>(), settled);
    }

    private void follow(int place, List<Integer> way, Set<Integer> settled) {
        if (way.contains(place)) throw new Refused(BRANCH_CYCLE, written(way.subList(way.indexOf(place), way.size())));
        if (settled.contains(place)) return;
        way.add(place);
        for (var condition : questions.get(place).askWhen()) follow(placeOf(condition), way, settled);
        way.removeLast();
        settled.add(place);
    }

    private static String written(List<Integer> cycle) {
        var way = new ArrayList<>(cycle);
        way.add(cycle.getFirst());
        return way.stream().map(place -> "questions[" + place + "]").collect(Collectors.joining(" → "));
    }

    private void mustBeReached(int place) {
        var conditions = questions.get(place).askWhen();
        for (var nth = 0; nth < conditions.size(); nth++) {
            var condition = conditions.get(nth);
            if (placeOf(condition) > place || !isPossible(condition))
                throw new Refused(BRANCH_DEAD_END, condition(place, nth));
        }
        var needed = new LinkedHashMap<QuestionId, List<Condition>>();
        gather(place, needed);
        needed.forEach((of, all) -> {
            if (!canAllHold(question(of), all)) throw new Refused(BRANCH_DEAD_END, "questions[" + place + "].askWhen");
        });
    }

    /** All that must hold for a question to be asked: whoever must have answered must have been asked. */
    private void gather(int place, Map<QuestionId, List<Condition>> needed) {
        for (var condition : questions.get(place).askWhen()) {
            var known = needed.computeIfAbsent(condition.questionId(), _ -> new ArrayList<>());
            if (known.contains(condition)) continue;
            known.add(condition);
            if (condition.is() != UNANSWERED) gather(placeOf(condition), needed);
        }
    }

    /** Whether any answer that the question allows would do. */
    private boolean isPossible(Condition condition) {
        var asked = question(condition.questionId());
        if (!condition.is().compares()) return true;
        return switch (asked.type()) {
            case SCALE, NUMBER -> Condition.number(condition.value()).isPresent();
            case YES_NO ->
                !condition.is().orders() && Stream.of("yes", "no").anyMatch(condition.value()::equalsIgnoreCase);
            case CHOICE, MULTI ->
                !condition.is().orders() && asked.options().stream().anyMatch(condition.value()::equalsIgnoreCase);
            case OPEN, DATE -> !condition.is().orders();
        };
    }

    private static boolean canAllHold(Question asked, List<Condition> conditions) {
        if (conditions.stream().anyMatch(one -> one.is() == UNANSWERED))
            return conditions.stream().allMatch(one -> one.is() == UNANSWERED);
        if (asked.type() == QuestionType.MULTI) return conditions.stream().noneMatch(one -> isDenied(one, conditions));
        return witnesses(asked, conditions)
                .anyMatch(answer -> conditions.stream().allMatch(one -> one.holdsFor(Optional.of(answer))));
    }

    /** Several options may be chosen at once, so only the same one wanted and not wanted is too much. */
    private static boolean isDenied(Condition one, List<Condition> others) {
        return one.is() == EQUAL
                && others.stream()
                        .anyMatch(other -> other.is() == Condition.Comparison.DIFFERENT
                                && other.value().equalsIgnoreCase(one.value()));
    }

    /** If any answer makes them all hold, then one of these. */
    private static Stream<String> witnesses(Question asked, List<Condition> conditions) {
        return switch (asked.type()) {
            case YES_NO -> Stream.of("yes", "no");
            case CHOICE, MULTI -> asked.options().stream();
            case SCALE, NUMBER ->
                Stream.concat(
                        Stream.of("0"),
                        conditions.stream()
                                .flatMap(one -> Condition.number(one.value()).stream())
                                .flatMap(bound -> Stream.of(bound, bound.add(A_LITTLE), bound.subtract(A_LITTLE)))
                                .map(BigDecimal::toPlainString));
            case OPEN, DATE -> Stream.concat(conditions.stream().map(Condition::value), Stream.of("something else"));
        };
    }

    private int placeOf(Condition condition) {
        return places.getOrDefault(condition.questionId(), -1);
    }

    private Question question(QuestionId id) {
        return questions.get(places.getOrDefault(id, -1));
    }

    private static String condition(int place, int nth) {
        return "questions[" + place + "].askWhen[" + nth + "]";
    }
}
