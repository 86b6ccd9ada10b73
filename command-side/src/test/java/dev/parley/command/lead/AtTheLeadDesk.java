package dev.parley.command.lead;

import static dev.parley.api.Samples.now;

import dev.parley.command.RecordedCommands;
import java.time.Clock;
import java.time.ZoneOffset;

/** A controller for tests of what all controllers share. */
public final class AtTheLeadDesk {
    private AtTheLeadDesk() {}

    public static Object with(RecordedCommands recorded) {
        return new LeadController(recorded.commands(), Clock.fixed(now, ZoneOffset.UTC));
    }
}
