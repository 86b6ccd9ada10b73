package dev.parley.api;

import dev.parley.api.preference.PreferenceLinks;
import dev.parley.api.preference.PreferencesId;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Links that anybody could make, to see what becomes of those who hold one. */
public final class PlainPreferenceLinks implements PreferenceLinks {
    private static final Pattern TOKEN = Pattern.compile("([0-9a-f-]{36})_([0-9a-f-]{36})");

    @Override
    public URI linkFor(TenantId tenant, String address) {
        return URI.create("https://meet.example/unsubscribe/" + tenant + "_" + PreferencesId.of(tenant, address));
    }

    @Override
    public Optional<Holder> read(String token) {
        var ids = TOKEN.matcher(token);
        return ids.matches()
                ? Optional.of(new Holder(TenantId.of(ids.group(1)), PreferencesId.of(ids.group(2))))
                : Optional.empty();
    }
}
