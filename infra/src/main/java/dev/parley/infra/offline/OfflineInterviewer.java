package dev.parley.infra.offline;

import dev.parley.api.interview.Answer;
import dev.parley.api.questionset.QuestionId;
import dev.parley.saga.interview.Interviewer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Listens with {@link Ears}, reads answers with {@link AnswerRules}, speaks with {@link Phrases}. */
public final class OfflineInterviewer implements Interviewer {
    private final AnswerRules rules = new AnswerRules();
    private final Phrases phrases = new Phrases();

    @Override
    public String name() {
        return "offline-1";
    }

    @Override
    public Understanding understand(Hearing hearing) {
        var sentences = Ears.sentences(hearing.said());
        var counterQuestion = sentences.stream()
                .map(Ears.Sentence::text)
                .filter(text -> text.endsWith("?"))
                .findFirst();
        if (sentences.stream().anyMatch(Ears::wantsToStop))
            return new Understanding(Verdict.WANTS_TO_STOP, answersAhead(hearing, sentences), Optional.empty());
        var statements = sentences.stream()
                .filter(sentence -> !sentence.text().endsWith("?"))
                .toList();
        var answers = answersAhead(hearing, statements);
        var reading = rules.read(hearing.asked(), statements);
        reading.answer().ifPresent(answer -> answers.put(hearing.asked().questionId(), answer));
        return new Understanding(reading.verdict(), answers, counterQuestion);
    }

    @Override
    public String phrase(Cue cue) {
        return phrases.say(cue);
    }

    /** People answer ahead: only what is unmistakable counts, since nobody asked. */
    private Map<QuestionId, Answer> answersAhead(Hearing hearing, List<Ears.Sentence> sentences) {
        var answers = new LinkedHashMap<QuestionId, Answer>();
        for (var question : hearing.open())
            for (var sentence : sentences)
                if (Ears.speaksOf(question, sentence))
                    rules.read(question, List.of(sentence))
                            .answer()
                            .filter(answer -> answer.confidence() >= 0.7)
                            .ifPresent(answer -> answers.putIfAbsent(question.questionId(), answer));
        return answers;
    }
}
