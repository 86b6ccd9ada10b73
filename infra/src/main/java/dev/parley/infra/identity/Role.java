package dev.parley.infra.identity;

import dev.parley.api.WireFormat;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What a user of a tenant may do; guests of a meeting have none. */
enum Role {
    /** Plans and hosts meetings. */
    SALES,
    /** Reads everything, changes nothing. */
    AUDITOR,
    /** Cares for the exchange with the CRM. */
    CRM_ADMIN,
    /** Everything. */
    ADMIN;

    /** By the name that tokens carry, {@code crm-admin}. */
    static Optional<Role> named(String name) {
        return Arrays.stream(values())
                .filter(role -> WireFormat.name(role).equals(name))
                .findFirst();
    }

    GrantedAuthority authority() {
        return new SimpleGrantedAuthority("ROLE_" + name());
    }
}
