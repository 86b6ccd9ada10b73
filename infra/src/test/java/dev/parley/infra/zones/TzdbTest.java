package dev.parley.infra.zones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.joda.time.DateTimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TzdbTest {
    private static final Instant FIRST = Instant.parse("1880-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private static Tzdb shipped;

    @BeforeAll
    static void read() throws UnusableRules {
        shipped = ZoneRulesInForce.shipped();
    }

    @AfterEach
    void giveJavaItsOwnBack() throws UnusableRules {
        ZoneTable.restore();
    }

    @Test
    void says_of_every_zone_what_joda_time_itself_reads_there() {
        shipped.rules().forEach((name, rules) -> {
            var theirs = DateTimeZone.forID(name);
            for (var at = FIRST; at.isBefore(LAST); at = at.plus(Duration.ofHours(3_001)))
                agree(name, theirs, rules, at);
            var at = FIRST.toEpochMilli();
            for (var next = theirs.nextTransition(at);
                    next != at && next < LAST.toEpochMilli();
                    next = theirs.nextTransition(at)) {
                var second = Instant.ofEpochSecond(Math.ceilDiv(next, 1_000L));
                agree(name, theirs, rules, second);
                agree(name, theirs, rules, second.minusSeconds(1));
                at = next;
            }
        });
    }

    private static void agree(String name, DateTimeZone theirs, ZoneRules ours, Instant at) {
        if (ours.getOffset(at).getTotalSeconds() * 1_000 != theirs.getOffset(at.toEpochMilli()))
            throw new AssertionError(name + " at " + at + ": " + ours.getOffset(at) + ", there "
                    + Duration.ofMillis(theirs.getOffset(at.toEpochMilli())));
        if (ours.getStandardOffset(at).getTotalSeconds() * 1_000 != theirs.getStandardOffset(at.toEpochMilli()))
            throw new AssertionError("standard time of " + name + " at " + at);
    }

    @ParameterizedTest
    @CsvSource({
        "US/Eastern, America/New_York",
        "Asia/Calcutta, Asia/Kolkata",
        "Europe/Kiev, Europe/Kyiv",
        "Europe/Berlin, Europe/Berlin"
    })
    void knows_the_name_to_keep(String name, String canonical) {
        assertThat(shipped.canonical()).containsEntry(name, canonical);
        assertThat(shipped.rules().get(name))
                .isNotNull()
                .isSameAs(shipped.rules().get(canonical));
    }

    @Test
    void keeps_what_recurs_as_a_rule_so_that_calendars_can_be_told_in_two_lines() {
        assertThat(shipped.rules().get("America/New_York").getTransitionRules()).hasSize(2);
        assertThat(shipped.rules().get("Africa/Cairo").getTransitionRules()).hasSize(2);
        assertThat(shipped.rules().get("Asia/Kathmandu").getTransitionRules()).isEmpty();
    }

    @Test
    void once_put_in_force_java_computes_with_it() throws UnusableRules {
        var agreed = LocalDateTime.parse("2027-01-15T09:00");
        var vancouver = "America/Vancouver";
        ZoneTable.replace(Older.rules());
        assertThat(ZonedDateTime.of(agreed, ZoneId.of(vancouver)).toInstant()).isEqualTo("2027-01-15T17:00:00Z");

        ZoneTable.replace(shipped);

        assertThat(ZonedDateTime.of(agreed, ZoneId.of(vancouver)).toInstant()).isEqualTo("2027-01-15T16:00:00Z");
        assertThat(ZoneId.getAvailableZoneIds()).contains("US/Pacific", "Etc/GMT-2", vancouver);
    }

    @Test
    void a_zone_that_is_cut_off_or_followed_by_something_is_refused() throws Exception {
        var berlin = Archive.file(Archive.DATA + "Europe/Berlin");
        for (var length = 0; length < berlin.length; length++) {
            var cut = Arrays.copyOf(berlin, length);
            assertThatThrownBy(() -> CompiledZone.rules(cut)).isInstanceOf(UnusableRules.class);
        }
        var longer = Arrays.copyOf(berlin, berlin.length + 1);
        assertThatThrownBy(() -> CompiledZone.rules(longer)).hasMessage("something follows its end");
    }

    @Test
    void a_zone_with_a_wrong_byte_is_a_zone_or_refused_for_a_reason() throws Exception {
        var berlin = Archive.file(Archive.DATA + "Europe/Berlin");
        var random = new SplittableRandom(42);
        var refusals = 0;
        for (var i = 0; i < 20_000; i++) {
            var changed = berlin.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            try {
                assertThat(CompiledZone.rules(changed).getOffset(FIRST)).isNotNull();
            } catch (UnusableRules refused) {
                refusals++;
                assertThat(refused.getMessage()).isNotBlank().isNotEqualTo("null");
            }
        }
        assertThat(refusals).isPositive();
    }
}
