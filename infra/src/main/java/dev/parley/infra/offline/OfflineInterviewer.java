package dev.parley.infra.offline;

import dev.parley.api.interview.Answer;
import dev.parley.api.questionset.QuestionId;
import dev.parley.infra.meaning.Meanings;
import dev.parley.infra.offline.Ears.Sentence;
import dev.parley.saga.interview.Interviewer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Listens with {@link Ears}, reads answers with {@link AnswerRules} and {@link AnsweredAhead}, speaks with {@link Phrases}. */
public final class OfflineInterviewer implements Interviewer {
    private static final double CONFIRMED = 0.95;
    private static final double DENIED = 0.1;

    private final AnswerRules rules;
    private final AnsweredAhead ahead;
    private final Optional<Meanings> meanings;
    private final Phrases phrases = new Phrases();

    /** By rules alone. */
    public OfflineInterviewer() {
        this(Optional.empty());
    }

    public OfflineInterviewer(Meanings meanings) {
        this(Optional.of(meanings));
    }

    private OfflineInterviewer(Optional<Meanings> meanings) {
        this.meanings = meanings;
        this.rules = new AnswerRules(meanings);
        this.ahead = new AnsweredAhead(rules, meanings);
    }

    @Override
    public String name() {
        return "offline-2";
    }

    @Override
    public Understanding understand(Hearing hearing) {
        var sentences = Ears.sentences(hearing.said());
        if (sentences.stream().anyMatch(Ears::wantsToStop))
            return new Understanding(Verdict.WANTS_TO_STOP, ahead.in(hearing, sentences), Optional.empty());
        var statements =
                sentences.stream().filter(sentence -> !asksBack(sentence)).toList();
        var answers = ahead.in(hearing, statements);
        var verdict = hearing.supposed()
                .map(supposed -> confirm(hearing, supposed, statements, answers))
                .orElseGet(() -> read(hearing, statements, answers));
        return new Understanding(verdict, answers, counterQuestion(sentences));
    }

    private Verdict read(Hearing hearing, List<Sentence> statements, Map<QuestionId, Answer> answers) {
        var reading = rules.read(hearing.asked(), statements);
        reading.answer().ifPresent(answer -> answers.put(hearing.asked().questionId(), answer));
        return reading.verdict();
    }

    /** A yes settles it; another value replaces it; a bare no leaves it in doubt. */
    private Verdict confirm(
            Hearing hearing, Answer supposed, List<Sentence> statements, Map<QuestionId, Answer> answers) {
        var asked = hearing.asked().questionId();
        for (var sentence : statements) {
            var flat = YesOrNo.flatly(sentence.lower());
            if (flat.filter("yes"::equals).isPresent()) {
                answers.put(asked, sentence.saying(supposed.value(), supposed.unit(), CONFIRMED));
                return Verdict.ANSWERED;
            }
            var rest = sentence.from(flat.isPresent() ? sentence.text().indexOf(' ') : 0);
            var other = rules.read(hearing.asked(), List.of(rest)).answer().filter(answer -> isOther(answer, supposed));
            if (other.isPresent() && !(flat.isPresent() && rest == sentence)) {
                answers.put(
                        asked,
                        sentence.saying(
                                other.get().value(),
                                other.get().unit(),
                                other.get().confidence()));
                return Verdict.ANSWERED;
            }
            if (flat.isPresent()) answers.put(asked, sentence.saying(supposed.value(), supposed.unit(), DENIED));
        }
        return Verdict.UNCLEAR;
    }

    private static boolean isOther(Answer answer, Answer supposed) {
        return !answer.value().equals(supposed.value());
    }

    /** "Maybe forty?" asks nothing, nor does "Can we come back to that?". */
    private static boolean asksBack(Sentence sentence) {
        return sentence.asks() && !isAnUnsureAnswer(sentence) && !Hedges.putsOff(sentence.lower());
    }

    private static boolean isAnUnsureAnswer(Sentence sentence) {
        return sentence.text().split("\\s+").length <= 3
                && !Amounts.in(sentence.text()).isEmpty();
    }

    private static Optional<String> counterQuestion(List<Sentence> sentences) {
        return sentences.stream()
                .filter(OfflineInterviewer::asksBack)
                .map(Sentence::text)
                .findFirst();
    }

    /** The greeting is the moment to fetch what understanding will need. */
    @Override
    public String phrase(Cue cue) {
        if (cue.kind() == Cue.Kind.GREET) meanings.ifPresent(Meanings::warmUp);
        return phrases.say(cue);
    }
}
