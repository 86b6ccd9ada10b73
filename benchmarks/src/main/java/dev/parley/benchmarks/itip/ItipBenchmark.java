package dev.parley.benchmarks.itip;

import dev.parley.benchmarks.Benchmark;
import dev.parley.benchmarks.Result;
import dev.parley.benchmarks.rounds.Asked;
import dev.parley.benchmarks.rounds.Cpu;
import dev.parley.benchmarks.rounds.Peer;
import dev.parley.benchmarks.rounds.Round;
import dev.parley.benchmarks.rounds.Rounds;
import dev.parley.infra.mail.WrittenInvitations;
import dev.parley.saga.notification.Invitations.Letter;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import net.fortuna.ical4j.data.CalendarBuilder;

/**
 * Documents per second on one thread, as they go into letters, beside the bare library writing the same event: an invitation of
 * four, and one of a series, which brings a VTIMEZONE along.
 */
public final class ItipBenchmark implements Benchmark {
    private static final URI WAY = URI.create("https://meet.example.test/join/" + "x".repeat(140));
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final long NO_DATABASE = -1;

    private final WrittenInvitations ours = new WrittenInvitations();

    @Override
    public Result run(boolean quick) throws Exception {
        var single = SampleLetter.single();
        var series = SampleLetter.oneOfSeries();
        var peers = List.of(
                peer("ours", () -> ours.write(single, WAY, NOW)),
                peer("ical4j", bare(single)),
                peer("ours-series", () -> ours.write(series, WAY, NOW)),
                peer("ical4j-series", bare(series)));
        var rounds = quick ? new Rounds(peers, 5, 0.2, 1) : new Rounds(peers, 11, 0.3, 2.5);
        rounds.heat(1, quick ? 4 : 10).run(1);
        rounds.print();
        var result = new Result();
        for (var peer : peers)
            result.figure(
                    peer.name().replace('-', '_') + "_documents_per_s",
                    rounds.median(peer.name(), 1, Round::perSecond));
        return result.figure("document_bytes", ours.write(single, WAY, NOW).length())
                .figure("series_document_bytes", ours.write(series, WAY, NOW).length())
                .figure("foreign_percent", rounds.foreign())
                .ratio("ical4j", rounds.ratio("ours", "ical4j", 1, Round::perSecond))
                .ratio("ical4j_series", rounds.ratio("ours-series", "ical4j-series", 1, Round::perSecond));
    }

    private Callable<String> bare(Letter letter) throws Exception {
        var written = ours.write(letter, WAY, NOW);
        var bare = new BareIcal4j(new CalendarBuilder().build(new StringReader(written)));
        return () -> bare.write(letter.time().start(), letter.time().end(), NOW);
    }

    private static Peer peer(String name, Callable<String> writer) {
        return new Asked(name, () -> Cpu.now(NO_DATABASE), () -> writer);
    }
}
