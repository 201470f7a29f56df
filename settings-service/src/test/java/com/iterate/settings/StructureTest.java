package com.iterate.settings;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may know which. */
@AnalyzeClasses(packages = "com.iterate.settings", importOptions = ImportOption.DoNotIncludeTests.class)
class StructureTest {

    @ArchTest
    static final ArchRule packages_know_each_other_in_one_direction_only =
            slices().matching("com.iterate.settings.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule companies_know_nobody = onlyKnows("companies");

    @ArchTest
    static final ArchRule members_know_companies = onlyKnows("members", "companies");

    @ArchTest
    static final ArchRule sessions_know_members = onlyKnows("sessions", "members");

    @ArchTest
    static final ArchRule announcements_know_nobody = onlyKnows("announcements");

    @ArchTest
    static final ArchRule outgoing_calls_know_nobody = onlyKnows("outgoing");

    @ArchTest
    static final ArchRule connections_know_how_to_announce_and_to_ask_the_relay =
            onlyKnows("connections", "companies", "announcements", "outgoing");

    @ArchTest
    static final ArchRule a_key_leaves_by_two_doors_only = noClasses()
            .that()
            .resideOutsideOfPackages("..settings.connections..", "..settings.credentials..", "..settings.probing..")
            // Knows the names of settings, and no key.
            .and()
            .doNotHaveSimpleName("SettingsStart")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..settings.connections..");

    @ArchTest
    static final ArchRule only_announcements_speak_kafka = noClasses()
            .that()
            .resideOutsideOfPackage("..settings.announcements..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    private static ArchRule onlyKnows(String name, String... others) {
        String[] known = new String[others.length + 1];
        known[0] = "com.iterate.settings." + name + "..";
        for (int i = 0; i < others.length; i++) {
            known[i + 1] = "com.iterate.settings." + others[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage(known[0])
                .should()
                .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "other packages of settings-service",
                        other -> other.getPackageName().startsWith("com.iterate.settings")
                                && !com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(known)
                                        .test(other)));
    }
}
