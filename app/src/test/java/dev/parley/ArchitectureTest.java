package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ArchitectureTest::isShipped)
            .importPackages("dev.parley");

    private final HouseRules rules = new HouseRules("dev.parley");

    @ParameterizedTest
    @ValueSource(strings = {"command", "query", "signaling", "saga", "infra"})
    void all_of_the_house_is_looked_at(String part) {
        assertThat(HOUSE).anyMatch(type -> type.getPackageName().startsWith("dev.parley." + part));
    }

    @Test
    void sides_talk_only_through_messages() {
        holds(rules.sidesTalkOnlyThroughMessages());
    }

    @Test
    void core_api_imports_no_side() {
        holds(rules.coreApiImportsNoSide());
    }

    @Test
    void sides_know_neither_infra_nor_app() {
        holds(rules.sidesKnowNeitherInfraNorApp());
    }

    @Test
    void features_are_islands() {
        holds(rules.featuresAreIslands());
    }

    @Test
    void parts_of_the_gateway_form_no_cycle() {
        holds(rules.partsOfTheGatewayFormNoCycle());
    }

    @Test
    void vendors_live_in_infra() {
        holds(rules.vendorsLiveInInfra());
    }

    @Test
    void infra_touches_the_sides_only_through_ports_and_messages() {
        holds(rules.infraTouchesTheSidesOnlyThroughPortsAndMessages());
    }

    @Test
    void time_is_given_never_taken() {
        holds(rules.timeIsGivenNeverTaken());
    }

    @Test
    void nothing_blocks_an_event_loop() {
        holds(rules.nothingBlocksAnEventLoop());
    }

    @Test
    void nobody_sleeps_but_the_driver() {
        holds(rules.nobodySleepsButTheDriver());
    }

    @Test
    void the_driver_stands_outside() {
        holds(rules.theDriverStandsOutside());
    }

    @Test
    void every_package_says_what_it_is_for() {
        holds(rules.everyPackageSaysWhatItIsFor());
    }

    @Test
    void everything_has_an_owner() {
        holds(rules.everythingHasAnOwner());
    }

    private static void holds(ArchRule rule) {
        rule.check(HOUSE);
    }

    private static boolean isShipped(Location location) {
        return !location.contains("/test-classes/") && !location.contains("-tests.jar");
    }
}
