package dev.parley.signaling.room;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How loudness is shown, and who counts as speaking.
 *
 * @param perSecond levels of one person that go on; what comes faster is coalesced
 * @param takesOver how long somebody must have spoken to become the active speaker beside another one
 * @param louderBy how many times as loud they must be for that
 * @param cutsIn how long a host must speak, or two people at once, for the interviewer to fall silent
 * @param holds how long the active speaker stays so in silence: a breath is not the end of a turn
 */
public record LevelSettings(
        @DefaultValue("10") int perSecond,
        @DefaultValue("600ms") Duration takesOver,
        @DefaultValue("1.3") double louderBy,
        @DefaultValue("1200ms") Duration holds,
        @DefaultValue("500ms") Duration cutsIn) {}
