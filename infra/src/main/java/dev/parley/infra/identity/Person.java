package dev.parley.infra.identity;

import dev.parley.api.Actor;
import java.util.Set;

/** A user as a trusted issuer describes them. */
record Person(Actor actor, String email, Set<Role> roles) {}
