package dev.parley.saga.zones;

import dev.parley.api.Actor;
import dev.parley.api.Regions;
import dev.parley.api.meeting.MeetingCommand.ReResolveMeeting;
import dev.parley.saga.Commands;
import dev.parley.saga.ErrandHandler;
import dev.parley.saga.Errands;
import dev.parley.saga.Errands.Errand;
import dev.parley.saga.zones.FutureMeetings.FutureMeeting;
import dev.parley.saga.zones.MoveMeetingsByNewRules.Look;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Looks through all future meetings for those that the rules in force put at another instant than people were told: when a node
 * starts, which is when rules change, and every now and then, for what a node with older rules has scheduled since. Each
 * meeting decides itself, so looking twice, or again after a crash, moves nothing twice.
 */
public final class MoveMeetingsByNewRules implements ErrandHandler<Look> {
    private static final Logger LOG = LoggerFactory.getLogger(MoveMeetingsByNewRules.class);

    private final FutureMeetings meetings;
    private final Commands commands;
    private final Errands errands;
    private final ZoneRulesSettings settings;
    private final Clock clock;

    public MoveMeetingsByNewRules(
            FutureMeetings meetings, Commands commands, Errands errands, ZoneRulesSettings settings, Clock clock) {
        this.meetings = meetings;
        this.commands = commands;
        this.errands = errands;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param tzdb of the rules by which a node asked for it */
    public record Look(String tzdb) {}

    @EventListener
    void on(ApplicationReadyEvent ready) {
        lookAt(clock.instant(), "start");
    }

    @Override
    public String kind() {
        return "zones.move-meetings";
    }

    @Override
    public Class<Look> payload() {
        return Look.class;
    }

    @Override
    public void carryOut(Look look) {
        if (look.tzdb().compareTo(Regions.inForce().tzdb()) > 0)
            throw new IllegalStateException("a node with the zone rules " + look.tzdb() + " must do this");
        lookAt(nextLook(), nextLook().toString());
        var moved = moveAll();
        if (moved > 0)
            LOG.info(
                    "By the zone rules {}, {} meetings begin at another instant",
                    Regions.inForce().tzdb(),
                    moved);
    }

    /** The next look is arranged already. */
    @Override
    public void giveUp(Look look, Exception cause) {
        LOG.error("Meetings could not be moved by the zone rules {}", look.tzdb(), cause);
    }

    private int moveAll() {
        var moved = 0;
        var last = Optional.<FutureMeeting>empty();
        while (true) {
            var page = meetings.after(last, settings.page());
            if (page.isEmpty()) return moved;
            for (var meeting : page) if (isElsewhere(meeting) && move(meeting)) moved++;
            last = Optional.of(page.getLast());
        }
    }

    /** Of a local time that happens twice, the meeting alone knows which was chosen; it says whether anything moves. */
    private static boolean isElsewhere(FutureMeeting meeting) {
        try {
            var zone = ZoneId.of(meeting.zone());
            return !meeting.localStart().atZone(zone).toInstant().equals(meeting.start());
        } catch (DateTimeException e) {
            return false;
        }
    }

    private boolean move(FutureMeeting meeting) {
        var us = Actor.system(meeting.tenant(), "zone-rules");
        var tzdb = Regions.inForce().tzdb();
        return commands.send(new ReResolveMeeting(meeting.meetingId(), us, clock.instant(), tzdb))
                .accepted();
    }

    /** The same for all nodes, so that together they look once. */
    private Instant nextLook() {
        var every = settings.lookEvery().toMillis();
        return Instant.ofEpochMilli((clock.millis() / every + 1) * every);
    }

    private void lookAt(Instant due, String name) {
        var tzdb = Regions.inForce().tzdb();
        errands.send(new Errand(kind(), tzdb + "|" + name, due, new Look(tzdb)));
    }
}
