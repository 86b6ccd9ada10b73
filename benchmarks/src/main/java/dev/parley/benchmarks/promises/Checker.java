package dev.parley.benchmarks.promises;

import dev.parley.api.WireFormat;
import dev.parley.benchmarks.promises.Ledger.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Compares log, ledger and views when everything has come to rest, by a fold that shares no code with the product. */
final class Checker {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Cluster cluster;
    private final Map<UUID, Integer> events = new HashMap<>();
    private final Map<UUID, String> words = new HashMap<>();
    private final Map<String, Row> fold = new HashMap<>();
    private final Map<String, Long> last = new HashMap<>();
    private long positions;
    private long gaps;
    private long brokenLinks;

    /** @param digest as {@link Tally} makes it */
    private record Row(int changes, String digest) {}

    private Checker(Cluster cluster) {
        this.cluster = cluster;
    }

    static Verdict check(Cluster cluster, @Nullable Ledger ledger) throws Exception {
        var checker = new Checker(cluster);
        checker.awaitRest();
        var verdict = new Verdict();
        try (var connection = cluster.connect()) {
            checker.foldLog(connection);
            if (ledger != null) checker.compareWith(ledger, verdict);
            checker.judgeLog(verdict);
            checker.compareViews(connection, verdict);
        }
        return verdict;
    }

    /** For nodes without views. */
    static Verdict checkLog(Cluster cluster, Ledger ledger) throws Exception {
        var checker = new Checker(cluster);
        var verdict = new Verdict();
        try (var connection = cluster.connect()) {
            checker.foldLog(connection);
        }
        checker.compareWith(ledger, verdict);
        checker.judgeLog(verdict);
        return verdict;
    }

    /** For a log that was not written by the product. */
    static Verdict checkSkipped(Cluster cluster) throws Exception {
        var checker = new Checker(cluster);
        checker.awaitRest();
        return new Verdict()
                .told("events", cluster.number("select count(*) from event_log"))
                .mustBe(0, "skipped", checker.skipped(Tally.GROUP) + checker.skipped(Witness.GROUP));
    }

    /** Until both processors have seen the head, or get no further. */
    private void awaitRest() throws SQLException, InterruptedException {
        var before = -1L;
        var giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < giveUp) {
            var seen = cluster.number("select count(*) from seen");
            if (seen >= 2 * cluster.number("select count(*) from event_log")) return;
            if (seen != before)
                giveUp = System.nanoTime() + Duration.ofSeconds(25).toNanos();
            before = seen;
            Thread.sleep(200);
        }
    }

    private void foldLog(Connection connection) throws SQLException, IOException {
        connection.setAutoCommit(false);
        var chain = new Chain();
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(1_000);
            var row = statement.executeQuery("select * from event_log order by position");
            while (row.next()) {
                if (row.getLong("position") != ++positions) gaps++;
                positions = row.getLong("position");
                if (!chain.continuesWith(row)) brokenLinks++;
                var stream = row.getString("stream");
                if (row.getLong("sequence") != last.getOrDefault(stream, -1L) + 1) gaps++;
                last.put(stream, row.getLong("sequence"));
                take(stream, row.getObject("command_id", UUID.class), title(row.getBytes("payload")));
            }
        }
        connection.setAutoCommit(true);
        if (cluster.number("select position from event_log_head") != positions) gaps++;
    }

    private void take(String stream, UUID command, String title) {
        events.merge(command, 1, Integer::sum);
        words.put(command, title);
        var before = fold.getOrDefault(stream, new Row(0, ""));
        fold.put(stream, new Row(before.changes() + 1, md5(before.digest() + title)));
    }

    private void compareWith(Ledger ledger, Verdict verdict) {
        var lost = 0L;
        var doubled = 0L;
        var ghosts = 0L;
        var otherWords = 0L;
        var unknownPresent = 0L;
        for (var entry : ledger.entries().entrySet()) {
            var there = events.getOrDefault(entry.getKey(), 0);
            if (there > 1) doubled++;
            if (there > 0 && !entry.getValue().words().equals(words.get(entry.getKey()))) otherWords++;
            switch (entry.getValue().outcome()) {
                case ACKED -> lost += there == 0 ? 1 : 0;
                case REJECTED -> ghosts += there;
                case UNKNOWN -> unknownPresent += there > 0 ? 1 : 0;
            }
        }
        verdict.told("acked", ledger.count(Outcome.ACKED))
                .told("rejected", ledger.count(Outcome.REJECTED))
                .told("unanswered", ledger.count(Outcome.UNKNOWN))
                .told("unanswered but there", unknownPresent)
                .mustBe(0, "lost", lost)
                .mustBe(0, "doubled", doubled)
                .mustBe(0, "rejected but there", ghosts)
                .mustBe(0, "other words", otherWords)
                .mustBe(
                        0,
                        "unexpected",
                        events.keySet().stream()
                                .filter(id -> !ledger.entries().containsKey(id))
                                .count());
    }

    private void judgeLog(Verdict verdict) {
        verdict.told("events", positions).mustBe(0, "gaps", gaps).mustBe(0, "broken hashes", brokenLinks);
    }

    private void compareViews(Connection connection, Verdict verdict) throws SQLException {
        var wrong = 0L;
        var rows = 0L;
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select id, changes, digest from tally")) {
            while (row.next()) {
                rows++;
                var expected = fold.get(row.getString(1));
                if (expected == null || !expected.equals(new Row(row.getInt(2), row.getString(3)))) wrong++;
            }
        }
        verdict.mustBe(0, "skipped", skipped(Tally.GROUP) + skipped(Witness.GROUP))
                .mustBe(0, "applied twice", cluster.number("select count(*) from seen where times <> 1"))
                .mustBe(0, "rows not equal to the fold", wrong + Math.abs(fold.size() - rows));
    }

    private long skipped(String processor) throws SQLException {
        return cluster.number(
                "select count(*) from event_log e where not exists (select from seen s where s.processor = '"
                        + processor + "' and s.position = e.position)");
    }

    private static String title(byte[] payload) {
        return WireFormat.mapper().readTree(payload).path("title").asString();
    }

    private static String md5(String text) {
        try {
            var digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
