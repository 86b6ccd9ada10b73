package dev.parley.command;

import dev.parley.api.Actor;
import dev.parley.api.Command;
import dev.parley.api.TimeSlot;
import dev.parley.api.calendar.BusyTimes;
import dev.parley.api.calendar.CalendarCommand.HoldSlot;
import dev.parley.api.calendar.CalendarCommand.HoldSlots;
import dev.parley.api.calendar.CalendarCommand.ReleaseHold;
import dev.parley.api.calendar.CalendarCommand.Terms;
import dev.parley.api.calendar.CalendarCommand.Wanted;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.calendar.OtherCalendars;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Holds times on a host's calendar while something is made of them. One meeting or a whole series, made, moved or handed
 * over: all are judged by the same rules, the host's other calendar among them. What is refused after the hold gives the
 * times back; what nobody answers lets them lapse.
 */
@Component
public class Reservations {
    private final Commands commands;
    private final OtherCalendars elsewhere;
    private final AppointmentSettings settings;

    public Reservations(Commands commands, OtherCalendars elsewhere, AppointmentSettings settings) {
        this.commands = commands;
        this.elsewhere = elsewhere;
        this.settings = settings;
    }

    /** For what the house itself does on behalf of people whom it does not know. */
    public Reservations ofTheHouse() {
        return new Reservations(commands.ofTheHouse(), elsewhere, settings);
    }

    /**
     * @param wanted at least one; all are held, or none
     * @param meetingType slug of a kind that the host offers, which brings its buffers; a meeting that moves keeps its own
     * @param overrule whether the host's own rules may be broken
     */
    public record Wish(
            CalendarId calendar, Actor by, Instant at, List<Wanted> wanted, String meetingType, boolean overrule) {}

    public Mono<Receipt> during(Wish wish, Mono<Receipt> use) {
        return busyTimes(wish)
                .map(busy -> hold(wish, new Terms(wish.meetingType(), wish.overrule(), busy)))
                .flatMap(commands::sendAside)
                .flatMap(_ -> use.onErrorResume(
                        Commands::isFinal, refused -> giveBack(wish).then(Mono.error(refused))));
    }

    /** Of a series that goes on for months, only what is near one of its meetings. */
    private Mono<BusyTimes> busyTimes(Wish wish) {
        var near = wish.wanted().stream()
                .map(Wanted::slot)
                .map(TimeSlot::withBuffers)
                .toList();
        var from = near.stream().map(TimeSlot::start).min(Instant::compareTo).orElseThrow();
        var to = near.stream().map(TimeSlot::end).max(Instant::compareTo).orElseThrow();
        return Mono.fromCompletionStage(
                        () -> elsewhere.busyTimes(wish.by().tenant(), wish.calendar(), new TimeSlot(from, to)))
                .map(busy -> busy.within(near));
    }

    private Command hold(Wish wish, Terms terms) {
        var expires = wish.at().plus(settings.heldFor());
        if (wish.wanted().size() > 1)
            return new HoldSlots(wish.calendar(), wish.by(), wish.at(), wish.wanted(), expires, terms);
        var one = wish.wanted().getFirst();
        return new HoldSlot(wish.calendar(), wish.by(), wish.at(), one.meetingId(), one.slot(), expires, terms);
    }

    private Mono<Void> giveBack(Wish wish) {
        return Flux.fromIterable(wish.wanted())
                .map(one -> new ReleaseHold(wish.calendar(), wish.by(), wish.at(), one.meetingId(), one.slot()))
                .concatMap(release -> commands.sendAside(release).onErrorComplete())
                .then();
    }
}
