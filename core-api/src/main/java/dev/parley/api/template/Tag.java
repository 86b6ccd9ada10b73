package dev.parley.api.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A gap in a wording, as the template language writes it; of that language we take only what cannot do harm.
 *
 * @param line counted from 1
 */
record Tag(int start, int end, int line, Sort sort, String name) {
    /** What stands for the entry of the list that a section goes through. */
    static final String ENTRY = ".";

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,40}");

    enum Sort {
        VARIABLE,
        SECTION,
        INVERTED,
        CLOSING,
        PART,
        REMARK,
        FORBIDDEN,
        UNCLOSED
    }

    static List<Tag> in(String text) {
        var tags = new ArrayList<Tag>();
        for (var start = text.indexOf("{{");
                start >= 0;
                start = text.indexOf("{{", tags.getLast().end())) tags.add(at(start, text));
        return tags;
    }

    private static Tag at(int start, String text) {
        var line = 1
                + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
        var lineEnds = text.indexOf('\n', start) < 0 ? text.length() : text.indexOf('\n', start);
        var close = text.indexOf("}}", start + 2);
        if (close < 0 || close > lineEnds) return new Tag(start, lineEnds, line, Sort.UNCLOSED, "");
        return read(text.substring(start + 2, close).strip(), start, close + 2, line);
    }

    private static Tag read(String content, int start, int end, int line) {
        var forbidden = new Tag(start, end, line, Sort.FORBIDDEN, "");
        if (content.isEmpty() || content.indexOf('{') >= 0 || content.indexOf('}') >= 0) return forbidden;
        var sort = sortOf(content.charAt(0));
        if (sort == Sort.REMARK) return new Tag(start, end, line, sort, "");
        var name = sort == Sort.VARIABLE ? content : content.substring(1).strip();
        var isName = NAME.matcher(name).matches() || (sort == Sort.VARIABLE && name.equals(ENTRY));
        return isName ? new Tag(start, end, line, sort, name) : forbidden;
    }

    private static Sort sortOf(char first) {
        return switch (first) {
            case '#' -> Sort.SECTION;
            case '^' -> Sort.INVERTED;
            case '/' -> Sort.CLOSING;
            case '>' -> Sort.PART;
            case '!' -> Sort.REMARK;
            default -> Sort.VARIABLE;
        };
    }
}
