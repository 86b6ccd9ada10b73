package dev.parley.infra.offline;

import dev.parley.api.questionset.Question;
import dev.parley.saga.interview.Interviewer.Cue;
import java.util.List;
import java.util.stream.Collectors;

/** The words of the offline interviewer: varied, but the same for the same cue. The question itself keeps its own language. */
final class Phrases {

    String say(Cue cue) {
        var words = PhraseBook.in(cue.language());
        return switch (cue.kind()) {
            case GREET -> words.greeting().formatted(firstName(cue.leadName(), words));
            case ASK -> join(reaction(cue, words), text(cue));
            case FOLLOW_UP -> join(pick(words.more(), cue), words.hadAsked() + text(cue));
            case CONFIRM -> confirm(cue, words);
            case CLARIFY ->
                join(
                        cue.counterQuestion().isPresent() ? words.colleague() : words.sorry(),
                        text(cue),
                        hint(cue, words));
            case CLOSE -> close(cue, words);
        };
    }

    private static String reaction(Cue cue, PhraseBook words) {
        if (cue.counterQuestion().isPresent()) return words.colleague();
        return cue.lastSaid().isBlank() ? "" : pick(words.thanks(), cue);
    }

    private static String confirm(Cue cue, PhraseBook words) {
        var supposed = cue.supposed().map(Phrases::clip).orElse("");
        return join(text(cue), words.understood().formatted(supposed.replaceAll("[<>*`]", "")));
    }

    private static String hint(Cue cue, PhraseBook words) {
        return cue.question()
                .map(question -> switch (question.type()) {
                    case YES_NO -> words.yesOrNo();
                    case NUMBER -> words.roughNumber();
                    case SCALE -> words.oneToTen();
                    case DATE -> words.roughDate();
                    case CHOICE, MULTI -> words.chooseFrom() + String.join(", ", question.options()) + ".";
                    case OPEN -> words.fewWords();
                })
                .orElse("");
    }

    private static String close(Cue cue, PhraseBook words) {
        var recap = cue.answered().entrySet().stream()
                .limit(3)
                .map(entry -> "“" + clip(entry.getKey()) + "”: " + clip(entry.getValue()))
                .collect(Collectors.joining("; "));
        var heard = recap.isEmpty() ? "" : words.noted() + recap.replaceAll("[.!?]+(?=$|[\\s”;])", "") + ".";
        return join(words.goodbye().formatted(firstName(cue.leadName(), words)), heard, words.nextSteps());
    }

    private static String text(Cue cue) {
        return cue.question().map(Question::text).orElse("");
    }

    private static String pick(List<String> choices, Cue cue) {
        return choices.get(Math.floorMod(
                cue.question().map(Question::text).orElse("").hashCode() + cue.followUp(), choices.size()));
    }

    /** Names come from outside: only letters of the first word are spoken. */
    private static String firstName(String name, PhraseBook words) {
        var first = name.strip().split("[^\\p{L}'’-]+")[0];
        return first.isEmpty() ? words.nameless() : first;
    }

    private static String clip(String text) {
        return text.length() <= 80 ? text : text.substring(0, 79) + "…";
    }

    private static String join(String... parts) {
        return List.of(parts).stream().filter(part -> !part.isBlank()).collect(Collectors.joining(" "));
    }
}
