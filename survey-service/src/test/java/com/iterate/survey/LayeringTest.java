package com.iterate.survey;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may know whom: questions, then braze, then catalog, then what meets respondents. */
class LayeringTest {

    private static final JavaClasses SURVEY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.iterate");

    @Test
    void questions_know_no_framework_and_no_neighbour() {
        noClasses()
                .that()
                .resideInAPackage("com.iterate.survey.questions..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..", "com.iterate.webkit..")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.iterate.survey.braze..",
                        "com.iterate.survey.catalog..",
                        "com.iterate.survey.respond..",
                        "com.iterate.survey.publishing..",
                        "com.iterate.survey.results..")
                .check(SURVEY);
    }

    @Test
    void the_catalogue_knows_nobody_who_meets_respondents() {
        noClasses()
                .that()
                .resideInAnyPackage("com.iterate.survey.braze..", "com.iterate.survey.catalog..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.iterate.survey.respond..",
                        "com.iterate.survey.publishing..",
                        "com.iterate.survey.results..",
                        "org.apache.kafka..",
                        "org.eclipse.microprofile.reactive..")
                .check(SURVEY);
    }

    @Test
    void this_service_knows_no_other() {
        noClasses()
                .that()
                .resideInAPackage("com.iterate.survey..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.iterate.relay..", "com.iterate.settings..", "com.iterate.sandbox..")
                .check(SURVEY);
    }

    @Test
    void no_packages_go_round_in_circles() {
        slices().matching("com.iterate.survey.(*)..").should().beFreeOfCycles().check(SURVEY);
    }
}
