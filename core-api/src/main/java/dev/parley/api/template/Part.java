package dev.parley.api.template;

import dev.parley.api.WireFormat;
import dev.parley.api.notification.NotificationKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is shipped to be put into a wording as a whole, so that all letters look alike. */
public enum Part {
    BEGIN(Variable.TITLE, Optional.empty()),
    WHEN(Variable.DAY, Optional.empty()),
    JOIN(Variable.WAY, Optional.of(Variable.WAY)),
    CALENDARS(Variable.GOOGLE, Optional.empty()),
    MANAGE(Variable.MANAGE, Optional.empty()),
    DISCLOSURE(Variable.WAY, Optional.empty()),
    UNSUBSCRIBE(Variable.UNSUBSCRIBE, Optional.of(Variable.UNSUBSCRIBE)),
    END(Variable.TITLE, Optional.empty());

    private final Variable needs;
    private final Optional<Variable> says;

    /**
     * @param needs only letters that have this variable can take the part in
     * @param says a link that need not be named again beside the part
     */
    Part(Variable needs, Optional<Variable> says) {
        this.needs = needs;
        this.says = says;
    }

    public static List<Part> of(NotificationKind kind) {
        var variables = Variable.of(kind);
        return Stream.of(values())
                .filter(part -> variables.contains(part.needs))
                .toList();
    }

    static Optional<Part> named(String word, String field, NotificationKind kind) {
        return of(kind).stream()
                .filter(part -> part.word().equals(word) && part.standsIn(field))
                .findFirst();
    }

    private boolean standsIn(String field) {
        var isFrame = this == BEGIN || this == END;
        return field.equals("html") || (field.equals("text") && !isFrame);
    }

    Optional<Variable> says() {
        return says;
    }

    public String word() {
        return WireFormat.name(this);
    }
}
