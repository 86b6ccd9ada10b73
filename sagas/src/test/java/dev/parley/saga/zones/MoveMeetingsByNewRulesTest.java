package dev.parley.saga.zones;

import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.api.Actor;
import dev.parley.api.Regions;
import dev.parley.api.meeting.MeetingCommand.ReResolveMeeting;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingRefusal;
import dev.parley.saga.DecidingSide;
import dev.parley.saga.MovableClock;
import dev.parley.saga.RecordedErrands;
import dev.parley.saga.zones.FutureMeetings.FutureMeeting;
import dev.parley.saga.zones.MoveMeetingsByNewRules.Look;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MoveMeetingsByNewRulesTest {
    private static final String today = Regions.inForce().tzdb();
    private static final Instant nineInBerlin = Instant.parse("2026-12-01T08:00:00Z");

    private final List<FutureMeeting> agenda = new ArrayList<>();
    private final DecidingSide decidingSide = new DecidingSide();
    private final RecordedErrands errands = new RecordedErrands();
    private final MoveMeetingsByNewRules job = new MoveMeetingsByNewRules(
            this::after,
            decidingSide.commands(),
            errands,
            new ZoneRulesSettings(Duration.ofHours(1), 2),
            new MovableClock(() -> now));

    @Test
    void asks_the_meetings_that_begin_elsewhere_than_was_told_and_no_others() {
        agenda.add(at(1, "Europe/Berlin", nineInBerlin));
        agenda.add(at(2, "Europe/Berlin", nineInBerlin.plusSeconds(3_600)));
        agenda.add(at(3, "Atlantis/Capital", nineInBerlin));
        agenda.add(at(4, "Europe/Berlin", nineInBerlin));
        agenda.add(at(5, "Europe/Berlin", nineInBerlin.minusSeconds(3_600)));

        job.carryOut(new Look(today));

        assertThat(decidingSide.asked()).containsExactly(ask(2), ask(5));
    }

    @Test
    void goes_on_when_one_of_them_refuses() {
        decidingSide.refuse(ReResolveMeeting.class, MeetingRefusal.ALREADY_STARTED);
        agenda.add(at(1, "Europe/Berlin", nineInBerlin.plusSeconds(3_600)));
        agenda.add(at(2, "Europe/Berlin", nineInBerlin.plusSeconds(3_600)));

        job.carryOut(new Look(today));

        assertThat(decidingSide.asked()).hasSize(2);
    }

    @Test
    void looks_again_at_the_next_full_hour_as_one_errand_of_all_nodes() {
        job.carryOut(new Look(today));
        job.carryOut(new Look(today));

        assertThat(errands.sent()).hasSize(2).allSatisfy(next -> {
            assertThat(next.due()).isAfter(now).isBeforeOrEqualTo(now.plusSeconds(3_600));
            assertThat(next.key()).isEqualTo(today + "|" + next.due());
        });
    }

    @Test
    void leaves_what_newer_rules_decide_to_a_node_that_has_them() {
        agenda.add(at(1, "Europe/Berlin", nineInBerlin.plusSeconds(3_600)));

        assertThatThrownBy(() -> job.carryOut(new Look("2999a"))).hasMessageContaining("2999a");

        assertThat(decidingSide.asked()).isEmpty();
    }

    private static FutureMeeting at(int number, String zone, Instant told) {
        return new FutureMeeting(demo, id(number), LocalDateTime.parse("2026-12-01T09:00"), zone, told);
    }

    private static ReResolveMeeting ask(int number) {
        return new ReResolveMeeting(id(number), Actor.system(demo, "zone-rules"), now, today);
    }

    private static MeetingId id(int number) {
        return new MeetingId(new UUID(0, number));
    }

    private List<FutureMeeting> after(Optional<FutureMeeting> last, int most) {
        var first = last.map(agenda::indexOf).orElse(-1) + 1;
        return agenda.subList(first, Math.min(first + most, agenda.size()));
    }
}
