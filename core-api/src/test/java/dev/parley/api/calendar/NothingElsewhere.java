package dev.parley.api.calendar;

import dev.parley.api.Samples;
import dev.parley.api.TenantNames;
import dev.parley.api.lead.KnownLeads;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.annotation.Bean;

/** For tests of a side without the outside world: no other calendars, and everybody is of the demo. */
public class NothingElsewhere {
    @Bean
    OtherCalendars otherCalendars() {
        return new KnownBusyTimes();
    }

    @Bean
    TenantNames tenantNames() {
        return _ -> Samples.demo;
    }

    /** Where there is no board of leads either. */
    public static class NobodyKnown {
        @Bean
        KnownLeads knownLeads() {
            return (_, _) -> CompletableFuture.completedStage(Optional.empty());
        }
    }
}
