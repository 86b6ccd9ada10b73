package dev.parley.infra.zones;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Regions;
import dev.parley.infra.zones.ZoneState.Source;
import dev.parley.infra.zones.ZoneState.Unused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ZoneRulesInForceTest {
    private static final Instant SUMMER = Instant.parse("2030-07-01T00:00:00Z");

    @TempDir
    private Path home;

    private final Regions before = Regions.inForce();
    private String shipped;

    @BeforeEach
    void lookAtWhatIsShipped() throws UnusableRules {
        shipped = ZoneRulesInForce.shipped().version().toString();
    }

    @AfterEach
    void giveJavaItsOwnBack() throws UnusableRules {
        ZoneTable.restore();
        Regions.enact(before);
    }

    @Test
    void are_the_shipped_ones_if_nothing_else_is_there() {
        var state = enact();

        assertThat(state.source()).isEqualTo(Source.SHIPPED);
        assertThat(state.tzdb()).isEqualTo(shipped).isEqualTo(Regions.inForce().tzdb());
        assertThat(state.unused()).isEmpty();
        assertThat(Regions.inForce().named("US/Eastern")).contains(ZoneId.of("America/New_York"));
    }

    @Test
    void are_newer_ones_that_an_operator_dropped_in() throws IOException {
        Archive.asShipped()
                .saying("2999agtz")
                .with("Europe/Berlin", "Asia/Kathmandu")
                .in(dropped("newer.jar"));
        Archive.asShipped().saying("2998z").in(dropped("between.jar"));

        var state = enact();

        assertThat(state.tzdb()).isEqualTo("2999a").isEqualTo(Regions.inForce().tzdb());
        assertThat(state.source()).isEqualTo(Source.DROPPED_IN);
        assertThat(state.file()).contains("newer.jar");
        assertThat(state.unused()).containsExactly(new Unused("between.jar", "a newer one lies beside it"));
        assertThat(ZoneId.of("Europe/Berlin").getRules().getOffset(SUMMER)).hasToString("+05:45");
    }

    @Test
    void stay_if_what_was_dropped_in_is_older_or_the_same() throws IOException {
        Archive.asShipped().saying("2020a").in(dropped("older.jar"));
        Archive.asShipped().in(dropped("same.jar"));

        assertThat(enact().unused())
                .containsExactly(
                        new Unused("older.jar", "it is 2020a, not newer than " + shipped),
                        new Unused("same.jar", "it is " + shipped + ", not newer than " + shipped));
        assertThat(Regions.inForce().tzdb()).isEqualTo(shipped);
    }

    @Test
    void stay_if_what_was_dropped_in_is_broken() throws IOException {
        var whole = Archive.asShipped().saying("2999a").bytes();
        var berlin = Archive.DATA + "Europe/Berlin";
        Files.createDirectories(home.resolve("tzdata"));
        Files.write(dropped("a-cut-off.jar"), Arrays.copyOf(whole, whole.length / 2));
        Files.writeString(dropped("b-a-page.jar"), "<html>404</html>");
        Archive.asShipped().saying("the newest").in(dropped("c-of-no-version.jar"));
        Archive.asShipped().saying("2999a").without(berlin).in(dropped("d-without-berlin.jar"));
        Archive.asShipped()
                .saying("2999a")
                .with(berlin, "TZif2".getBytes(StandardCharsets.US_ASCII))
                .in(dropped("e-in-another-form.jar"));
        Archive.asShipped().saying("2999a").with(berlin, new byte[2 << 20]).in(dropped("f-with-a-giant.jar"));
        Archive.asShipped()
                .saying("2999a")
                .with(Archive.DATA + "ZoneInfoMap", new byte[] {0, 0, 0, 0})
                .in(dropped("g-of-no-zones.jar"));
        Files.createDirectories(dropped("h-folder.jar"));

        var unused = enact().unused();

        assertThat(unused).hasSize(8);
        assertThat(unused)
                .extracting(Unused::reason)
                .contains(
                        "it is no jar of Joda-Time",
                        "its manifest names no version of the tz database",
                        "its Europe/Berlin is broken: it has no " + berlin,
                        "its Europe/Berlin is broken: it begins with 84, which is no known form",
                        "its " + berlin + " is too large",
                        "it is no file of at most 16 MB")
                .anySatisfy(why -> assertThat(why).startsWith("it is no whole jar"))
                .anySatisfy(why -> assertThat(why).startsWith("it lacks "));
        assertThat(Regions.inForce().tzdb()).isEqualTo(shipped);
        assertThat(ZoneId.of("Europe/Berlin").getRules().getOffset(SUMMER)).hasToString("+02:00");
    }

    private ZoneState enact() {
        return ZoneRulesInForce.enact(home, Optional.empty());
    }

    private Path dropped(String name) {
        return home.resolve("tzdata").resolve(name);
    }
}
