package dev.parley.command;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.bob;
import static dev.parley.api.Samples.eve;
import static dev.parley.api.Samples.now;
import static dev.parley.api.ShapeRefusal.MALFORMED_ID;
import static dev.parley.api.ShapeRefusal.TOO_LONG;
import static dev.parley.command.RefusedBecause.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.api.Refused;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IdempotencyKeyTest {
    private final IdempotencyKey key = IdempotencyKey.of("order 66");

    @Test
    void leads_to_the_same_id_each_time() {
        assertThat(key.nameFor("leadId", null, alice, now))
                .isEqualTo(key.nameFor("leadId", null, alice, now.plusSeconds(9)));
    }

    @Test
    void means_something_else_to_everybody_and_for_everything() {
        assertThat(key.nameFor("leadId", null, alice, now))
                .isNotEqualTo(key.nameFor("leadId", null, bob, now))
                .isNotEqualTo(key.nameFor("leadId", null, eve, now))
                .isNotEqualTo(key.nameFor("meetingId", null, alice, now))
                .isNotEqualTo(IdempotencyKey.of("order 67").nameFor("leadId", null, alice, now));
    }

    @Test
    void gives_way_to_an_id_that_the_client_made() {
        assertThat(key.nameFor("leadId", "0199c8e2-5a3b-7c4d-8e9f-0123456789ab", alice, now))
                .hasToString("0199c8e2-5a3b-7c4d-8e9f-0123456789ab");
        assertThat(
                assertThrows(Refused.class, () -> key.nameFor("leadId", "lena", alice, now)),
                refused(MALFORMED_ID, "leadId"));
    }

    @Test
    void is_not_needed() {
        var none = IdempotencyKey.of(null);
        assertThat(none.nameFor("leadId", null, alice, now)).isNotEqualTo(none.nameFor("leadId", null, alice, now));
    }

    @Test
    void is_short() {
        assertThat(
                assertThrows(Refused.class, () -> IdempotencyKey.of("k".repeat(201))),
                refused(TOO_LONG, "Idempotency-Key"));
    }
}
