package dev.parley.infra.offline;

import dev.parley.api.questionset.Question;
import dev.parley.saga.interview.Interviewer.Cue;
import java.util.List;
import java.util.stream.Collectors;

/** The words of the offline interviewer: varied, but the same for the same cue. */
final class Phrases {
    private static final List<String> THANKS =
            List.of("Thank you, that helps.", "Understood.", "Thanks, I have noted that.", "That is good to know.");
    private static final List<String> MORE = List.of(
            "Could you tell me a little more about that?",
            "Can you make that a bit more concrete for me?",
            "What would be a typical example?");

    String say(Cue cue) {
        return switch (cue.kind()) {
            case GREET ->
                "Thank you, " + firstName(cue.leadName())
                        + ". I have a few short questions, and you can skip any of them or stop whenever you like.";
            case ASK -> join(reaction(cue), text(cue));
            case FOLLOW_UP -> join(pick(MORE, cue), "I had asked: " + text(cue));
            case CLARIFY -> join("Sorry, I did not quite get that.", text(cue), hint(cue));
            case CLOSE -> close(cue);
        };
    }

    private static String reaction(Cue cue) {
        if (cue.counterQuestion().isPresent()) return "A colleague will answer that one for you after our call.";
        return cue.lastSaid().isBlank() ? "" : pick(THANKS, cue);
    }

    private static String hint(Cue cue) {
        return cue.question()
                .map(question -> switch (question.type()) {
                    case YES_NO -> "A yes or a no is enough.";
                    case NUMBER -> "A rough number is enough.";
                    case SCALE -> "A number from 1 to 10 is enough.";
                    case DATE -> "A month or a quarter is enough.";
                    case CHOICE, MULTI -> "You can choose from: " + String.join(", ", question.options()) + ".";
                    case OPEN -> "A few words are enough.";
                })
                .orElse("");
    }

    private static String close(Cue cue) {
        var recap = cue.answered().entrySet().stream()
                .limit(3)
                .map(entry -> "“" + clip(entry.getKey()) + "”: " + clip(entry.getValue()))
                .collect(Collectors.joining("; "));
        var heard = recap.isEmpty()
                ? ""
                : "What I have noted, in short: " + recap.replaceAll("[.!?]+(?=$|[\\s”;])", "") + ".";
        return join(
                "Thank you for your time, " + firstName(cue.leadName()) + ".",
                heard,
                "You will get a summary by mail, and a colleague will come back to you. Goodbye!");
    }

    private static String text(Cue cue) {
        return cue.question().map(Question::text).orElse("");
    }

    private static String pick(List<String> choices, Cue cue) {
        return choices.get(Math.floorMod(
                cue.question().map(Question::text).orElse("").hashCode() + cue.followUp(), choices.size()));
    }

    /** Names come from outside: only letters of the first word are spoken. */
    private static String firstName(String name) {
        var first = name.strip().split("[^\\p{L}'’-]+")[0];
        return first.isEmpty() ? "and welcome" : first;
    }

    private static String clip(String text) {
        return text.length() <= 80 ? text : text.substring(0, 79) + "…";
    }

    private static String join(String... parts) {
        return List.of(parts).stream().filter(part -> !part.isBlank()).collect(Collectors.joining(" "));
    }
}
