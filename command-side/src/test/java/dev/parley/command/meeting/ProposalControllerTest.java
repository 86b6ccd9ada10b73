package dev.parley.command.meeting;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.berlin;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.nextTuesday9amBerlin;
import static dev.parley.api.Samples.now;
import static dev.parley.command.Counter.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.calendar.KnownBusyTimes;
import dev.parley.api.meeting.MeetingCommand.RescheduleMeeting;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.api.meeting.ReplyCommand.DeclineProposal;
import dev.parley.api.meeting.ReplyCommand.Proposal;
import dev.parley.api.meeting.ReplyCommand.ReadProposal;
import dev.parley.api.meeting.ReplyCommand.RepairCalendar;
import dev.parley.command.Counter;
import dev.parley.command.RecordedCommands;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProposalControllerTest {
    private static final String proposal = "/meetings/" + discoveryCall + "/proposals/" + lena.participantId();

    private final RecordedCommands recorded = new RecordedCommands()
            .answering(
                    ReadProposal.class,
                    new Proposal(
                            berlin("2026-12-02T14:00"),
                            AtTheMeetingDesk.agreed(nextTuesday9amBerlin(), MeetingStatus.SCHEDULED)));
    private final Counter counter = Counter.of(new ProposalController(
            recorded.commands(),
            AtTheMeetingDesk.scheduling(recorded, new KnownBusyTimes()),
            Clock.fixed(now, ZoneOffset.UTC)));

    @Test
    void accepting_moves_the_meeting_as_if_the_host_had() {
        counter.post(proposal + "/accept", "").expectStatus().isNoContent();
        assertThat(recorded.given())
                .contains(new RescheduleMeeting(discoveryCall, alice, now, berlin("2026-12-02T14:00")));
    }

    @Test
    void declining_leaves_the_meeting_where_it_is() {
        counter.post(proposal + "/decline", "").expectStatus().isNoContent();
        assertThat(recorded.given())
                .containsExactly(new DeclineProposal(discoveryCall, alice, now, lena.participantId()));
    }

    @Test
    void a_calendar_is_repaired_for_one_person() {
        var ledger = "/meetings/" + discoveryCall + "/calendar-ledger/" + lena.participantId();
        counter.post(ledger + "/repair", "").expectStatus().isNoContent();
        assertThat(recorded.given())
                .containsExactly(new RepairCalendar(discoveryCall, alice, now, lena.participantId()));
    }

    @Test
    void needs_to_know_what_the_client_saw() {
        var answer = counter.http().post().uri("/api/v1" + proposal + "/accept").exchange();
        refused(answer, 428, "IF_MATCH_NEEDED", "If-Match");
        assertThat(recorded.given()).isEmpty();
    }
}
