package dev.parley.api.preference;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.api.Ids;
import dev.parley.api.TenantId;
import java.util.Locale;
import java.util.UUID;

/**
 * Names the preferences of whoever reads mail at an address, without saying the address: what somebody declined is still
 * honoured when everything else about them was erased.
 */
public record PreferencesId(@JsonValue UUID value) {
    @JsonCreator
    public static PreferencesId of(String text) {
        return new PreferencesId(UUID.fromString(text));
    }

    public static PreferencesId of(TenantId tenant, String address) {
        return new PreferencesId(Ids.named("preferences", tenant, address.toLowerCase(Locale.ROOT)));
    }

    /** What an organisation wants of all its letters. */
    public static PreferencesId ofOrganisation(TenantId tenant) {
        return new PreferencesId(Ids.named("mail policy", tenant));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
