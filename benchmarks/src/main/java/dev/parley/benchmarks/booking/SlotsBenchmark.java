package dev.parley.benchmarks.booking;

import dev.parley.api.calendar.CalendarId;
import dev.parley.benchmarks.Benchmark;
import dev.parley.benchmarks.Database;
import dev.parley.benchmarks.Result;
import dev.parley.benchmarks.Server;
import dev.parley.benchmarks.rounds.Asked;
import dev.parley.benchmarks.rounds.Cpu;
import dev.parley.benchmarks.rounds.Peer;
import dev.parley.benchmarks.rounds.Round;
import dev.parley.benchmarks.rounds.Rounds;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * The free times of a host with 10,000 bookings over 60 days, over HTTP as the page asks for them, beside the same question asked
 * of the database alone, and beside the bare query of what is booked with nothing but arithmetic after it.
 */
public final class SlotsBenchmark implements Benchmark {
    private static final List<String> LIMITS = List.of("sql", "arithmetic");

    @Override
    public Result run(boolean quick) throws Exception {
        try (var database = new Database();
                var server =
                        Server.start(database.folder().resolve("home"), Map.of("PARLEY_DATABASE_URL", database.url()));
                var host = new Host(server.url()).settle()) {
            var tomorrow = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).plusDays(1);
            var weeks = new BusyWeeks(CalendarId.of(host.calendarId()), tomorrow);
            weeks.book(database.url());
            try (var bare = new BareCalendar(database.url(), weeks)) {
                var path = "/availability?type=short&from=" + tomorrow + "&to=" + tomorrow.plusDays(BusyWeeks.DAYS - 1);
                var free = host.api().get(path).path("slots").size();
                agree(free, bare);
                return measure(peers(database, server, host, bare, path), quick).figure("free", free);
            }
        }
    }

    /** A benchmark of wrong answers would be worth nothing. */
    private static void agree(int free, BareCalendar bare) throws Exception {
        var others = List.of(bare.freeByDatabase(), bare.freeByArithmetic());
        for (var other : others)
            if (other != free) throw new IllegalStateException(free + " free times, but the others found " + others);
    }

    private static List<Peer> peers(Database database, Server server, Host host, BareCalendar bare, String path)
            throws Exception {
        var postmaster = database.postmaster();
        return List.of(
                new Asked(
                        "ours",
                        () -> server.cpu(postmaster),
                        () -> () -> host.api().read(path, "application/json")),
                new Asked("sql", () -> Cpu.now(postmaster), () -> bare::freeByDatabase),
                new Asked("arithmetic", () -> Cpu.now(postmaster), () -> bare::freeByArithmetic));
    }

    private static Result measure(List<Peer> peers, boolean quick) throws Exception {
        var rounds = quick ? new Rounds(peers, 3, 0.3, 2) : new Rounds(peers, 9, 0.5, 4);
        rounds.heat(1, quick ? 4 : 12).run(1);
        rounds.print();
        var result = new Result().figure("bookings", BusyWeeks.BOOKINGS);
        for (var peer : peers)
            result.figure(peer.name() + "_per_s", rounds.median(peer.name(), 1, Round::perSecond))
                    .figure(peer.name() + "_p50_ms", rounds.median(peer.name(), 1, Round::p50Millis))
                    .figure(peer.name() + "_p99_ms", rounds.median(peer.name(), 1, Round::p99Millis));
        for (var limit : LIMITS)
            result.ratio(limit + "_p99", rounds.ratio("ours", limit, 1, Round::p99Millis))
                    .ratio(limit + "_cpu", rounds.ratio("ours", limit, 1, Round::cpuMicros));
        return result.figure("foreign_percent", rounds.foreign());
    }
}
