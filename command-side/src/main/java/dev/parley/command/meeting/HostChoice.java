package dev.parley.command.meeting;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.calendar.CalendarRefusal;
import dev.parley.api.hostpool.HostPoolCommand.AssignHost;
import dev.parley.api.hostpool.HostPoolCommand.Assigned;
import dev.parley.api.hostpool.HostPoolCommand.WithdrawAssignment;
import dev.parley.api.hostpool.HostPoolId;
import dev.parley.api.meeting.MeetingId;
import dev.parley.command.Commands;
import dev.parley.command.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Finds a host for a meeting: whose turn it is decides the pool, whether they are free their calendar, one after the other. */
final class HostChoice {
    private final Commands commands;
    private final HostPoolId pool;
    private final MeetingId meeting;
    private final Actor by;
    private final Instant at;

    HostChoice(Commands commands, HostPoolId pool, MeetingId meeting, Actor by, Instant at) {
        this.commands = commands;
        this.pool = pool;
        this.meeting = meeting;
        this.by = by;
        this.at = at;
    }

    /** @param use of the host; refused by the calendar means: the next one. The pool is as long as the list of busy ones can grow. */
    Mono<Receipt> whoIsFree(List<String> busy, Function<Assigned, Mono<Receipt>> use) {
        return commands.ask(new AssignHost(pool, by, at, meeting, busy), Assigned.class)
                .onErrorMap(Commands::isUnknown, error -> ((Refused) error).within("hostPool"))
                .flatMap(assigned -> use.apply(assigned)
                        .onErrorResume(HostChoice::isBusy, _ -> whoIsFree(also(busy, assigned), use))
                        .onErrorResume(Commands::isFinal, refused -> withdraw().then(Mono.error(refused))));
    }

    private Mono<Receipt> withdraw() {
        return commands.sendAside(new WithdrawAssignment(pool, by, at, meeting)).onErrorComplete();
    }

    private static List<String> also(List<String> busy, Assigned assigned) {
        return Stream.concat(busy.stream(), Stream.of(assigned.host().id())).toList();
    }

    private static boolean isBusy(Throwable error) {
        return error instanceof Refused refused && refused.refusal() instanceof CalendarRefusal;
    }
}
