package dev.parley.command.floor;

import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.elsewhere;
import static dev.parley.api.Samples.now;
import static dev.parley.api.floor.FloorRefusal.FLOOR_IS_LONG;
import static dev.parley.api.floor.FloorRefusal.FLOOR_UNKNOWN;
import static dev.parley.command.RefusedBecause.refused;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.TenantId;
import dev.parley.api.floor.FloorCommand;
import dev.parley.api.floor.FloorCommand.KeepFloor;
import dev.parley.api.floor.FloorEvent.FloorKept;
import dev.parley.api.floor.FloorId;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FloorTest {
    private static final FloorId id = FloorId.of(discoveryCall);
    private static final Instant later = now.plusSeconds(60);

    private final FixtureConfiguration<Floor> floor = new AggregateTestFixture<>(Floor.class);

    @Test
    void keeps_each_part_once() {
        floor.givenNoPriorActivity().when(keep(demo, now, 1)).expectEvents(kept(now, 1));
        floor.given(kept(now, 1), kept(now, 2)).when(keep(demo, now, 2)).expectNoEvents();
        floor.given(kept(now, 1)).when(keep(demo, now, 2)).expectEvents(kept(now, 2));
    }

    @Test
    void begins_anew_where_another_node_has_taken_over() {
        floor.given(kept(now, 1), kept(now, 2)).when(keep(demo, later, 1)).expectEvents(kept(later, 1));
        floor.given(kept(now, 1), kept(later, 1)).when(keep(demo, now, 1)).expectNoEvents();
    }

    @Test
    void is_of_one_organisation_and_not_without_end() {
        floor.given(kept(now, 1)).when(keep(elsewhere, now, 2)).expectException(refused(FLOOR_UNKNOWN));
        var many = IntStream.rangeClosed(1, 1_000)
                .mapToObj(part -> kept(now, part))
                .toArray();
        floor.given(many).when(keep(demo, now, 1_001)).expectException(refused(FLOOR_IS_LONG));
    }

    @Test
    void parts_have_a_number_and_words_in_bounds() {
        assertThatThrownBy(() -> keep(demo, now, 0))
                .asInstanceOf(type(Refused.class))
                .extracting(Refused::field)
                .isEqualTo(Optional.of("part"));
        var much = "0 o\n".repeat(FloorCommand.MOST_CHARACTERS / 4 + 1);
        assertThatThrownBy(() -> new KeepFloor(id, discoveryCall, Actor.system(demo, "floor"), now, now, 1, much))
                .asInstanceOf(type(Refused.class))
                .extracting(Refused::field)
                .isEqualTo(Optional.of("lines"));
    }

    private static KeepFloor keep(TenantId tenant, Instant begun, int part) {
        return new KeepFloor(id, discoveryCall, Actor.system(tenant, "floor"), now, begun, part, "0 o");
    }

    private static FloorKept kept(Instant begun, int part) {
        return new FloorKept(id, discoveryCall, demo, begun, part, "0 o");
    }
}
