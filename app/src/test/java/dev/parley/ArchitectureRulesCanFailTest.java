package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Each rule over a house built wrong on purpose: it must name the culprits, all of them and nobody else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureRulesCanFailTest {

    private static final JavaClasses BROKEN_HOUSE = new ClassFileImporter().importPackages("brokenhouse");

    /** Every report begins with whom it is about: "Class &lt;…", "Method &lt;…", "Field &lt;…", "Constructor &lt;…". */
    private static final Pattern CULPRIT =
            Pattern.compile("^(?:Class|Method|Constructor|Field|Record)\\w* <brokenhouse\\.[a-z.]+\\.([A-Z]\\w*)");

    private final HouseRules rules = new HouseRules("brokenhouse");

    @Test
    void names_who_asks_another_side() {
        assertThat(culprits(rules.sidesTalkOnlyThroughMessages())).containsExactly("AsksAnotherSide");
    }

    @Test
    void names_the_message_that_knows_a_side() {
        assertThat(culprits(rules.coreApiImportsNoSide())).containsExactly("KnowsASide");
    }

    @Test
    void names_the_process_that_knows_its_adapter() {
        assertThat(culprits(rules.sidesKnowNeitherInfraNorApp())).containsExactly("KnowsItsAdapter");
    }

    @Test
    void names_the_feature_that_uses_another_but_not_the_use_of_what_the_side_shares() {
        assertThat(report(rules.featuresAreIslands()))
                .contains("LooksIntoTheNextFeature")
                .doesNotContain("SharedByTheSide");
    }

    @Test
    void names_the_cycle_in_the_gateway() {
        assertThat(report(rules.partsOfTheGatewayFormNoCycle())).contains("KnowsTheRoom", "KnowsTheFrame");
    }

    @Test
    void names_the_process_that_knows_a_vendor() {
        assertThat(culprits(rules.vendorsLiveInInfra())).containsExactly("SendsMailItself");
    }

    @Test
    void names_the_adapter_that_knows_an_aggregate_but_not_the_one_that_knows_its_port() {
        assertThat(culprits(rules.infraTouchesTheSidesOnlyThroughPortsAndMessages()))
                .containsExactly("ReachesIntoADecision");
    }

    @Test
    void names_who_takes_the_time_but_not_who_is_given_it_nor_who_makes_the_clock() {
        assertThat(culprits(rules.timeIsGivenNeverTaken()))
                .containsExactly("MakesItsOwnClock", "ReadsTheSystemClock", "TakesTheTime", "TakesTheTimeByReference");
    }

    @Test
    void counts_both_old_ways_to_take_the_time() {
        assertThat(report(rules.timeIsGivenNeverTaken())).contains("currentTimeMillis", "java.util.Date.<init>");
    }

    @Test
    void names_who_blocks_but_not_who_waits_with_a_bound() {
        assertThat(culprits(rules.nothingBlocksAnEventLoop()))
                .containsExactly("BlocksOnFlux", "BlocksOnMono", "GetsAFuture", "JoinsAFuture", "WaitsForEver");
    }

    @Test
    void names_who_sleeps_but_not_the_driver() {
        assertThat(culprits(rules.nobodySleepsButTheDriver())).containsExactly("SleepsOnTheLoop");
    }

    @Test
    void names_the_driver_that_runs_a_part_of_the_server() {
        assertThat(culprits(rules.theDriverStandsOutside())).containsExactly("RunsAPartOfTheServer");
    }

    @Test
    void names_the_package_without_a_word_about_itself() {
        assertThat(report(rules.everyPackageSaysWhatItIsFor()))
                .contains("brokenhouse.query.agenda.AgendaReader")
                .doesNotContain("brokenhouse.command.meeting.Meeting ");
    }

    @Test
    void names_what_belongs_to_nobody() {
        assertThat(culprits(rules.everythingHasAnOwner())).containsExactly("BelongsToNobody");
    }

    private static String report(ArchRule rule) {
        return String.join("\n", rule.evaluate(BROKEN_HOUSE).getFailureReport().getDetails());
    }

    private static Set<String> culprits(ArchRule rule) {
        Set<String> names = new TreeSet<>();
        for (String detail : rule.evaluate(BROKEN_HOUSE).getFailureReport().getDetails()) {
            String name = CULPRIT.matcher(detail)
                    .results()
                    .findFirst()
                    .map((MatchResult result) -> result.group(1))
                    .orElse(detail);
            names.add(name);
        }
        return names;
    }
}
