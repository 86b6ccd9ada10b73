package dev.parley.command.lead;

import static java.util.Objects.requireNonNullElse;

import dev.parley.api.Shape;
import dev.parley.api.lead.Contact;
import org.jspecify.annotations.Nullable;

/** How to reach a lead, as it comes from outside: anything may be missing or misshapen. */
record LeadBody(
        @Nullable String leadId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String company,
        @Nullable String phone,
        @Nullable String title) {

    Contact contact() {
        return new Contact(
                Shape.line("name", name, Shape.NAME),
                Shape.email("email", email),
                Shape.optionalLine("company", company, Shape.NAME),
                Shape.optionalLine("phone", phone, 40),
                Shape.optionalLine("title", title, Shape.NAME));
    }

    /** What is absent stays as it was; what is empty is forgotten. */
    Contact over(Contact before) {
        return new LeadBody(
                        leadId,
                        requireNonNullElse(name, before.name()),
                        requireNonNullElse(email, before.email()),
                        requireNonNullElse(company, before.company()),
                        requireNonNullElse(phone, before.phone()),
                        requireNonNullElse(title, before.title()))
                .contact();
    }
}
