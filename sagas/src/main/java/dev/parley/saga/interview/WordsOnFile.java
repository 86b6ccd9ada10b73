package dev.parley.saga.interview;

import dev.parley.api.interview.Answer;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.questionset.QuestionType;
import dev.parley.saga.interview.Interviewer.Cue;
import dev.parley.saga.interview.Interviewer.Hearing;
import dev.parley.saga.interview.Interviewer.Said;
import dev.parley.saga.interview.Interviewer.Understanding;
import dev.parley.saga.interview.Interviewer.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is said and understood when the interviewer fails: plain, safe, and never out of words. It hears a wish to stop, takes
 * what was said to an open question for the answer, unsure, and leaves the rest to a person who reads the transcript.
 */
final class WordsOnFile {
    private static final double UNSURE = 0.3;
    private static final int LONGEST_QUOTE = 300;
    private static final Pattern STOP = Pattern.compile(
            "\\b(?:stop|hang up|goodbye|bye|end (?:this|the) (?:call|meeting|interview|conversation))\\b"
                    + "|\\b(?:aufhören|abbrechen|beenden|auf wiedersehen)\\b"
                    + "|\\b(?:terminar|parar|adiós)\\b");

    private WordsOnFile() {}

    /** @param language as in BCP 47 */
    static String moment(String language) {
        return switch (language) {
            case "de" -> "Einen Moment bitte, ich denke kurz nach.";
            case "es" -> "Un momento, por favor, lo estoy pensando.";
            default -> "One moment please, let me think about that.";
        };
    }

    static String giveFloor(String name) {
        return firstName(name) + ", please go ahead.";
    }

    /** With the name of whom it is for, unless it is there already. */
    static String addressing(String name, String text) {
        var first = firstName(name);
        var named = Pattern.compile("\\b" + Pattern.quote(first) + "\\b", Pattern.UNICODE_CHARACTER_CLASS);
        return named.matcher(text).find() ? text : first + ": " + text;
    }

    private static String firstName(String name) {
        return name.strip().split("\\s+")[0];
    }

    static String phrase(Cue cue) {
        var question = cue.question().map(Question::text).orElse("");
        return switch (cue.kind()) {
            case GREET -> "Thank you. I have a few questions, and you may skip any of them or stop at any time.";
            case ASK ->
                cue.counterQuestion().isPresent()
                        ? "A colleague will answer that after our call. " + question
                        : question;
            case FOLLOW_UP -> "Could you tell me a little more about that? " + question;
            case CLARIFY ->
                cue.counterQuestion().isPresent()
                        ? "A colleague will answer that after our call. " + question
                        : "I did not quite get that. " + question;
            case CONFIRM -> "Did I understand that right? " + question;
            case CLOSE ->
                "Thank you for your time. You will get a summary by mail, and a colleague will come back to you. Goodbye!";
        };
    }

    static Understanding understand(Hearing hearing) {
        if (hearing.said().stream().anyMatch(WordsOnFile::wantsToStop))
            return understood(Verdict.WANTS_TO_STOP, Map.of());
        if (hearing.asked().type() != QuestionType.OPEN || hearing.said().isEmpty())
            return understood(Verdict.UNCLEAR, Map.of());
        var last = hearing.said().getLast();
        var gist = clip(last.text());
        var answer = new Answer(gist, UNSURE, List.of(last.segmentId()), gist);
        return understood(Verdict.ANSWERED, Map.of(hearing.asked().questionId(), answer));
    }

    private static Understanding understood(Verdict verdict, Map<QuestionId, Answer> answers) {
        return new Understanding(verdict, answers, Optional.empty());
    }

    private static boolean wantsToStop(Said said) {
        return STOP.matcher(said.text().toLowerCase(Locale.ROOT)).find();
    }

    private static String clip(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE / 2));
    }
}
