package dev.parley.infra.offline;

import dev.parley.api.interview.Answer;
import dev.parley.api.transcript.SegmentId;
import dev.parley.saga.interview.Interviewer.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Cuts what was said into sentences and hears what they are: a wish to stop, a refusal, words meant for the machine. */
final class Ears {
    private static final int LONGEST_QUOTE = 300;
    private static final Pattern STOP = Pattern.compile(
            "\\b(?:end|finish|quit|leave) (?:this|the) (?:call|meeting|interview|conversation)\\b"
                    + "|\\b(?:want|like|need|going) to (?:stop|hang up|end this|end here|end it)(?: (?:now|here|please))*[.!]*$|^(?:please |ok(?:ay)?,? )*stop(?: now| here| it| this| please)*[.!]*$"
                    + "|\\b(?:hang|hanging) up now\\b|\\bi(?: have|'ve got| need|'ll have|'m afraid i have) to (?:go|leave|run)(?: now| soon)?\\s*[,.!]*(?:bye|goodbye|sorry)?[.!]*$|\\bgoodbye\\b|\\bbye[ -]?bye\\b|\\b(?:let's|let us|can we|could we) (?:stop|end it) (?:here|now)\\b|\\bi(?:'m| am) (?:done|leaving)(?: here| now)?[.!]*$|\\bno more questions\\b|\\bthat's enough\\b"
                    + "|\\b(?:gespräch|anruf|interview|telefonat)(?: (?:jetzt|bitte|hier|nun|sofort))* (?:beenden|abbrechen)\\b|\\baufhören\\b(?! zu)|\\b(?:beenden|stoppen) (?:sie|wir) (?:das|dieses|bitte)\\b|\\bich muss (?:jetzt )?(?:los|gehen|weg|auflegen|aufhören)\\b|\\bauf wiedersehen\\b|\\btschüss\\b|\\bich lege (?:jetzt )?auf\\b|^(?:bitte )?(?:stopp|schluss)(?: jetzt| bitte)*[.!]*$|\\bmachen wir schluss\\b|\\bkeine weiteren fragen\\b"
                    + "|\\b(?:quiero|quisiera|prefiero) (?:parar|terminar|dejarlo|colgar)\\b|\\b(?:terminar|acabar|dejar) (?:la|esta) (?:llamada|reunión|entrevista|conversación)\\b|\\btengo que (?:irme|colgar|marcharme|dejarle)\\b|\\b(?:adiós|hasta luego)\\b|\\bdejémoslo (?:aquí|ya)\\b|^(?:por favor,? )?(?:pare|para|basta)(?: ya| por favor)*[.!]*$|\\bvoy a colgar\\b|\\bno más preguntas\\b");
    private static final Pattern REFUSAL = Pattern.compile(
            "none of your business|rather not|prefer not|no comment|(?:don't|do not|won't|will not|can't|cannot|not going to|not allowed to) (?:want to |wish to )?(?:say|answer|tell|talk about|share|disclose|discuss)|skip (?:this|that)|next question|confidential|that's private"
                    + "|möchte ich (?:\\p{L}+ )?nicht (?:sagen|beantworten|verraten)|(?:will|kann|darf|möchte) ich (?:ihnen )?(?:dazu )?nicht(?:s)? (?:sagen|beantworten|verraten)|(?:das )?möchte ich nicht|keine angabe|kein kommentar|geht (?:sie|euch|dich) nichts an|vertraulich|das ist privat"
                    + "|prefiero no|no quiero (?:decir|responder|contestar|hablar)|no (?:se lo )?(?:voy a|puedo) (?:decir|responder|contestar)|no es asunto (?:suyo|tuyo)|confidencial|sin comentarios");
    private static final Pattern BESIDE = Pattern.compile(
            "^(?:hi|hello|good (?:morning|afternoon|evening)|thanks?(?: you)?(?: very much)?|great|ok(?:ay)?|alright|sorry|excuse me|one (?:moment|second)|just a (?:moment|second)|let me think|(?:hm+ ?)+|um+|uh+|well|so|right|you know"
                    + "|hallo|guten (?:tag|morgen|abend)|danke|moment|also|äh+|tja|gut|hola|buenos días|buenas tardes|gracias|un momento|pues|bueno|a ver|eh+)(?: please| bitte| por favor)?[,.!… ]*$"
                    + "|weather|traffic jam|my (?:cat|dog|kids?|weekend|holiday)|football|\\bwetter\\b|fußball|mein(?:e|en)? (?:hund|katze|urlaub|wochenende)|\\btiempo hace|mi (?:perro|gato)|fútbol");
    private static final Pattern MONEY = Pattern.compile(
            "(?i)\\b(?:budget|spend|cost|costs|price|pay|euros?|dollars?|money|revenue|turnover|ausgeben|kosten|kostet|preis|bezahlen|zahlen|umsatz|presupuesto|gastar|cuesta|coste|precio|pagar|invertir|ingresos)\\b");
    private static final Pattern COUNTED = Pattern.compile(
            "^\\s(?:minutes?|hours?|days?|weeks?|months?|years?|times|offices?|countries|sites|locations|products|floors?|o'clock|minuten?|stunden?|tagen?|wochen?|monaten?|jahren?|mal|büros|ländern?|standorten?|minutos|horas|días|semanas|meses|años|veces|oficinas|países|sedes)\\b");

    private Ears() {}

    /** A sentence as it was said, and where. */
    record Sentence(SegmentId segmentId, String text) {
        String lower() {
            return text.toLowerCase(Locale.ROOT);
        }

        boolean asks() {
            return text.endsWith("?");
        }

        Sentence from(int at) {
            return at <= 0 || at >= text.length() ? this : new Sentence(segmentId, text.substring(at));
        }

        Answer saying(String value, Optional<String> unit, double confidence) {
            return new Answer(value, confidence, List.of(segmentId), clipped(), unit);
        }

        String clipped() {
            if (text.length() <= LONGEST_QUOTE) return text;
            var space = text.lastIndexOf(' ', LONGEST_QUOTE);
            return text.substring(0, space > 0 ? space : text.offsetByCodePoints(0, LONGEST_QUOTE / 2));
        }
    }

    /** The sentences of what was said. Those meant for the machine are data like all others, but answer nothing: they are left out. */
    static List<Sentence> sentences(List<Said> said) {
        var sentences = new ArrayList<Sentence>();
        for (var segment : said) {
            if (segment.steersTheMachine()) continue;
            for (var text : Sentences.in(segment.text())) sentences.add(new Sentence(segment.segmentId(), text));
        }
        return sentences;
    }

    static boolean wantsToStop(Sentence sentence) {
        return STOP.matcher(sentence.lower()).find();
    }

    static boolean refuses(Sentence sentence) {
        return REFUSAL.matcher(sentence.lower()).find();
    }

    /** Manners, thinking aloud, and the weather. */
    static boolean isBesideThePoint(Sentence sentence) {
        return BESIDE.matcher(sentence.lower()).find();
    }

    static boolean isAboutMoney(String text) {
        return MONEY.matcher(text).find();
    }

    /** Whether the words after a number name what the question asks to count. */
    static boolean counts(String question, String next) {
        var asked = question.toLowerCase(Locale.ROOT);
        return Arrays.stream(next.strip().split("[^\\p{L}]+"))
                .limit(2)
                .filter(word -> word.length() >= 4)
                .anyMatch(word -> asked.contains(word.substring(0, Math.min(word.length(), 5))));
    }

    static boolean countsSomethingElse(String next) {
        return COUNTED.matcher(next).find();
    }
}
