package dev.parley.api.lead;

import dev.parley.api.Shape;

/** How to reach a lead. Company, phone and title may be empty. */
public record Contact(String name, String email, String company, String phone, String title) {
    public Contact {
        name = Shape.line("name", name, Shape.NAME);
        email = Shape.email("email", email);
        company = Shape.optionalLine("company", company, Shape.NAME);
        phone = Shape.optionalLine("phone", phone, 40);
        title = Shape.optionalLine("title", title, Shape.NAME);
    }
}
