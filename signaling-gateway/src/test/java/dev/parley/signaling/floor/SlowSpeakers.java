package dev.parley.signaling.floor;

import static dev.parley.signaling.floor.Scene.LENA;

import dev.parley.signaling.floor.FloorInput.VoiceOff;
import dev.parley.signaling.floor.FloorInput.VoiceOn;
import dev.parley.signaling.floor.FloorInput.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up turns of slow speakers in three languages, the same for the same seed: pieces of speech, and what they pause for between. */
public final class SlowSpeakers {
    private static final List<List<String>> TURNS = List.of(
            List.of("we are about ähm", "forty people"),
            List.of("our budget is um", "fifty thousand"),
            List.of("you can reach me at 0 1 7", "5 5 5", "8 1 2 3"),
            List.of("my mail is l e n a", "at l e i t n e r", "dot com"),
            List.of("we use a spreadsheet and", "two old databases"),
            List.of("the problem is that", "nobody knows who is responsible"),
            List.of("yes"),
            List.of("we decided last week", "to start in April"),
            List.of("wir sind ungefähr ähm", "vierzig Leute"),
            List.of("das dauert uns zu lange weil", "alles von Hand geht"),
            List.of("meine Nummer ist null eins sieben", "fünf fünf", "acht zwei"),
            List.of("wir haben letztes Jahr gewechselt", "und sind nicht zufrieden"),
            List.of("nein"),
            List.of("somos unos este", "cuarenta personas"),
            List.of("el problema es que", "nadie contesta"),
            List.of("mi correo es l e n a", "arroba", "ejemplo punto com"),
            List.of("el año pasado cambiamos", "y no estamos contentos"),
            List.of("it takes two days", "sometimes three"),
            List.of("decidimos en marzo"));

    private final Random random;

    public SlowSpeakers(long seed) {
        random = new Random(seed);
    }

    /** @param end when the speaker had really finished */
    public record Spoken(List<FloorInput> inputs, Instant end) {}

    public Spoken turn(Instant begin) {
        var pieces = TURNS.get(random.nextInt(TURNS.size()));
        var inputs = new ArrayList<FloorInput>();
        var at = begin;
        var end = begin;
        for (var piece : pieces) {
            inputs.add(new VoiceOn(at, LENA));
            end = at.plusMillis(250L * piece.split(" ").length + random.nextInt(400));
            inputs.add(new Words(end.minusMillis(80), LENA, piece, false));
            inputs.add(new VoiceOff(end, LENA));
            inputs.add(new Words(end.plusMillis(100 + random.nextInt(200)), LENA, piece, true));
            at = end.plusMillis(pauseAfter(piece));
        }
        return new Spoken(inputs, end);
    }

    /** Long ones where people think, spell or count; elsewhere they take a breath. */
    private long pauseAfter(String piece) {
        var last = piece.substring(piece.lastIndexOf(' ') + 1);
        if (List.of("ähm", "um", "este").contains(last)) return about(600, 500);
        if (last.length() == 1 && Character.isLetter(last.charAt(0))) return about(600, 350);
        if (List.of("and", "that", "weil", "que", "arroba").contains(last)) return about(500, 300);
        if (Character.isDigit(last.charAt(0)) || List.of("sieben", "fünf").contains(last)) return about(400, 250);
        return about(300, 250);
    }

    /** Most are short, a few very long: thresholds know nothing of where that ends. */
    private long about(int least, int more) {
        return least + Math.round(-Math.log(1 - random.nextDouble()) * more);
    }
}
