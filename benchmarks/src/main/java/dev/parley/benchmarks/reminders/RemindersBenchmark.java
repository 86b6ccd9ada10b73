package dev.parley.benchmarks.reminders;

import dev.parley.benchmarks.Benchmark;
import dev.parley.benchmarks.Database;
import dev.parley.benchmarks.Result;
import dev.parley.benchmarks.Server;
import dev.parley.benchmarks.reminders.MailSink.Arrival;
import dev.parley.benchmarks.rounds.Cpu;
import dev.parley.benchmarks.rounds.Round;
import dev.parley.benchmarks.rounds.Rounds;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * Five thousand reminders that are due in the same second, from the deadline to the mail server's having the letter, beside the bare
 * letters over as many connections. Each must arrive, and once.
 */
public final class RemindersBenchmark implements Benchmark {
    private static final int CONNECTIONS = 16; // as many as errands are carried out at once
    private static final int SETTLING_SECONDS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public Result run(boolean quick) throws Exception {
        var meetings = quick ? 500 : 5_000;
        try (var database = new Database();
                var sink = new MailSink();
                var server = Server.start(database.folder().resolve("home"), settings(database, sink));
                var hour = new FullHour(database.url())) {
            var warm = quick ? 200 : 400;
            hour.schedule(warm, soon(Duration.ofSeconds(5 + warm / 10)));
            reminded(sink, warm);
            var perSecond = hour.schedule(warm, soon(Duration.ofSeconds(5 + warm / 20)));
            reminded(sink, 2 * warm);
            var due = soon(Duration.ofSeconds(5 + Math.round(1.3 * meetings / perSecond)));
            hour.schedule(meetings, due);
            return remind(database, server, sink, meetings, due);
        }
    }

    private static Map<String, String> settings(Database database, MailSink sink) {
        return Map.of(
                "PARLEY_DATABASE_URL",
                database.url(),
                "PARLEY_MAIL_HOST",
                "127.0.0.1",
                "PARLEY_MAIL_PORT",
                Integer.toString(sink.port()),
                "PARLEY_MAIL_TLS",
                "none");
    }

    private static Instant soon(Duration wait) {
        return Instant.now().plus(wait).truncatedTo(ChronoUnit.SECONDS);
    }

    private static List<Arrival> reminded(MailSink sink, int meetings) throws InterruptedException {
        var giveUp = Instant.now().plus(PATIENCE);
        while (sink.of("reminder").size() < meetings && Instant.now().isBefore(giveUp)) Thread.sleep(20);
        return sink.of("reminder");
    }

    private static Result remind(Database database, Server server, MailSink sink, int meetings, Instant due)
            throws Exception {
        sink.forget();
        Thread.sleep(Duration.between(Instant.now(), due));
        var before = server.cpu(database.postmaster());
        var first = reminded(sink, meetings);
        var used = server.cpu(database.postmaster()).since(before);
        var conversations = sink.conversations();
        Thread.sleep(Duration.ofSeconds(SETTLING_SECONDS)); // whatever comes now, comes twice
        var all = sink.of("reminder");
        var people = all.stream().map(Arrival::to).distinct().count();
        var lateness = lateness(first, due);
        var ours = round("ours", lateness, used);
        var bare = bare(sink, first);
        var rounds = Rounds.once(ours, bare);
        rounds.print();
        return new Result()
                .figure("reminders", meetings)
                .figure("duplicates", all.size() - people)
                .figure("missing", meetings - people)
                .figure("lateness_p50_ms", ours.p50Millis())
                .figure("lateness_p99_ms", ours.p99Millis())
                .figure("lateness_max_ms", lateness.getMaxValue() / 1e6)
                .figure("smtp_p99_ms", bare.p99Millis())
                .figure("connections", conversations)
                .figure("foreign_percent", ours.foreign())
                .ratio("smtp_p99", ours.p99Millis() / bare.p99Millis())
                .ratio("smtp", ours.perSecond() / bare.perSecond());
    }

    /** The same letters once more, as if all were due when the first is said. */
    private static Round bare(MailSink sink, List<Arrival> letters) throws Exception {
        var texts = letters.stream().map(Arrival::letter).toList();
        BareMail.send(sink.port(), CONNECTIONS, texts); // warm-up
        sink.forget();
        var before = Cpu.now(-1);
        var due = Instant.now();
        BareMail.send(sink.port(), CONNECTIONS, texts);
        return round("smtp", lateness(sink.of("reminder"), due), Cpu.now(-1).since(before));
    }

    private static Histogram lateness(List<Arrival> letters, Instant due) {
        var nanos = new Histogram(3);
        for (var letter : letters)
            nanos.recordValue(Duration.between(due, letter.at()).toNanos());
        return nanos;
    }

    private static Round round(String peer, Histogram lateness, Cpu used) {
        var seconds = lateness.getMaxValue() / 1e9;
        return Round.of(peer, CONNECTIONS, lateness.getTotalCount(), seconds, lateness, used, 0);
    }
}
