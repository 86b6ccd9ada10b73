package dev.parley.api.template;

import static dev.parley.api.template.TemplateRefusal.MARKUP_NOT_ALLOWED;
import static dev.parley.api.template.TemplateRefusal.VARIABLE_NOT_ALLOWED_HERE;

import dev.parley.api.notification.NotificationKind;
import dev.parley.api.template.WordingRules.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The markup that letters may have: a list of what is known to be harmless in mail programs and in a browser. Escaping guards
 * text between elements; within an element only a link of ours may stand, since {@code href="{{title}}"} could be any address.
 */
final class Markup {
    private static final Set<String> ELEMENTS = Set.of(
            "a",
            "abbr",
            "b",
            "blockquote",
            "br",
            "center",
            "code",
            "div",
            "em",
            "h1",
            "h2",
            "h3",
            "h4",
            "hr",
            "i",
            "img",
            "li",
            "ol",
            "p",
            "pre",
            "s",
            "small",
            "span",
            "strong",
            "sub",
            "sup",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "u",
            "ul");
    private static final Set<String> ATTRIBUTES = Set.of(
            "align",
            "alt",
            "aria-hidden",
            "aria-label",
            "bgcolor",
            "border",
            "cellpadding",
            "cellspacing",
            "class",
            "colspan",
            "dir",
            "height",
            "href",
            "lang",
            "rel",
            "role",
            "rowspan",
            "src",
            "style",
            "target",
            "title",
            "valign",
            "width");
    private static final Pattern ELEMENT =
            Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9]*+)((?>[^\"'<>]++|\"[^\"]*+\"|'[^']*+')*+)>");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\s++([A-Za-z][A-Za-z-]*+)(?:\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)'))?+");
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?://|mailto:|tel:)[^\\s<>\"']+", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNSAFE_STYLE =
            Pattern.compile("url\\s*\\(|expression|@|\\\\|behaviou?r|-moz-binding|&", Pattern.CASE_INSENSITIVE);
    /** Stands in the place of each character of a tag, which may itself hold anything. */
    private static final char MASK = '\uE000';

    private final String masked;
    private final List<Tag> tags;
    private final NotificationKind kind;
    private final List<Fault> faults = new ArrayList<>();

    private Markup(String html, List<Tag> tags, NotificationKind kind) {
        this.tags = tags;
        this.kind = kind;
        var characters = html.toCharArray();
        for (var tag : tags) for (var i = tag.start(); i < tag.end(); i++) characters[i] = MASK;
        this.masked = new String(characters);
    }

    static List<Fault> faultsOf(String html, List<Tag> tags, NotificationKind kind) {
        var markup = new Markup(html, tags, kind);
        markup.look();
        return markup.faults;
    }

    private void look() {
        var element = ELEMENT.matcher(masked);
        var read = 0;
        while (element.find()) {
            plain(read, element.start());
            read = element.end();
            if (!ELEMENTS.contains(element.group(2).toLowerCase(Locale.ROOT)))
                refuse(element.start(), MARKUP_NOT_ALLOWED);
            else attributes(element.start(3), element.end(3), !element.group(1).isEmpty());
        }
        plain(read, masked.length());
    }

    /** Whatever begins like markup and is none: comments, broken elements. */
    private void plain(int from, int to) {
        var bracket = masked.indexOf('<', from);
        if (bracket >= 0 && bracket < to) refuse(bracket, MARKUP_NOT_ALLOWED);
    }

    private void attributes(int from, int to, boolean isClosing) {
        var attribute = ATTRIBUTE.matcher(masked).region(from, to);
        var read = from;
        while (!isClosing && attribute.lookingAt()) {
            var group = attribute.group(2) != null ? 2 : 3;
            if (attribute.group(group) != null)
                value(attribute.group(1).toLowerCase(Locale.ROOT), attribute.start(group), attribute.end(group));
            if (!ATTRIBUTES.contains(attribute.group(1).toLowerCase(Locale.ROOT))) refuse(read, MARKUP_NOT_ALLOWED);
            read = attribute.end();
            attribute.region(read, to);
        }
        var rest = masked.substring(read, to).strip();
        if (rest.isEmpty() || rest.equals("/")) return;
        refuse(read, rest.indexOf(MASK) >= 0 ? VARIABLE_NOT_ALLOWED_HERE : MARKUP_NOT_ALLOWED);
    }

    private void value(String name, int from, int to) {
        var value = masked.substring(from, to);
        if (value.indexOf(MASK) >= 0) {
            if (!name.equals("href") || !isLink(from, to)) refuse(from, VARIABLE_NOT_ALLOWED_HERE);
            return;
        }
        var isAddress = name.equals("href") || name.equals("src");
        if (isAddress && !ADDRESS.matcher(value.strip()).matches()) refuse(from, MARKUP_NOT_ALLOWED);
        if (name.equals("style") && UNSAFE_STYLE.matcher(value).find()) refuse(from, MARKUP_NOT_ALLOWED);
    }

    private boolean isLink(int from, int to) {
        return tags.stream()
                .filter(tag -> tag.start() == from && tag.end() == to && tag.sort() == Tag.Sort.VARIABLE)
                .flatMap(tag -> Variable.named(tag.name(), kind).stream())
                .anyMatch(variable -> variable.sort() == Variable.Sort.LINK);
    }

    private void refuse(int position, TemplateRefusal refusal) {
        var line = 1
                + (int) masked.substring(0, position)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        faults.add(new Fault("html", line, refusal));
    }
}
