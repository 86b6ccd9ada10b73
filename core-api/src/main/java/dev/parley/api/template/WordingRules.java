package dev.parley.api.template;

import static dev.parley.api.template.TemplateRefusal.*;

import dev.parley.api.notification.NotificationKind;
import dev.parley.api.template.Variable.Sort;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What a letter of a kind may and must say. Whatever passes costs no more to write than its own length times that of one list,
 * shows no markup that is not its author's, and asks for nothing that letters of this kind do not have.
 */
public final class WordingRules {
    private static final int DEEPEST = 3;

    private final NotificationKind kind;

    private WordingRules(NotificationKind kind) {
        this.kind = kind;
    }

    public static WordingRules of(NotificationKind kind) {
        return new WordingRules(kind);
    }

    /**
     * @param field of the wording
     * @param line counted from 1; 0 where something is missing altogether
     */
    public record Fault(String field, int line, TemplateRefusal refusal) {}

    /** In the order of the fields and their lines; empty if the wording may be used. */
    public List<Fault> faultsOf(Wording wording) {
        var faults = new ArrayList<Fault>();
        for (var part : wording.parts()) {
            var tags = Tag.in(part.content());
            var found = new ArrayList<>(faultsOf(tags, part.field()));
            if (part.field().equals("html")) found.addAll(Markup.faultsOf(part.content(), tags, kind));
            found.sort(Comparator.comparingInt(Fault::line));
            faults.addAll(found);
            if (!part.field().equals("subject")) faults.addAll(missing(tags, part.field()));
        }
        return faults;
    }

    /** The links without which a letter of this kind does not do its work, or comes against people's will. */
    public List<Variable> mandatory() {
        if (kind == NotificationKind.INVITATION) return List.of(Variable.WAY);
        return kind.isCourtesy() ? List.of(Variable.UNSUBSCRIBE) : List.of();
    }

    private List<Fault> faultsOf(List<Tag> tags, String field) {
        var faults = new ArrayList<Fault>();
        var open = new ArrayDeque<Tag>();
        for (var tag : tags)
            whyNot(tag, field, open).ifPresent(refusal -> faults.add(new Fault(field, tag.line(), refusal)));
        open.forEach(tag -> faults.add(new Fault(field, tag.line(), SECTION_NOT_CLOSED)));
        return faults;
    }

    private Optional<TemplateRefusal> whyNot(Tag tag, String field, Deque<Tag> open) {
        return switch (tag.sort()) {
            case UNCLOSED -> Optional.of(TAG_NOT_CLOSED);
            case FORBIDDEN -> Optional.of(TAG_NOT_ALLOWED);
            case REMARK -> Optional.empty();
            case PART -> when(Part.named(tag.name(), field, kind).isEmpty(), UNKNOWN_PART);
            case VARIABLE -> variable(tag, open);
            case SECTION, INVERTED -> section(tag, open);
            case CLOSING -> when(open.isEmpty() || !open.pop().name().equals(tag.name()), SECTION_NOT_OPEN);
        };
    }

    private Optional<TemplateRefusal> variable(Tag tag, Deque<Tag> open) {
        if (tag.name().equals(Tag.ENTRY)) return when(open.stream().noneMatch(this::isList), UNKNOWN_VARIABLE);
        var variable = Variable.named(tag.name(), kind);
        if (variable.isEmpty()) return Optional.of(UNKNOWN_VARIABLE);
        var sort = variable.get().sort();
        return when(sort == Sort.LIST || sort == Sort.FLAG, LIST_NEEDS_A_SECTION);
    }

    private Optional<TemplateRefusal> section(Tag tag, Deque<Tag> open) {
        var tooMany = open.size() >= DEEPEST || (isList(tag) && open.stream().anyMatch(this::isList));
        open.push(tag);
        if (Variable.named(tag.name(), kind).isEmpty()) return Optional.of(UNKNOWN_VARIABLE);
        return when(tooMany, SECTION_NOT_ALLOWED);
    }

    private boolean isList(Tag section) {
        return section.sort() == Tag.Sort.SECTION
                && Variable.named(section.name(), kind)
                        .filter(variable -> variable.sort() == Sort.LIST)
                        .isPresent();
    }

    /** What stands in a section may be left out of a letter, and so does not count. */
    private List<Fault> missing(List<Tag> tags, String field) {
        var depth = 0;
        var said = new ArrayList<Variable>();
        for (var tag : tags) {
            if (tag.sort() == Tag.Sort.SECTION || tag.sort() == Tag.Sort.INVERTED) depth++;
            if (tag.sort() == Tag.Sort.CLOSING) depth--;
            if (depth == 0 && tag.sort() == Tag.Sort.VARIABLE)
                Variable.named(tag.name(), kind).ifPresent(said::add);
            if (depth == 0 && tag.sort() == Tag.Sort.PART)
                Part.named(tag.name(), field, kind).flatMap(Part::says).ifPresent(said::add);
        }
        return mandatory().stream()
                .filter(variable -> !said.contains(variable))
                .map(variable ->
                        new Fault(field, 0, variable == Variable.WAY ? JOIN_LINK_MISSING : UNSUBSCRIBE_LINK_MISSING))
                .toList();
    }

    private static Optional<TemplateRefusal> when(boolean broken, TemplateRefusal refusal) {
        return broken ? Optional.of(refusal) : Optional.empty();
    }
}
