package dev.parley;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who may know whom, for a house that stands at a root package; the tests also point it at a house built wrong.
 *
 * @param root the base package, {@code dev.parley} for the real house
 */
record HouseRules(String root) {

    private static final List<String> SIDES = List.of("command", "query", "signaling", "saga");

    /** Sides whose packages are features; the gateway's packages are parts of one feature. */
    private static final List<String> SIDES_OF_ISLANDS = List.of("command", "query", "saga");

    private static final String[] VENDORS = {
        "net.fortuna.ical4j..",
        "dev.langchain4j..",
        "ai.onnxruntime..",
        "com.icegreen..",
        "jakarta.mail..",
        "org.eclipse.angus..",
        "org.springframework.mail..",
        "org.flywaydb..",
        "com.github.kagkarlsson..",
        "io.zonky..",
        "com.zaxxer..",
        "com.nimbusds..",
        "org.postgresql..",
        "io.r2dbc.postgresql..",
        "io.r2dbc.pool..",
        "org.apache.lucene.."
    };

    ArchRule sidesTalkOnlyThroughMessages() {
        return all(SIDES.stream()
                .map(side -> noClasses()
                        .that(resideInAPackage(everythingIn(side)))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(sidesOtherThan(side)))
                        .because("a side that imports another cannot run, be tested or be understood without it")));
    }

    ArchRule coreApiImportsNoSide() {
        return noClasses()
                .that(resideInAPackage(everythingIn("api")))
                .should()
                .dependOnClassesThat(insideTheHouse().and(not(resideInAPackage(everythingIn("api")))))
                .because("what can be said must not depend on who says it")
                .allowEmptyShould(true);
    }

    ArchRule sidesKnowNeitherInfraNorApp() {
        return noClasses()
                .that(resideInAnyPackage(sides()))
                .should()
                .dependOnClassesThat(outsideTheSides())
                .because("a process states what it needs as a port and never knows who serves it")
                .allowEmptyShould(true);
    }

    ArchRule featuresAreIslands() {
        return all(SIDES_OF_ISLANDS.stream()
                .map(side -> slices().matching(root + "." + side + ".(*)..")
                        .should()
                        .notDependOnEachOther()
                        .because(
                                "a change to a feature stays in its package; only the side's root package is shared")));
    }

    ArchRule partsOfTheGatewayFormNoCycle() {
        return slices().matching(root + ".signaling.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    ArchRule vendorsLiveInInfra() {
        return noClasses()
                .that(resideInAnyPackage(sides()).or(resideInAPackage(everythingIn("api"))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(VENDORS))
                .because("the outside world is replaced behind a port, without touching a decision")
                .allowEmptyShould(true);
    }

    ArchRule infraTouchesTheSidesOnlyThroughPortsAndMessages() {
        return noClasses()
                .that(resideInAPackage(everythingIn("infra")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(sides()).and(not(portOrMessage())))
                .because("an adapter that knows an aggregate or a projection is a part of that side")
                .allowEmptyShould(true);
    }

    ArchRule timeIsGivenNeverTaken() {
        return noClasses()
                .that(insideTheHouse().and(not(configurationOutsideTheSides())).and(not(theDriver())))
                .should()
                .accessTargetWhere(ForbiddenCalls.takingTheTime())
                .because("what takes the time itself can neither be replayed nor tested; inject a Clock")
                .allowEmptyShould(true);
    }

    ArchRule nothingBlocksAnEventLoop() {
        return noClasses()
                .that(insideTheHouse())
                .should()
                .accessTargetWhere(ForbiddenCalls.waitingWithoutABound())
                .because("one blocked event loop stops every room it carries")
                .allowEmptyShould(true);
    }

    ArchRule nobodySleepsButTheDriver() {
        return noClasses()
                .that(insideTheHouse().and(not(theDriver())))
                .should()
                .accessTargetWhere(ForbiddenCalls.sleeping())
                .because("an event loop must not, and a process asks for a deadline instead")
                .allowEmptyShould(true);
    }

    ArchRule theDriverStandsOutside() {
        return noClasses()
                .that(theDriver())
                .should()
                .dependOnClassesThat(
                        insideTheHouse().and(not(theDriver())).and(not(resideInAPackage(everythingIn("api")))))
                .because("it may sleep and take the time only as long as nothing of the server runs on its threads")
                .allowEmptyShould(true);
    }

    ArchRule everyPackageSaysWhatItIsFor() {
        return classes()
                .that(insideTheHouse())
                .should(new LiveInANullMarkedPackage())
                .because("null checks are silently off where @NullMarked is missing")
                .allowEmptyShould(true);
    }

    ArchRule everythingHasAnOwner() {
        return noClasses()
                .that(insideTheHouse())
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..helpers..", "..misc..")
                .because("what lies in such a package belongs to nobody")
                .allowEmptyShould(true);
    }

    private DescribedPredicate<JavaClass> insideTheHouse() {
        return resideInAPackage(root + "..");
    }

    /** The client that plays people: see docs/decisions/0015. */
    private DescribedPredicate<JavaClass> theDriver() {
        return resideInAPackage(everythingIn("driver"));
    }

    /** Infra and app, whatever packages app may get. */
    private DescribedPredicate<JavaClass> outsideTheSides() {
        return insideTheHouse().and(not(resideInAnyPackage(sides()))).and(not(resideInAPackage(everythingIn("api"))));
    }

    private DescribedPredicate<JavaClass> configurationOutsideTheSides() {
        return describe(
                "are configuration of infra or app",
                type -> outsideTheSides().test(type)
                        && type.isMetaAnnotatedWith("org.springframework.context.annotation.Configuration"));
    }

    private static DescribedPredicate<JavaClass> portOrMessage() {
        return describe(
                "ports (interfaces) or messages (records, enums, refusals)",
                type -> type.isInterface()
                        || type.isRecord()
                        || type.isEnum()
                        || assignableTo(Throwable.class).test(type));
    }

    private String everythingIn(String part) {
        return root + "." + part + "..";
    }

    private String[] sides() {
        return SIDES.stream().map(this::everythingIn).toArray(String[]::new);
    }

    private String[] sidesOtherThan(String side) {
        return SIDES.stream()
                .filter(other -> !other.equals(side))
                .map(this::everythingIn)
                .toArray(String[]::new);
    }

    /** One sentence out of the same sentence about each side; a side that is still empty passes. */
    private static ArchRule all(Stream<? extends ArchRule> rules) {
        List<ArchRule> each =
                rules.<ArchRule>map(rule -> rule.allowEmptyShould(true)).toList();
        return CompositeArchRule.of(each).allowEmptyShould(true);
    }
}
