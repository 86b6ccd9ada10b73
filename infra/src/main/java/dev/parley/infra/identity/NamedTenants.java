package dev.parley.infra.identity;

import dev.parley.api.Ids;
import dev.parley.api.TenantId;
import dev.parley.api.TenantNames;
import java.util.HashMap;
import java.util.Map;

/** Organisations by the names that their operator gave them, or by id. */
final class NamedTenants implements TenantNames {
    /** Has nothing, so that whoever guesses names is answered as slowly and as empty-handed as whoever guesses ids. */
    private static final TenantId NOBODY = new TenantId(Ids.named("tenant of nobody"));

    private final Map<String, TenantId> byName = new HashMap<>();

    NamedTenants(IdentitySettings settings) {
        if (!settings.usesOidc()) {
            byName.put("demo", DemoIdentities.DEMO);
            byName.put("other", DemoIdentities.OTHER);
        }
        settings.tenants().forEach((name, id) -> byName.put(name, new TenantId(id)));
    }

    @Override
    public TenantId named(String name) {
        var known = byName.get(name);
        return known == null ? byId(name) : known;
    }

    private static TenantId byId(String id) {
        try {
            return TenantId.of(id);
        } catch (IllegalArgumentException e) {
            return NOBODY;
        }
    }
}
