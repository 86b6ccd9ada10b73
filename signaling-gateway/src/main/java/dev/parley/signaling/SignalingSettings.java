package dev.parley.signaling;

import dev.parley.signaling.admission.TicketSettings;
import dev.parley.signaling.frame.FrameLimits;
import dev.parley.signaling.minutes.MinutesSettings;
import dev.parley.signaling.room.OutboxLimits;
import dev.parley.signaling.room.RoomSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Everything about signaling that an operator may want to change; the defaults are those of docs/protocol.md §8. */
@ConfigurationProperties("parley.signaling")
record SignalingSettings(
        @DefaultValue ConnectionSettings connection,
        @DefaultValue CrowdLimits connections,
        @DefaultValue FrameLimits frame,
        @DefaultValue OutboxLimits outbox,
        @DefaultValue RoomSettings room,
        @DefaultValue TicketSettings ticket,
        @DefaultValue MinutesSettings minutes) {}
