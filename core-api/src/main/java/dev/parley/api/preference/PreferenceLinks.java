package dev.parley.api.preference;

import dev.parley.api.TenantId;
import java.net.URI;
import java.util.Optional;

/** Signed links by which people without an account say which letters they want. They never expire: mail is kept for years. */
public interface PreferenceLinks {

    /** The address to put into a letter; opened it changes nothing, posted to it declines all courtesy mail (RFC 8058). */
    URI linkFor(TenantId tenant, String address);

    /** Whose preferences a token opens, or empty if it is forged or for something else. */
    Optional<Holder> read(String token);

    record Holder(TenantId tenant, PreferencesId preferencesId) {}
}
