package dev.parley.command.meeting;

import static dev.parley.api.Samples.as;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.now;
import static dev.parley.command.Counter.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Refused;
import dev.parley.api.TenantId;
import dev.parley.api.meeting.GuestLinks;
import dev.parley.api.meeting.MeetingCommand.CancelMeeting;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingRefusal;
import dev.parley.api.meeting.Participant;
import dev.parley.command.Counter;
import dev.parley.command.RecordedCommands;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Lena has a link and no account. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GuestControllerTest {
    private final RecordedCommands recorded = new RecordedCommands();
    private final Counter counter =
            Counter.of(new GuestController(recorded.commands(), new LenasLink(), Clock.fixed(now, ZoneOffset.UTC)));

    @Test
    void lets_the_lead_call_it_off_by_their_link() {
        counter.post("/guest/lenas/cancel", "{\"reason\":\"I am ill\"}")
                .expectStatus()
                .isNoContent();
        assertThat(recorded.given()).containsExactly(new CancelMeeting(discoveryCall, as(lena), now, "I am ill"));
    }

    @Test
    void asks_for_no_reason() {
        counter.post("/guest/lenas/cancel", "{}").expectStatus().isNoContent();
        assertThat(recorded.given()).containsExactly(new CancelMeeting(discoveryCall, as(lena), now, ""));
    }

    @Test
    void does_nothing_when_a_link_is_only_opened() {
        counter.http()
                .get()
                .uri("/api/v1/guest/lenas/cancel")
                .exchange()
                .expectStatus()
                .isEqualTo(405);
        assertThat(recorded.given()).isEmpty();
    }

    @Test
    void knows_no_forged_link() {
        refused(counter.post("/guest/forged/cancel", "{}"), 404, "LINK_INVALID", "");
        assertThat(recorded.given()).isEmpty();
    }

    @Test
    void refuses_a_reason_that_is_no_line() {
        refused(
                counter.post("/guest/lenas/cancel", "{\"reason\":\"a\\r\\nBcc: b\"}"),
                400,
                "CONTROL_CHARACTERS",
                "reason");
        refused(
                counter.post("/guest/lenas/cancel", "{\"reason\":\"" + "a".repeat(1_001) + "\"}"),
                400,
                "TOO_LONG",
                "reason");
        assertThat(recorded.given()).isEmpty();
    }

    @Test
    void passes_on_what_the_meeting_says() {
        recorded.answering(CancelMeeting.class, new Refused(MeetingRefusal.ALREADY_STARTED));
        refused(counter.post("/guest/lenas/cancel", "{}"), 409, "ALREADY_STARTED", "");
    }

    private static final class LenasLink implements GuestLinks {
        @Override
        public URI linkFor(TenantId tenant, MeetingId meeting, Participant guest, Instant expires) {
            throw new UnsupportedOperationException("nobody is invited here");
        }

        @Override
        public Optional<Guest> read(String token) {
            return token.equals("lenas")
                    ? Optional.of(new Guest(demo, discoveryCall, lenaInTheRoom))
                    : Optional.empty();
        }
    }
}
