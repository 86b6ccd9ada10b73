package dev.parley.benchmarks.booking;

import dev.parley.benchmarks.Benchmark;
import dev.parley.benchmarks.Database;
import dev.parley.benchmarks.Result;
import dev.parley.benchmarks.Server;
import dev.parley.benchmarks.booking.Crowd.Answer;
import dev.parley.benchmarks.rounds.Cpu;
import dev.parley.benchmarks.rounds.Round;
import dev.parley.benchmarks.rounds.Rounds;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * Fifty strangers who want the same time at once, 200 times: each time exactly one of them is booked, and all others are told that
 * it is taken; anything else fails the run. Beside it, fifty connections inserting under a constraint that allows one.
 */
public final class ContentionBenchmark implements Benchmark {
    private static final int CROWD = 50;
    private static final int TIMES = 20;
    private static final List<String> LIMITS = List.of("exclusion", "key");

    @Override
    public Result run(boolean quick) throws Exception {
        var rounds = quick ? 2 : 10;
        try (var database = new Database();
                var server = Server.start(
                        database.folder().resolve("home"),
                        Map.of("PARLEY_DATABASE_URL", database.url(), "PARLEY_PUBLIC_PAGES_CHANGES", "10000000"));
                var host = new Host(server.url()).settle();
                var bare = new BareTimes(database.peersUrl(), CROWD)) {
            var postmaster = database.postmaster();
            var ours = new Crowd("ours", () -> server.cpu(postmaster), TIMES, wish(host));
            var exclusion = new Crowd("exclusion", () -> Cpu.now(postmaster), TIMES, bare::byExclusion);
            var key = new Crowd("key", () -> Cpu.now(postmaster), TIMES, bare::byKey);
            var measured = new Rounds(List.of(ours, exclusion, key), rounds, 0, 0);
            measured.heat(CROWD, 0).run(CROWD);
            measured.print();
            return result(measured, rounds * TIMES);
        }
    }

    private static Crowd.Wish wish(Host host) throws Exception {
        var calendar = host.calendarId();
        var first = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(2, ChronoUnit.DAYS);
        return (person, time) -> {
            var start = first.plus(30L * time, ChronoUnit.MINUTES);
            var heard = host.book(calendar, start.toString(), "guest" + person + "@load.test");
            return switch (heard) {
                case "201" -> Answer.BOOKED;
                case "409 SLOT_TAKEN" -> Answer.TAKEN;
                default -> throw new IllegalStateException("somebody heard " + heard);
            };
        };
    }

    /** Rounds fail where any time was had by none or by two, so whatever is counted here went well. */
    private static Result result(Rounds rounds, int times) {
        var result = new Result().figure("times_wanted", times).figure("times_had_by_one", times);
        for (var name : List.of("ours", "exclusion", "key"))
            result.figure(name + "_requests_per_s", rounds.median(name, CROWD, Round::perSecond))
                    .figure(name + "_all_50_p50_ms", rounds.median(name, CROWD, Round::p50Millis))
                    .figure(name + "_all_50_p99_ms", rounds.median(name, CROWD, Round::p99Millis));
        for (var limit : LIMITS)
            result.ratio(limit + "_p50", rounds.ratio("ours", limit, CROWD, Round::p50Millis))
                    .ratio(limit + "_cpu", rounds.ratio("ours", limit, CROWD, Round::cpuMicros));
        return result.figure("foreign_percent", rounds.foreign());
    }
}
