package dev.parley.query.floor;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.elsewhere;
import static dev.parley.api.Samples.now;
import static dev.parley.api.meeting.MeetingRefusal.MEETING_UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.floor.FloorEvent.FloorKept;
import dev.parley.api.floor.FloorId;
import dev.parley.query.Told;
import dev.parley.query.Views;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FloorControllerTest {
    @RegisterExtension
    static final Views views = new Views();

    private static final FloorId id = FloorId.of(discoveryCall);

    private Told told;

    @BeforeEach
    void begin() {
        told = new Told(views).that(discoveryCall, aDiscoveryCall().soFar());
    }

    @Test
    void tells_every_part_in_the_order_in_which_it_was_kept() {
        told.that(
                id,
                List.of(
                        new FloorKept(id, discoveryCall, demo, now, 1, "0\n0 b 1"),
                        new FloorKept(id, discoveryCall, demo, now, 2, "10 o"),
                        new FloorKept(id, discoveryCall, demo, now.plusSeconds(1), 1, "1000\n0 b 2")));

        assertThat(floorFor(alice)).isEqualTo("0\n0 b 1\n10 o\n1000\n0 b 2\n");
    }

    @Test
    void is_empty_where_no_interviewer_has_spoken() {
        assertThat(floorFor(alice)).isEmpty();
    }

    @Test
    void is_nobodys_business_elsewhere() {
        assertThatThrownBy(() -> floorFor(Actor.system(elsewhere, "somebody")))
                .asInstanceOf(type(Refused.class))
                .extracting(Refused::refusal)
                .isEqualTo(MEETING_UNKNOWN);
    }

    private static String floorFor(Actor by) {
        return new FloorController(views.reads())
                .floor(by, discoveryCall.toString())
                .blockOptional(Duration.ofSeconds(30))
                .orElseThrow();
    }
}
