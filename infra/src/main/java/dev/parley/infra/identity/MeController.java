package dev.parley.infra.identity;

import dev.parley.api.Actor;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells users who they are here. */
@RestController
class MeController {
    private final boolean demo;

    MeController(Identities identities) {
        this.demo = identities instanceof DemoIdentities;
    }

    record Me(Actor actor, SortedSet<Role> roles, String email, boolean demo) {}

    @GetMapping("/api/v1/me")
    Me me(SignedIn signedIn) {
        var person = signedIn.person();
        return new Me(person.actor(), new TreeSet<>(person.roles()), person.email(), demo);
    }
}
