package dev.parley.benchmarks.reminders;

import dev.parley.api.Actor;
import dev.parley.api.Ids;
import dev.parley.api.TenantId;
import dev.parley.api.calendar.CalendarCommand.HoldSlot;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.lead.LeadId;
import dev.parley.api.meeting.EntryPolicy;
import dev.parley.api.meeting.Host;
import dev.parley.api.meeting.InterviewerKind;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingCommand.ScheduleMeeting;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.meeting.RoomId;
import dev.parley.api.series.Occurrence;
import dev.parley.api.series.SeriesId;
import dev.parley.benchmarks.append.Ours;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Many hosts who all meet somebody at the same time, and remind them an hour before. Scheduled by a node of its own on the same log,
 * each as the first of a series, which is announced by a letter of its own that nobody asked for here.
 */
final class FullHour implements AutoCloseable {
    private static final Duration BEFORE = Duration.ofHours(1);
    private static final Duration LENGTH = Duration.ofMinutes(30);
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final int AT_ONCE = 32;
    private static final int PATIENCE_SECONDS = 60;

    private final String database;
    private final ConfigurableApplicationContext node;
    private final CommandGateway commands;
    private final Actor us =
            new Actor(new TenantId(Ids.named("tenant", "benchmark")), "sales", Actor.Kind.USER, "Sally Sales");
    private int hosts;

    FullHour(String database) {
        this.database = database;
        this.node = Ours.commandsOnly(database);
        this.commands = node.getBean(CommandGateway.class);
    }

    /**
     * Until each is booked and its alarm is set.
     *
     * @param due when all are to be reminded, to the second
     * @return meetings in a second
     */
    double schedule(int meetings, Instant due) throws InterruptedException, SQLException {
        var begun = System.nanoTime();
        send(meetings, due);
        while (armed(due) < meetings && Instant.now().isBefore(due)) Thread.sleep(100);
        if (!Instant.now().isBefore(due))
            throw new IllegalStateException("the machine was too busy to be ready when reminders were due");
        return meetings * 1e9 / (System.nanoTime() - begun);
    }

    private void send(int meetings, Instant due) throws InterruptedException {
        var places = new Semaphore(AT_ONCE);
        var failed = new CompletableFuture<Void>();
        for (var i = 0; i < meetings && !failed.isDone(); i++) {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS))
                throw new IllegalStateException("scheduling takes too long");
            schedule(due.plus(BEFORE)).whenComplete((_, failure) -> {
                places.release();
                if (failure != null) failed.completeExceptionally(failure);
            });
        }
        if (!places.tryAcquire(AT_ONCE, PATIENCE_SECONDS, TimeUnit.SECONDS) || failed.isDone())
            throw new IllegalStateException(
                    "not all could be scheduled", failed.isDone() ? failed.exceptionNow() : null);
    }

    /** As over HTTP: first the host's time, then the meeting. */
    private CompletableFuture<?> schedule(Instant start) {
        var now = Instant.now();
        var number = ++hosts;
        var host = new Host("host-" + number + "@load.test", "Hanna Host");
        var meeting = MeetingId.next(now);
        var time = new MeetingTime(LocalDateTime.ofInstant(start, ZONE), ZONE, LENGTH, Optional.empty());
        var hold = new HoldSlot(
                CalendarId.of(us.tenant(), host.id()), us, now, meeting, time.slot(), now.plusSeconds(300));
        return commands.send(hold)
                .thenCompose(
                        _ -> commands.send(meeting(meeting, now, time, number).with(host)));
    }

    private ScheduleMeeting meeting(MeetingId id, Instant now, MeetingTime time, int number) {
        var email = "lead-" + number + "@load.test";
        var lead = new Invitee(ParticipantId.ofInvitee(id, email), "Lena Lead", email, Invitee.Role.LEAD);
        return new ScheduleMeeting(
                id,
                us,
                now,
                "Discovery call",
                "discovery",
                LeadId.next(now),
                RoomId.random(),
                time,
                List.of(lead),
                InterviewerKind.HUMAN,
                Optional.empty(),
                List.of(BEFORE),
                Optional.empty(),
                Optional.of(new Occurrence(SeriesId.beginningWith(id), 1, time.localStart(), time.zone())),
                EntryPolicy.INVITED);
    }

    /** How many alarms are set for that moment. */
    private int armed(Instant due) throws SQLException {
        try (var connection = DriverManager.getConnection(database);
                var question =
                        connection.prepareStatement("select count(*) from parley.deadline where execution_time = ?")) {
            question.setObject(1, due.atOffset(ZoneOffset.UTC));
            try (var row = question.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    @Override
    public void close() {
        node.close();
    }
}
