package dev.parley.benchmarks.promises;

import dev.parley.benchmarks.Server;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** P6: every processor forgets where it stood, and all views are emptied; the whole past is handled again, and nobody outside hears of it. */
final class ReplaysQuietly implements Promise {
    private static final int MEETINGS = 10;
    private static final String VIEWS =
            "select tablename from pg_policies where schemaname = 'parley' and policyname = 'project'";
    private static final String BEHIND = """
            select count(*) from processor_token where token is null
                or (convert_from(token, 'UTF8')::jsonb ->> 'globalIndex')::bigint < (select position from event_log_head)""";

    @Override
    public String id() {
        return "P6";
    }

    @Override
    public String words() {
        return "a full replay changes nothing outside, and the views come out the same";
    }

    @Override
    public String sabotage() {
        return "an event handler that sends mail";
    }

    @Override
    public Verdict attempt(Trial trial) throws Exception {
        var stray = new AtomicLong();
        try (var cluster = new Cluster(trial.folder());
                var post = new ServerSocket(0)) {
            Thread.ofPlatform().daemon().start(() -> count(post, stray));
            var verdict = new Verdict();
            try (var server = NeverOverwrites.start(trial, cluster, "before")) {
                verdict.mustReach(MEETINGS, "letters in the first place", live(server));
                awaitRest(cluster);
            }
            var before = views(cluster);
            var events = cluster.number("select position from event_log_head");
            for (var view : before.keySet()) cluster.run("delete from " + view);
            cluster.run("delete from processor_token");
            try (var server = NeverOverwrites.start(trial, cluster, "after")) {
                if (trial.sabotaged()) mailFromAHandler(trial, cluster, post.getLocalPort());
                awaitRest(cluster);
                var letters = letters(server) + stray.get();
                var after = views(cluster);
                return verdict.told("events", events)
                        .told("views", before.size())
                        .mustBe(0, "letters sent by the replay", letters)
                        .mustBe(events, "events afterwards", cluster.number("select position from event_log_head"))
                        .mustBe(
                                0,
                                "views not equal",
                                before.keySet().stream()
                                        .filter(view -> !Objects.equals(before.get(view), after.get(view)))
                                        .count());
            }
        }
    }

    /** Meetings whose guests are invited by mail. */
    private static long live(Server server) throws Exception {
        try (var user = User.signIn(server.url())) {
            var lead = user.json(user.send("POST", "/leads", Map.of("name", "Lena", "email", "lena@lead.test")))
                    .path("leadId")
                    .asString();
            for (var i = 0; i < MEETINGS; i++)
                user.json(user.send(
                        "POST", "/meetings", meeting(lead, LocalDate.now().plusDays(2 + i) + "T09:00")));
        }
        var letters = 0L;
        for (var i = 0; i < 60 && letters < MEETINGS; i++) {
            Thread.sleep(500);
            letters = letters(server);
        }
        return letters;
    }

    private static Map<String, Object> meeting(String lead, String start) {
        return Map.of(
                "title",
                "Replay",
                "leadId",
                lead,
                "localStart",
                start,
                "zone",
                "UTC",
                "durationMinutes",
                30,
                "interviewer",
                "human",
                "reminders",
                List.of(),
                "invitees",
                List.of(Map.of("name", "Gus", "email", "gus@guest.test")));
    }

    private static long letters(Server server) throws Exception {
        try (var user = User.signIn(server.url())) {
            return user.get("/demo/mailbox").size();
        }
    }

    /** Each view's whole content, as a digest. */
    private static Map<String, String> views(Cluster cluster) throws SQLException {
        var views = new TreeMap<String, String>();
        try (var connection = cluster.connect();
                var statement = connection.createStatement()) {
            try (var names = statement.executeQuery(VIEWS)) {
                while (names.next()) views.put(names.getString(1), "");
            }
            for (var view : views.keySet())
                try (var row = statement.executeQuery(
                        "select coalesce(md5(string_agg(v::text, ' ' order by v::text)), '') from " + view + " v")) {
                    row.next();
                    views.put(view, row.getString(1));
                }
        }
        return views;
    }

    /** Until every processor is at the head, and the head stands still for a while. */
    private static void awaitRest(Cluster cluster) throws Exception {
        var quiet = 0;
        var last = -1L;
        for (var i = 0; i < 150 && quiet < 10; i++) {
            Thread.sleep(500);
            var head = cluster.number("select position from event_log_head");
            quiet = head == last
                            && cluster.number(BEHIND) == 0
                            && cluster.number("select count(*) from processor_token") > 0
                    ? quiet + 1
                    : 0;
            last = head;
        }
    }

    private static void mailFromAHandler(Trial trial, Cluster cluster, int port) throws Exception {
        try (var node = Node.start(
                "mailer",
                cluster.url(),
                trial.folder(),
                Sabotages.MAIL_IN_A_HANDLER,
                "promises.mail-port=" + port,
                "promises.views=false",
                "spring.flyway.enabled=false")) {
            awaitRest(cluster);
        }
    }

    private static void count(ServerSocket post, AtomicLong letters) {
        while (!post.isClosed())
            try (var _ = post.accept()) {
                letters.incrementAndGet();
            } catch (IOException closed) {
                return;
            }
    }
}
