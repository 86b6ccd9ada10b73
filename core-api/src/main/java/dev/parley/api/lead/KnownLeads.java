package dev.parley.api.lead;

import dev.parley.api.TenantId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The leads that an organisation has, as far as they are known by now. */
@FunctionalInterface
public interface KnownLeads {
    /** The first one that was ever registered with the address, in whatever case it was written. */
    CompletionStage<Optional<LeadId>> withAddress(TenantId tenant, String email);
}
