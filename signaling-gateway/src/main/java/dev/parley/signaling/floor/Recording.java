package dev.parley.signaling.floor;

import dev.parley.api.meeting.ParticipantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A meeting's inputs to its floor, small enough to keep, so that it can be held again with other thresholds. The first line is
 * when it began; every other one is milliseconds since the line before, a letter, who or which sentence, and words. Their digits
 * are zeros: that there is a number matters, which one is nobody's business. One recording may follow another.
 */
public final class Recording {
    private static final String TOGETHER = "t";
    private static final String WORDLESS = "w";

    private final StringBuilder lines = new StringBuilder();
    private final List<ParticipantId> people = new ArrayList<>();
    private final Instant begun;
    private Instant last;

    public Recording(Instant begin) {
        begun = inMillis(begin);
        last = begun;
        lines.append(last.toEpochMilli()).append('\n');
    }

    public Instant begun() {
        return begun;
    }

    public void add(FloorInput input) {
        var line = switch (input) {
            case FloorInput.VoiceOn on -> "v " + of(on.who()) + manner(on);
            case FloorInput.VoiceOff off -> "q " + of(off.who());
            case FloorInput.Words words ->
                (words.isFinal() ? "f " : "w ") + of(words.who()) + " " + inOneLine(words.text());
            case FloorInput.Typing typing -> "t " + of(typing.who());
            case FloorInput.Silenced silenced -> "m " + of(silenced.who());
            case FloorInput.SentenceBegins begins -> "b " + begins.sentence();
            case FloorInput.SentenceEnds ends -> "e " + ends.sentence();
            case FloorInput.SpeechEnds _ -> "o";
            case FloorInput.SpeechCancelled _ -> "c";
            case FloorInput.NobodyIsAwaited _ -> "n";
            case FloorInput.Tick _ -> "";
        };
        if (line.isEmpty()) return; // What time brings about, it brings about again.
        lines.append(Duration.between(last, input.at()).toMillis())
                .append(' ')
                .append(line)
                .append('\n');
        last = inMillis(input.at());
    }

    private static Instant inMillis(Instant at) {
        return Instant.ofEpochMilli(at.toEpochMilli());
    }

    private static String manner(FloorInput.VoiceOn on) {
        if (on.alone() && on.becomesWords()) return "";
        return " " + (on.alone() ? "" : TOGETHER) + (on.becomesWords() ? "" : WORDLESS);
    }

    private static FloorInput voice(Instant at, ParticipantId who, String manner) {
        return new FloorInput.VoiceOn(at, who, !manner.contains(TOGETHER), !manner.contains(WORDLESS));
    }

    private int of(ParticipantId who) {
        if (!people.contains(who)) {
            people.add(who);
            lines.append("0 p ").append(who.value()).append('\n');
        }
        return people.indexOf(who);
    }

    private static String inOneLine(String text) {
        return text.replaceAll("\\R", " ").replaceAll("\\d", "0");
    }

    /** In characters. */
    public int length() {
        return lines.length();
    }

    public String text() {
        return lines.toString();
    }

    /** The same, and what comes now goes on from there. */
    public String take() {
        var text = text();
        lines.setLength(0);
        return text;
    }

    public static List<FloorInput> read(String text) {
        var at = Instant.EPOCH;
        var people = new ArrayList<ParticipantId>();
        var inputs = new ArrayList<FloorInput>();
        for (var line : text.lines().toList()) {
            var part = line.split(" ", 4);
            if (part.length == 1) {
                at = Instant.ofEpochMilli(Long.parseLong(line));
                people.clear();
                continue;
            }
            at = at.plusMillis(Long.parseLong(part[0]));
            if (part[1].equals("p")) people.add(new ParticipantId(UUID.fromString(part[2])));
            else inputs.add(input(at, part, people));
        }
        return inputs;
    }

    private static String wordsOf(String[] part) {
        return part.length > 3 ? part[3] : "";
    }

    private static FloorInput input(Instant at, String[] part, List<ParticipantId> people) {
        return switch (part[1]) {
            case "v" -> voice(at, people.get(Integer.parseInt(part[2])), wordsOf(part));
            case "q" -> new FloorInput.VoiceOff(at, people.get(Integer.parseInt(part[2])));
            case "w" -> new FloorInput.Words(at, people.get(Integer.parseInt(part[2])), wordsOf(part), false);
            case "f" -> new FloorInput.Words(at, people.get(Integer.parseInt(part[2])), wordsOf(part), true);
            case "t" -> new FloorInput.Typing(at, people.get(Integer.parseInt(part[2])));
            case "m" -> new FloorInput.Silenced(at, people.get(Integer.parseInt(part[2])));
            case "b" -> new FloorInput.SentenceBegins(at, Integer.parseInt(part[2]));
            case "e" -> new FloorInput.SentenceEnds(at, Integer.parseInt(part[2]));
            case "o" -> new FloorInput.SpeechEnds(at);
            case "n" -> new FloorInput.NobodyIsAwaited(at);
            case "c" -> new FloorInput.SpeechCancelled(at);
            default -> throw new IllegalArgumentException("no input of a floor is written as '" + part[1] + "'");
        };
    }
}
