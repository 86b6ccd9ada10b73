package dev.parley.command.meeting;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.aliceInTheRoom;
import static dev.parley.api.Samples.as;
import static dev.parley.api.Samples.berlin;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.gus;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.parley;
import static dev.parley.api.Samples.parleyInTheRoom;
import static dev.parley.api.Samples.theHouse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.DiscoveryCall;
import dev.parley.api.Refused;
import dev.parley.api.meeting.Host;
import dev.parley.api.meeting.MeetingCommand;
import dev.parley.api.meeting.MeetingCommand.AddInvitee;
import dev.parley.api.meeting.MeetingCommand.BeginGoodbye;
import dev.parley.api.meeting.MeetingCommand.CancelMeeting;
import dev.parley.api.meeting.MeetingCommand.ConfirmNoShow;
import dev.parley.api.meeting.MeetingCommand.EndMeeting;
import dev.parley.api.meeting.MeetingCommand.FailMeeting;
import dev.parley.api.meeting.MeetingCommand.GiveConsent;
import dev.parley.api.meeting.MeetingCommand.GiveDisclosure;
import dev.parley.api.meeting.MeetingCommand.JoinMeeting;
import dev.parley.api.meeting.MeetingCommand.LeaveMeeting;
import dev.parley.api.meeting.MeetingCommand.OpenLobby;
import dev.parley.api.meeting.MeetingCommand.ReassignMeeting;
import dev.parley.api.meeting.MeetingCommand.RecordNoShow;
import dev.parley.api.meeting.MeetingCommand.RemoveInvitee;
import dev.parley.api.meeting.MeetingCommand.RescheduleMeeting;
import dev.parley.api.meeting.MeetingCommand.ReviseMeetingDetails;
import dev.parley.api.meeting.MeetingCommand.StartMeeting;
import dev.parley.api.meeting.MeetingCommand.WithdrawConsent;
import dev.parley.api.meeting.MeetingCommand.WriteSummary;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingEvent.GoodbyeBegun;
import dev.parley.api.meeting.MeetingEvent.LeadDidNotShow;
import dev.parley.api.meeting.MeetingEvent.LobbyOpened;
import dev.parley.api.meeting.MeetingEvent.MeetingCancelled;
import dev.parley.api.meeting.MeetingEvent.MeetingEnded;
import dev.parley.api.meeting.MeetingEvent.MeetingReopened;
import dev.parley.api.meeting.MeetingEvent.MeetingScheduled;
import dev.parley.api.meeting.MeetingEvent.MeetingStarted;
import dev.parley.api.meeting.MeetingEvent.NoShowConfirmed;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.api.meeting.MeetingSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Many lives at random: whatever people and processes try, the status takes legal steps only and an end is an end. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingLifeTest {
    private static final int LIVES = 300;
    private static final int STEPS = 40;
    private static final DiscoveryCall call = aDiscoveryCall();

    private final long seed = Optional.ofNullable(System.getProperty("parley.seed"))
            .map(Long::parseLong)
            .orElseGet(System::nanoTime);
    private final Random random = new Random(seed);
    private final Set<MeetingStatus> passed = EnumSet.noneOf(MeetingStatus.class);

    @Test
    void takes_only_legal_steps_and_never_leaves_an_end() {
        var ends = EnumSet.noneOf(MeetingStatus.class);
        for (var life = 0; life < LIVES; life++) ends.add(live(life));
        assertThat(ends)
                .as("seed %d", seed)
                .contains(
                        MeetingStatus.CANCELLED,
                        MeetingStatus.COMPLETED,
                        MeetingStatus.ABANDONED,
                        MeetingStatus.NO_SHOW,
                        MeetingStatus.FAILED);
        assertThat(passed).as("seed %d", seed).contains(MeetingStatus.LEAD_ABSENT, MeetingStatus.ENDING);
    }

    private MeetingStatus live(int life) {
        var story = new ArrayList<String>();
        var fixture = new AggregateTestFixture<>(Meeting.class);
        fixture.givenCommands(call.schedule());
        var status = MeetingStatus.SCHEDULED;
        var seen = call.soFar().size();
        for (var step = 0; step < STEPS; step++) {
            var command = something();
            story.add(command.getClass().getSimpleName());
            give(fixture, command);
            var events = stored(fixture);
            for (var event : events.subList(seen, events.size())) status = follow(status, event, life, story);
            seen = events.size();
        }
        return status;
    }

    private MeetingStatus follow(MeetingStatus before, MeetingEvent event, int life, List<String> story) {
        var after = statusAfter(event).orElse(before);
        if (after == before) return before;
        assertThat(before.mayBecome(after))
                .as("seed %d, life %d: %s to %s by %s", seed, life, before, after, story)
                .isTrue();
        passed.add(after);
        return after;
    }

    private static Optional<MeetingStatus> statusAfter(MeetingEvent event) {
        return switch (event) {
            case MeetingScheduled _ -> Optional.of(MeetingStatus.SCHEDULED);
            case LobbyOpened _ -> Optional.of(MeetingStatus.LOBBY_OPEN);
            case MeetingStarted _ -> Optional.of(MeetingStatus.ACTIVE);
            case MeetingCancelled _ -> Optional.of(MeetingStatus.CANCELLED);
            case LeadDidNotShow absent ->
                Optional.of(absent.isFinal() ? MeetingStatus.NO_SHOW : MeetingStatus.LEAD_ABSENT);
            case MeetingReopened _ -> Optional.of(MeetingStatus.ACTIVE);
            case NoShowConfirmed _ -> Optional.of(MeetingStatus.NO_SHOW);
            case GoodbyeBegun _ -> Optional.of(MeetingStatus.ENDING);
            case MeetingEnded ended -> Optional.of(ended.outcome());
            default -> Optional.empty();
        };
    }

    private static void give(AggregateTestFixture<Meeting> fixture, MeetingCommand command) {
        fixture.getCommandBus().dispatch(GenericCommandMessage.asCommandMessage(command), (_, result) -> {
            if (result.isExceptional()) assertThat(result.exceptionResult()).isInstanceOf(Refused.class);
        });
    }

    private static List<MeetingEvent> stored(AggregateTestFixture<Meeting> fixture) {
        return fixture.getEventStore()
                .readEvents(discoveryCall.toString())
                .asStream()
                .map(event -> (MeetingEvent) event.getPayload())
                .toList();
    }

    private MeetingCommand something() {
        var at = Instant.parse("2026-12-01T07:00:00Z").plus(Duration.ofMinutes(random.nextInt(180)));
        return switch (random.nextInt(21)) {
            case 0 -> call.schedule();
            case 1 ->
                new RescheduleMeeting(discoveryCall, alice, at, berlin("2026-12-01T1" + random.nextInt(10) + ":00"));
            case 2 -> new ReviseMeetingDetails(discoveryCall, alice, at, "Title " + random.nextInt(3));
            case 3 -> new AddInvitee(discoveryCall, alice, at, gus);
            case 4 -> new RemoveInvitee(discoveryCall, alice, at, gus.participantId());
            case 5 -> random.nextInt(5) == 0 ? new CancelMeeting(discoveryCall, as(lena), at, "no time") : something();
            case 6 -> new OpenLobby(discoveryCall, theHouse, at);
            case 7 -> new StartMeeting(discoveryCall, theHouse, at);
            case 8 -> new JoinMeeting(discoveryCall, as(lena), at, lenaInTheRoom);
            case 9 -> new JoinMeeting(discoveryCall, alice, at, aliceInTheRoom);
            case 10 -> new JoinMeeting(discoveryCall, parley, at, parleyInTheRoom);
            case 11 -> new LeaveMeeting(discoveryCall, theHouse, at, lena.participantId(), "left");
            case 12 -> new GiveDisclosure(discoveryCall, parley, at, "I am an AI.");
            case 13 -> new GiveConsent(discoveryCall, as(lena), at, lena.participantId(), "Yes.");
            case 14 -> new WithdrawConsent(discoveryCall, as(lena), at, lena.participantId());
            case 15 ->
                random.nextInt(3) == 0
                        ? new RecordNoShow(discoveryCall, theHouse, at, Duration.ofMinutes(random.nextInt(2) * 10))
                        : something();
            case 17 -> new ConfirmNoShow(discoveryCall, theHouse, at);
            case 18 -> new BeginGoodbye(discoveryCall, parley, at);
            case 19 -> random.nextInt(9) == 0 ? new FailMeeting(discoveryCall, theHouse, at, "broken") : something();
            case 20 -> new ReassignMeeting(discoveryCall, alice, at, new Host("host" + random.nextInt(2), "Host"), "");
            case 16 ->
                random.nextBoolean()
                        ? new EndMeeting(discoveryCall, alice, at, "done")
                        : new WriteSummary(
                                discoveryCall,
                                theHouse,
                                at,
                                new MeetingSummary("All said", List.of(), List.of(), "test"));
            default -> throw new IllegalStateException("twenty-one things can happen");
        };
    }
}
