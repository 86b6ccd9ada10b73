package dev.parley.infra.backplane;

import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.infra.store.postgres.TestDatabase;
import dev.parley.signaling.backplane.Backplane;
import dev.parley.signaling.backplane.BackplaneContract;
import dev.parley.signaling.frame.ServerFrame;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two nodes that share nothing but a database. */
class PostgresBackplaneTest extends BackplaneContract {
    private static final URI DATABASE = URI.create(TestDatabase.fresh());
    private static final BackplaneSettings SETTINGS =
            new BackplaneSettings(10_000, 500, 1_024, Duration.ofSeconds(1), Duration.ofSeconds(1));
    private static final UUID NODE = new UUID(0, 7);

    private static final PostgresBackplane here = new PostgresBackplane(PostgresBackplaneTest::open, SETTINGS);
    private static final PostgresBackplane there = new PostgresBackplane(PostgresBackplaneTest::open, SETTINGS);

    @BeforeAll
    static void start() {
        here.start();
        there.start();
        await().until(() -> listeners() == 2);
    }

    @AfterAll
    static void stop() {
        here.stop();
        there.stop();
    }

    @Override
    protected Backplane here() {
        return here;
    }

    @Override
    protected Backplane there() {
        return there;
    }

    static List<Backplane.Notice> everyKind() {
        var lena = lenaInTheRoom.participantId();
        var knock = new ServerFrame.Knock(lena, "Ł".repeat(200), lenaInTheRoom.role(), now);
        return List.of(
                new Backplane.SeatTaken(NODE, discoveryCall, lena),
                new Backplane.WhoHas(NODE, discoveryCall, lena),
                new Backplane.SeatHeld(NODE, discoveryCall, lena),
                new Backplane.Knocked(NODE, discoveryCall, knock),
                new Backplane.KnockOver(NODE, discoveryCall, lena),
                new Backplane.WhoWaits(NODE, discoveryCall));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void every_kind_of_notice_is_heard_as_it_was_told(Backplane.Notice notice) {
        var format = new NoticeFormat();

        assertThat(format.read(format.payload(notice).orElseThrow())).contains(notice);
    }

    @Test
    void the_kinds_are_all_that_there_are() {
        assertThat(everyKind())
                .extracting(Object::getClass)
                .containsExactlyInAnyOrder(Backplane.Notice.class.getPermittedSubclasses());
    }

    @Test
    void what_a_newer_node_says_is_no_matter() {
        assertThat(new NoticeFormat().read("SomethingNew {}")).isEmpty();
        assertThat(new NoticeFormat().read("nonsense")).isEmpty();
    }

    @Test
    void goes_on_after_the_database_has_cut_its_connections() throws SQLException {
        var heard = new CopyOnWriteArrayList<Backplane.Notice>();
        there.heard().subscribe(heard::add);
        try (var connection = open("test");
                var cut = connection.createStatement()) {
            cut.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where application_name like 'backplane-%' and datname = current_database()");
        }

        await().until(() -> {
            here.tell(new Backplane.WhoWaits(NODE, discoveryCall));
            return !heard.isEmpty();
        });
        await().until(() -> listeners() == 2);
    }

    private static Connection open(String purpose) throws SQLException {
        var login = DATABASE.getUserInfo().split(":");
        return DriverManager.getConnection(
                "jdbc:postgresql://" + DATABASE.getAuthority().split("@")[1] + DATABASE.getPath() + "?ApplicationName="
                        + purpose,
                login[0],
                login[1]);
    }

    private static int listeners() throws SQLException {
        try (var connection = open("test");
                var statement = connection.createStatement();
                var count = statement.executeQuery("select count(*) from pg_stat_activity where query = 'listen "
                        + NoticeListener.CHANNEL
                        + "' and application_name = 'backplane-listener' and datname = current_database()")) {
            count.next();
            return count.getInt(1);
        }
    }
}
