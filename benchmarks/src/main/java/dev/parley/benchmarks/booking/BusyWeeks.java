package dev.parley.benchmarks.booking;

import dev.parley.api.Actor;
import dev.parley.api.TenantId;
import dev.parley.api.TimeSlot;
import dev.parley.api.calendar.CalendarCommand.BookSlot;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.meeting.MeetingId;
import dev.parley.benchmarks.append.Ours;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** Ten thousand bookings of five minutes, scattered over sixty days: each was decided on by the host's calendar and stands in the log. */
record BusyWeeks(CalendarId calendar, LocalDate first) {
    static final int BOOKINGS = 10_000;
    static final int DAYS = 60;

    private static final int PER_DAY = BOOKINGS / DAYS + 1;
    private static final int CELLS = 288; // of five minutes, in a day
    private static final int STRIDE = 85; // shares no factor with them
    private static final Duration LENGTH = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** A node of its own on the same log books; the view of the server that is measured has to hear of it. */
    void book(String database) throws SQLException, InterruptedException {
        try (var connection = DriverManager.getConnection(database)) {
            try (var node = Ours.commandsOnly(database)) {
                var commands = node.getBean(CommandGateway.class);
                var us = Actor.system(tenant(connection), "benchmark");
                for (var i = 0; i < BOOKINGS; i++) commands.sendAndWait(booking(us, i));
            }
            var giveUp = Instant.now().plus(PATIENCE);
            while (seen(connection) < BOOKINGS) {
                if (Instant.now().isAfter(giveUp)) throw new IllegalStateException("the view never saw all bookings");
                Thread.sleep(50);
            }
            connection.createStatement().execute("vacuum analyze parley.host_slot");
        }
    }

    Instant beginning() {
        return first.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    Instant end() {
        return first.plusDays(DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private BookSlot booking(Actor us, int number) {
        var cell = (number % PER_DAY * STRIDE + number / PER_DAY * 7) % CELLS;
        var start = beginning().plus(Duration.ofDays(number / PER_DAY)).plus(LENGTH.multipliedBy(cell));
        var now = Instant.now();
        return new BookSlot(calendar, us, now, MeetingId.next(now), new TimeSlot(start, start.plus(LENGTH)));
    }

    private TenantId tenant(Connection connection) throws SQLException {
        try (var question = connection.prepareStatement("select tenant_id from parley.host_settings limit 1");
                var row = question.executeQuery()) {
            if (!row.next()) throw new IllegalStateException("nobody has settled anything yet");
            return new TenantId(row.getObject(1, UUID.class));
        }
    }

    private int seen(Connection connection) throws SQLException {
        try (var question = connection.prepareStatement(
                "select count(*) from parley.host_slot where state = 'BOOKED' and calendar_id = ?")) {
            question.setObject(1, calendar.value());
            try (var row = question.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
