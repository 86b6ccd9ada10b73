package dev.parley.infra.offline;

import dev.parley.api.interview.Answer;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.questionset.QuestionType;
import dev.parley.infra.meaning.Meanings;
import dev.parley.infra.offline.Ears.Sentence;
import dev.parley.saga.interview.Interviewer.Hearing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** People answer what was not asked yet. Since nobody asked, only what is unmistakable counts. */
final class AnsweredAhead {
    private static final double SURE = 0.7;
    /** Measured on the personas: below this, sentences are about something else more often than not. */
    private static final double SAME_MATTER = 0.42;

    private static final Pattern BUDGET = Pattern.compile(
            "\\b(?:budget|set aside|approved|can spend|budgetiert|eingeplant|bewilligt|presupuesto|aprobado|reservado)\\b");
    private static final Pattern NUMBER_OR_NO =
            Pattern.compile("\\d|(?<!\\p{L})(?:no|kein|keine|ningún|sin)(?!\\p{L})");
    private static final Pattern AUTHORITY = Pattern.compile(
            "\\b(?:i|we|he|she|cfo|ceo|boss|manager|board|ich|wir|chef|chefin|geschäftsführer|jefe|jefa|director) (?:decides?|signs?|approves?|has the last word|entscheidet?n?|unterschreibt|decide|decido|firma)\\b|\\bhas the last word\\b|\\bhat das letzte wort\\b|\\btiene la última palabra\\b");
    private static final Pattern TIMING = Pattern.compile(
            "\\b(?:be live|go live|start(?:ing)?|begin|loslegen|anfangen|starten|beginnen|empezar|arrancar|comenzar) (?:by|in|on|before|from|im|am|ab|bis|en|el|antes|a)\\b");

    private final AnswerRules rules;
    private final Optional<Meanings> meanings;

    AnsweredAhead(AnswerRules rules, Optional<Meanings> meanings) {
        this.rules = rules;
        this.meanings = meanings;
    }

    Map<QuestionId, Answer> in(Hearing hearing, List<Sentence> sentences) {
        var answers = new LinkedHashMap<QuestionId, Answer>();
        for (var question : hearing.open())
            for (var sentence : sentences)
                if (isAbout(question, sentence, hearing.asked()))
                    rules.read(question, List.of(sentence))
                            .answer()
                            .filter(answer -> answer.confidence() >= SURE)
                            .ifPresent(answer -> answers.putIfAbsent(question.questionId(), answer));
        return answers;
    }

    private boolean isAbout(Question question, Sentence sentence, Question asked) {
        return isClearlyAbout(question, sentence) || isMoreAlike(question, sentence, asked);
    }

    private static boolean isClearlyAbout(Question question, Sentence sentence) {
        var words = sentence.lower();
        return switch (question.signal()) {
            case BUDGET ->
                BUDGET.matcher(words).find() && NUMBER_OR_NO.matcher(words).find();
            case AUTHORITY -> AUTHORITY.matcher(words).find();
            case TIMING ->
                question.type() == QuestionType.DATE && TIMING.matcher(words).find();
            case NEED, FIT, NONE -> false;
        };
    }

    private static boolean namesAnOption(Question question, Sentence sentence) {
        return question.options().stream().anyMatch(sentence.text()::contains);
    }

    /** One sentence rarely answers two questions that want a value. */
    private boolean answersWithAValue(Question asked, Sentence sentence) {
        return asked.type() != QuestionType.OPEN
                && rules.read(asked, List.of(sentence)).answer().isPresent();
    }

    /** Only where a value can be read: what is merely alike would fill open questions with anything. */
    private boolean isMoreAlike(Question question, Sentence sentence, Question asked) {
        if (question.type() != QuestionType.NUMBER && question.type() != QuestionType.CHOICE) return false;
        if (question.type() == QuestionType.NUMBER
                && Amounts.in(sentence.text()).stream().noneMatch(amount -> AnswerRules.fit(question, amount) >= 2))
            return false;
        if (question.type() == QuestionType.CHOICE && !namesAnOption(question, sentence)) return false;
        if (meanings.isEmpty() || answersWithAValue(asked, sentence)) return false;
        var alike = meanings.get().alike(question.text(), sentence.text()).orElse(0);
        return alike >= SAME_MATTER
                && alike > meanings.get().alike(asked.text(), sentence.text()).orElse(1);
    }
}
