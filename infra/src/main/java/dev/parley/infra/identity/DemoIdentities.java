package dev.parley.infra.identity;

import dev.parley.api.Actor;
import dev.parley.api.Ids;
import dev.parley.api.TenantId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** The six people of the demo, in two organisations that must never see each other. */
final class DemoIdentities implements Identities {
    static final TenantId DEMO = new TenantId(Ids.named("tenant", "demo"));
    static final TenantId OTHER = new TenantId(Ids.named("tenant", "other"));

    private final Map<String, Person> byEmail = new LinkedHashMap<>();

    DemoIdentities() {
        add(DEMO, "sales@demo.test", "Sam Sales", Role.SALES);
        add(DEMO, "second@demo.test", "Sina Second", Role.SALES);
        add(DEMO, "auditor@demo.test", "Audrey Auditor", Role.AUDITOR);
        add(DEMO, "crm@demo.test", "Chris Crm", Role.CRM_ADMIN);
        add(DEMO, "admin@demo.test", "Ada Admin", Role.ADMIN);
        add(OTHER, "sales@other.test", "Otto Other", Role.SALES);
    }

    Optional<Person> find(String email) {
        return Optional.ofNullable(byEmail.get(email));
    }

    @Override
    public Person of(Jwt token) {
        return Optional.ofNullable(token.getSubject())
                .flatMap(this::find)
                .orElseThrow(() -> new InvalidBearerTokenException("nobody of the demo"));
    }

    private void add(TenantId tenant, String email, String name, Role role) {
        byEmail.put(email, new Person(new Actor(tenant, email, Actor.Kind.USER, name), email, Set.of(role)));
    }
}
