package dev.parley.command.questionset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands in a cell of a table: text that no spreadsheet takes for a formula, and lists. */
final class Cell {
    private static final String BETWEEN = " | ";

    /** What a spreadsheet would calculate, and what we have quoted so that it does not. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r].*", Pattern.DOTALL);

    private Cell() {}

    static String of(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    static String of(List<String> texts) {
        return of(texts.stream().map(Cell::escaped).collect(Collectors.joining(BETWEEN)));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("|", "\\|");
    }

    /** Empty where nothing stands. */
    static Optional<String> text(String cell) {
        var text = cell.startsWith("'") && FORMULA.matcher(cell.substring(1)).matches() ? cell.substring(1) : cell;
        return Optional.of(text.strip()).filter(words -> !words.isEmpty());
    }

    static List<String> texts(String cell) {
        var parts = new ArrayList<String>();
        text(cell).ifPresent(text -> {
            var part = new StringBuilder();
            for (var at = 0; at < text.length(); at++) {
                var c = text.charAt(at);
                if (c == '\\' && at + 1 < text.length()) part.append(text.charAt(++at));
                else if (c == '|') parts.add(cut(part));
                else part.append(c);
            }
            parts.add(cut(part));
        });
        return parts;
    }

    private static String cut(StringBuilder part) {
        var text = part.toString().strip();
        part.setLength(0);
        return text;
    }
}
