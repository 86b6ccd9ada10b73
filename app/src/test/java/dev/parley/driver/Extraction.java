package dev.parley.driver;

import dev.parley.api.Ids;
import dev.parley.api.interview.Answer;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.transcript.SegmentId;
import dev.parley.driver.Persona.Labelled;
import dev.parley.saga.interview.Interviewer;
import dev.parley.saga.interview.Interviewer.Hearing;
import dev.parley.saga.interview.Interviewer.Said;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Every labelled answer put before an interviewer, and what it made of them, counted. */
final class Extraction {
    private final Interviewer interviewer;
    private final List<String> mistakes = new ArrayList<>();
    private int labels;
    private int right;
    private int found;
    private int expected;

    private Extraction(Interviewer interviewer) {
        this.interviewer = interviewer;
    }

    static Extraction by(Interviewer interviewer) throws IOException {
        var extraction = new Extraction(interviewer);
        for (var name : Persona.ALL) {
            var persona = Persona.named(name);
            if (persona.isLabelled()) extraction.listen(name, persona);
        }
        return extraction;
    }

    int labels() {
        return labels;
    }

    List<String> mistakes() {
        return mistakes;
    }

    /** The harmonic mean of how many of its finds are right and how many of the labels it found. */
    double f1() {
        return 2.0 * right / (found + expected);
    }

    private void listen(String name, Persona persona) {
        var questions = PracticeQuestion.in(persona.language().orElseThrow());
        var labelled = persona.says().orElseThrow();
        for (var asked : questions) {
            var others =
                    questions.stream().filter(question -> question != asked).toList();
            var label = labelled.get(asked.key());
            var hearing = new Hearing(
                    asked.asQuestion(),
                    others.stream().map(PracticeQuestion::asQuestion).toList(),
                    said(label));
            judge(name, asked, label, labelled, hearing);
        }
    }

    private void judge(
            String name, PracticeQuestion asked, Labelled label, Map<String, Labelled> all, Hearing hearing) {
        labels++;
        var answers = new HashMap<>(interviewer.understand(hearing).answers());
        var answer = answers.remove(asked.asQuestion().questionId());
        if (label.value().isPresent()) expected++;
        if (answer != null) found++;
        if (answer != null && isRight(answer, label, hearing)) right++;
        else if (answer != null || label.value().isPresent())
            mistakes.add(name + "/" + asked.key() + " " + label.words() + " -> " + shown(answer));
        answers.forEach((question, ahead) -> judgeAhead(name, question, ahead, all, hearing));
    }

    /** What was answered ahead is right if the persona would have said so when asked. */
    private void judgeAhead(
            String name, QuestionId question, Answer ahead, Map<String, Labelled> all, Hearing hearing) {
        var key = all.keySet().stream()
                .filter(each -> new QuestionId(Ids.named("practice", each)).equals(question))
                .findFirst()
                .orElseThrow();
        var label = all.get(key);
        if (label.value().filter(value -> matches(ahead, value)).isPresent()) return;
        found++;
        mistakes.add(name + "/" + key + " ahead, while asked " + hearing.asked().text() + " -> " + shown(ahead));
    }

    private static boolean isRight(Answer answer, Labelled label, Hearing hearing) {
        var texts = hearing.said().stream()
                .filter(said -> answer.evidence().contains(said.segmentId()))
                .map(Said::text)
                .toList();
        return label.value().filter(value -> matches(answer, value)).isPresent()
                && label.unit().equals(answer.unit().filter(_ -> label.unit().isPresent()))
                && texts.stream().anyMatch(text -> text.contains(answer.quote()))
                && label.quote().filter(answer.quote()::contains).isPresent();
    }

    /** An open answer is the lead's own sentence, so it is right if what matters stands in it. */
    private static boolean matches(Answer answer, String value) {
        var said = answer.value().toLowerCase(Locale.ROOT);
        var meant = value.toLowerCase(Locale.ROOT);
        return said.equals(meant) || (meant.length() > 3 && said.contains(meant));
    }

    private static List<Said> said(Labelled label) {
        return IntStream.range(0, label.words().size())
                .mapToObj(i -> new Said(
                        new SegmentId(Ids.named("words", i)), label.words().get(i)))
                .toList();
    }

    private static String shown(@Nullable Answer answer) {
        return answer == null
                ? "nothing"
                : answer.value() + " " + answer.unit().orElse("") + " “" + answer.quote() + "”";
    }
}
