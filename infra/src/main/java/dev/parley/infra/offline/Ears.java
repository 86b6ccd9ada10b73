package dev.parley.infra.offline;

import dev.parley.api.questionset.Question;
import dev.parley.api.transcript.SegmentId;
import dev.parley.saga.interview.Interviewer.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cuts what was said into sentences and hears what they are: a wish to stop, a refusal, words meant for the machine. */
final class Ears {
    private static final Pattern SENTENCE = Pattern.compile("[^.!?\\n]+(?:\\.(?=\\d)[^.!?\\n]+)*[.!?]*");
    private static final Pattern STOP = Pattern.compile(
            "\\b(?:end|finish|quit|leave) (?:this|the) (?:call|meeting|interview|conversation)\\b"
                    + "|\\b(?:want|like|need) to (?:stop|hang up|end this|end here|end it)(?: (?:now|here|please))*[.!]*$|^(?:please |ok(?:ay)?,? )*stop(?: now| here| it| this| please)*[.!]*$"
                    + "|\\bhang up now\\b|\\bi (?:have|need) to (?:go|leave|run)\\b|\\bgoodbye\\b"
                    + "|\\b(?:gespräch|anruf|interview) (?:jetzt )?(?:beenden|abbrechen)\\b|\\baufhören\\b|\\bich muss (?:jetzt )?(?:los|gehen|weg)\\b"
                    + "|\\b(?:quiero|quisiera) (?:parar|terminar)\\b|\\bterminar (?:la|esta) (?:llamada|reunión|entrevista)\\b|\\btengo que irme\\b");
    private static final Pattern REFUSAL = Pattern.compile(
            "none of your business|rather not|prefer not|no comment|(?:don't|do not|won't|will not|can't|cannot) (?:want to )?(?:say|answer|tell|talk about|share|disclose)"
                    + "|skip (?:this|that)|confidential|möchte ich nicht|keine angabe|das geht sie nichts an|prefiero no|no quiero (?:decir|responder)");
    private static final Pattern FOR_THE_MACHINE = Pattern.compile(
            "ignore (?:all |any )?(?:the |your |previous |prior )+(?:instructions?|rules?|prompts?)|system prompt|^\\s*system:|</?\\w+>"
                    + "|\\b(?:score|rating) of \\d+|mark (?:every|all)|you are now|jailbreak|developer mode");

    private Ears() {}

    /** A sentence as it was said, and where. */
    record Sentence(SegmentId segmentId, String text) {
        String lower() {
            return text.toLowerCase(Locale.ROOT);
        }
    }

    /** The sentences of what was said. Those meant for the machine are data like all others, but answer nothing: they are left out. */
    static List<Sentence> sentences(List<Said> said) {
        var sentences = new ArrayList<Sentence>();
        for (var segment : said) {
            if (FOR_THE_MACHINE.matcher(segment.text().toLowerCase(Locale.ROOT)).find()) continue;
            var matcher = SENTENCE.matcher(segment.text());
            while (matcher.find()) {
                var text = matcher.group().strip();
                if (text.chars().anyMatch(Character::isLetterOrDigit))
                    sentences.add(new Sentence(segment.segmentId(), text));
            }
        }
        return sentences;
    }

    static boolean wantsToStop(Sentence sentence) {
        return STOP.matcher(sentence.lower()).find();
    }

    static boolean refuses(Sentence sentence) {
        return REFUSAL.matcher(sentence.lower()).find();
    }

    /** Whether a sentence is clearly about this question, though it was not asked. */
    static boolean speaksOf(Question question, Sentence sentence) {
        var words = sentence.lower();
        return switch (question.signal()) {
            case BUDGET ->
                words.matches(".*\\b(?:budget|set aside|approved|can spend)\\b.*")
                        && words.matches(".*(?:\\d|\\bno\\b).*");
            case AUTHORITY ->
                words.matches(
                        ".*\\b(?:i|we|he|she|cfo|ceo|boss|manager|board) (?:decides?|signs?|approves?|has the last word)\\b.*");
            case TIMING -> words.matches(".*\\b(?:be live|go live|start(?:ing)?|begin) (?:by|in|on|before|from)\\b.*");
            case NEED, FIT, NONE -> false;
        };
    }
}
