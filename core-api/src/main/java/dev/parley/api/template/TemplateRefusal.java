package dev.parley.api.template;

import dev.parley.api.Refusal;

/** Why the wording of a letter is refused. Those about a text name its field and line. */
public enum TemplateRefusal implements Refusal {
    TEMPLATE_UNKNOWN(Kind.UNKNOWN, "There is no such template."),
    TEMPLATE_VERSION_UNKNOWN(Kind.UNKNOWN, "This template has no such version."),
    ALREADY_SHIPPED(Kind.CONFLICT, "The shipped text is in force already."),
    NOTHING_CHANGES(Kind.UNACCEPTABLE, "This is the text that is in force."),
    NO_ADDRESS_OF_YOURS(Kind.UNACCEPTABLE, "A test goes to yourself only, and your e-mail address is not known here."),
    TAG_NOT_CLOSED(Kind.UNACCEPTABLE, "A tag that begins with {{ must end with }} on the same line."),
    TAG_NOT_ALLOWED(
            Kind.UNACCEPTABLE,
            "Only {{name}}, {{#name}}, {{^name}}, {{/name}}, {{>part}} and {{! remark}} are allowed."),
    UNKNOWN_VARIABLE(Kind.UNACCEPTABLE, "Letters of this kind have no variable of this name."),
    UNKNOWN_PART(Kind.UNACCEPTABLE, "There is no part of this name that could be put in here."),
    LIST_NEEDS_A_SECTION(Kind.UNACCEPTABLE, "This is gone through entry by entry: {{#name}}{{.}}{{/name}}."),
    SECTION_NOT_CLOSED(Kind.UNACCEPTABLE, "A section that begins with {{#name}} or {{^name}} must end with {{/name}}."),
    SECTION_NOT_OPEN(Kind.UNACCEPTABLE, "This closes a section that is not open here."),
    SECTION_NOT_ALLOWED(Kind.UNACCEPTABLE, "Sections stand at most three deep, and a list stands in no other list."),
    MARKUP_NOT_ALLOWED(
            Kind.UNACCEPTABLE,
            "Mail programs show plain formatting only: no scripts, styles, frames or forms, and links to https, http, mailto or tel."),
    VARIABLE_NOT_ALLOWED_HERE(
            Kind.UNACCEPTABLE, "Within markup only a link variable is allowed, as the whole value of href."),
    JOIN_LINK_MISSING(Kind.UNACCEPTABLE, "This letter needs the way into the meeting: {{way}} or {{>join}}."),
    UNSUBSCRIBE_LINK_MISSING(
            Kind.UNACCEPTABLE, "This letter needs a way to decline such letters: {{unsubscribe}} or {{>unsubscribe}}.");

    private final Kind kind;
    private final String text;

    TemplateRefusal(Kind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String text() {
        return text;
    }
}
