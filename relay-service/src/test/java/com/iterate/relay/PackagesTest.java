package com.iterate.relay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may lean on which: an answer flows from intake through the lanes to Braze, and never back. */
@AnalyzeClasses(packages = "com.iterate.relay", importOptions = ImportOption.DoNotIncludeTests.class)
class PackagesTest {

    private static final String ROOT = "com.iterate.relay.";

    @ArchTest
    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
            slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_LANES_ARE_PLAIN_JAVA = noClasses()
            .that()
            .resideInAPackage(ROOT + "lanes..")
            .and()
            .haveSimpleNameNotEndingWith("Resource")
            .and()
            .haveNameNotMatching(".*LanesResource\\$.*")
            .and()
            .haveSimpleNameNotEndingWith("Config")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "io.vertx..", "io.quarkus..", "io.smallrye..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule GAPS_ARE_PLAIN_JAVA_BUT_FOR_THEIR_TABLE = noClasses()
            .that()
            .resideInAPackage(ROOT + "gaps..")
            .and()
            .haveNameNotMatching(".*GapRows.*")
            .and()
            .haveSimpleNameNotEndingWith("Config")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta..", "java.sql..", "io.vertx..", "io.quarkus..", "io.smallrye..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule THE_LANES_KNOW_NOTHING_OF_KAFKA_OR_METRICS = noClasses()
            .that()
            .resideInAPackage(ROOT + "lanes..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "intake..", ROOT + "gaps..", ROOT + "metrics..");

    @ArchTest
    static final ArchRule BRAZE_DEAD_LETTERS_AND_CREDENTIALS_STAND_ALONE = noClasses()
            .that()
            .resideInAnyPackage(ROOT + "braze..", ROOT + "deadletters..", ROOT + "credentials..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "lanes..", ROOT + "intake..", ROOT + "metrics..");

    /** A replay, or a record put back by hand, is to them an answer as any other. */
    @ArchTest
    static final ArchRule LANES_GAPS_AND_THE_GUARD_KNOW_NOTHING_OF_LETTERS_AND_REPLAYS = noClasses()
            .that()
            .resideInAnyPackage(ROOT + "lanes..", ROOT + "gaps..", ROOT + "guard..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "letters..",
                    ROOT + "projection..",
                    ROOT + "replay..",
                    ROOT + "audit..",
                    ROOT + "deliveries..");

    @ArchTest
    static final ArchRule LETTERS_AND_AUDIT_KNOW_NOTHING_OF_HOW_ANSWERS_ARE_DELIVERED = noClasses()
            .that()
            .resideInAnyPackage(ROOT + "letters..", ROOT + "projection..", ROOT + "audit..", ROOT + "database..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "lanes..", ROOT + "intake..", ROOT + "gaps..", ROOT + "braze..", ROOT + "metrics..");

    @ArchTest
    static final ArchRule AUDIT_AND_DATABASE_STAND_BELOW = noClasses()
            .that()
            .resideInAnyPackage(ROOT + "audit..", ROOT + "database..", ROOT + "deadletters..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "letters..", ROOT + "projection..");

    @ArchTest
    static final ArchRule ONLY_WHAT_READS_OR_WRITES_A_TOPIC_SPEAKS_KAFKA = noClasses()
            .that()
            .resideOutsideOfPackages(
                    ROOT + "intake..", ROOT + "deadletters..", ROOT + "credentials..", ROOT + "projection..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");
}
