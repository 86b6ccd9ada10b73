package dev.parley.benchmarks.booking;

import dev.parley.benchmarks.booking.Crowd.Answer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The least that keeps a time from being had twice: a constraint of the database, and a connection for everybody. */
final class BareTimes implements AutoCloseable {
    private static final String EXCLUSION_VIOLATION = "23P01";
    private static final String UNIQUE_VIOLATION = "23505";
    /** Two that check an exclusion constraint against each other: one of them loses. Asking again would only meet the next. */
    private static final String DEADLOCK = "40P01";

    private final List<Connection> connections = new ArrayList<>();

    BareTimes(String database, int people) throws SQLException {
        for (var i = 0; i < people; i++) connections.add(DriverManager.getConnection(database));
        for (var connection : connections) lookForDeadlocksSoon(connection);
        try (var statement = connections.getFirst().createStatement()) {
            statement.execute("create extension if not exists btree_gist");
            statement.execute(
                    "create table excluded (host integer, during tstzrange, exclude using gist (host with =, during with &&))");
            statement.execute("create table identified (host integer, start timestamptz, primary key (host, start))");
        }
    }

    /** Not only after the second that is the default: half of fifty would have to wait for it, time after time. */
    private static void lookForDeadlocksSoon(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set deadlock_timeout = '5ms'");
        }
    }

    /** No two that overlap. */
    Answer byExclusion(int person, int time) throws SQLException {
        return insert(
                person,
                time,
                "insert into excluded select 1, tstzrange(at, at + interval '5 minutes') from (select timestamptz '2027-01-01' + ? * interval '10 minutes' as at) t",
                EXCLUSION_VIOLATION);
    }

    /** No two that begin together. */
    Answer byKey(int person, int time) throws SQLException {
        return insert(
                person,
                time,
                "insert into identified values (1, timestamptz '2027-01-01' + ? * interval '10 minutes')",
                UNIQUE_VIOLATION);
    }

    private Answer insert(int person, int time, String sql, String taken) throws SQLException {
        try (var insert = connections.get(person).prepareStatement(sql)) {
            insert.setInt(1, time);
            insert.executeUpdate();
            return Answer.BOOKED;
        } catch (SQLException e) {
            if (taken.equals(e.getSQLState()) || DEADLOCK.equals(e.getSQLState())) return Answer.TAKEN;
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        for (var connection : connections) connection.close();
    }
}
