package dev.aludel.conformance.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The table of docs/architecture.md, as rules; the servers of the tests are no part of the product. */
class ArchitectureTest {
    private static final JavaClasses ALUDEL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/dev/aludel/servers/"))
            .importPackages("dev.aludel");

    /** Which packages of core each package may import; all may import themselves, {@code error} and the JDK. */
    private static final Map<String, List<String>> MAY_IMPORT = new TreeMap<>(Map.ofEntries(
            Map.entry("error", List.of()),
            Map.entry("schema", List.of()),
            Map.entry("revision", List.of()),
            Map.entry("config", List.of()),
            Map.entry("operation", List.of("schema")),
            Map.entry("dialect", List.of("operation", "schema")),
            Map.entry("migration", List.of("operation", "schema")),
            Map.entry("autogenerate", List.of("operation", "schema")),
            Map.entry("autogenerate.render", List.of("autogenerate", "operation", "schema", "dialect")),
            Map.entry("script", List.of("migration", "operation", "revision")),
            Map.entry("runtime", List.of("script", "migration", "revision", "dialect", "operation", "schema")),
            Map.entry(
                    "command",
                    List.of(
                            "autogenerate",
                            "autogenerate.render",
                            "config",
                            "runtime",
                            "script",
                            "migration",
                            "revision",
                            "dialect",
                            "operation",
                            "schema"))));

    @Test
    void everyPackageImportsOnlyWhatTheTableAllows() {
        MAY_IMPORT.forEach((name, allowed) -> {
            Set<String> packages = new TreeSet<>(List.of("java..", "javax..", "org.jspecify..", "dev.aludel.error"));
            packages.add("dev.aludel." + name);
            allowed.forEach(each -> packages.add("dev.aludel." + each));
            if (name.equals("dialect")) {
                packages.add("dev.aludel.dialect..");
            }
            check(classes()
                    .that()
                    .resideInAPackage("dev.aludel." + name)
                    .should(onlyDependOnClassesThat(resideInAnyPackage(packages.toArray(String[]::new)))));
        });
    }

    @Test
    void thePackagesOfTheTableExist() {
        Set<String> packages = new TreeSet<>();
        ALUDEL.forEach(each -> packages.add(each.getPackageName()));
        MAY_IMPORT.keySet().forEach(name -> assertThat(packages).contains("dev.aludel." + name));
    }

    @Test
    void aDatabaseKnowsNoOtherDatabase() {
        check(slices().matching("dev.aludel.dialect.(postgresql|mysql|mariadb|sqlite|h2)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        resideInAPackage("dev.aludel.dialect.mariadb"), resideInAPackage("dev.aludel.dialect.mysql"))
                .because("MariaDB alone is another's descendant (decision 0016)"));
    }

    @Test
    void noPackageIsPartOfACycle() {
        check(slices().matching("dev.aludel.(**)").should().beFreeOfCycles());
    }

    @Test
    void nothingImportsTheFacade() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.aludel.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.aludel"));
    }

    @Test
    void coreNeedsNothingButTheJdk() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.aludel.jpa..", "dev.aludel.cli..", "dev.aludel.maven..", "dev.aludel.examples..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "javax..", "org.jspecify..", "dev.aludel.."));
    }

    @Test
    void theFacesDoNotKnowOneAnother() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.aludel.jpa..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.aludel.cli..", "dev.aludel.maven.."));
        check(noClasses()
                .that()
                .resideInAPackage("dev.aludel.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.aludel.jpa..", "dev.aludel.maven.."));
    }

    /** A goal is the command: the same words give the same output. */
    @Test
    void mavenKnowsNothingButTheCommandLine() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.aludel.maven..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.aludel..")
                        .and(DescribedPredicate.not(resideInAnyPackage("dev.aludel.maven", "dev.aludel.cli")))));
    }

    @Test
    void onlyTheFourPlacesTalkToTheWorld() {
        check(noClasses()
                .that(core().and(DescribedPredicate.not(resideInAnyPackage(
                        "dev.aludel", "dev.aludel.dialect..", "dev.aludel.runtime", "dev.aludel.command"))))
                .and(DescribedPredicate.not(named("dev.aludel.operation.DataStep")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql.."));
        check(noClasses()
                .that(core().and(DescribedPredicate.not(resideInAnyPackage("dev.aludel.script", "dev.aludel.command"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.nio.file.."));
    }

    @Test
    void onlyTheProcessItselfKnowsTheStandardStreams() {
        check(noClasses()
                .that(DescribedPredicate.not(named("dev.aludel.cli.Main")))
                .and(DescribedPredicate.not(named("dev.aludel.maven.Results")))
                .and()
                .resideOutsideOfPackage("dev.aludel.examples..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err"));
    }

    @Test
    void nothingStaticChanges() {
        check(fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage("dev.aludel..")
                .and()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal());
    }

    @Test
    void sharedCodeNeverAsksWhichDialectItHolds() {
        check(noClasses()
                .that(DescribedPredicate.not(resideInAnyPackage("dev.aludel.dialect..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.aludel.dialect.*.."));
    }

    @Test
    void namesSayWhatThingsAre() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.aludel..")
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameStartingWith("Abstract"));
    }

    private static DescribedPredicate<JavaClass> core() {
        return resideInAPackage("dev.aludel..")
                .and(DescribedPredicate.not(resideInAnyPackage(
                        "dev.aludel.jpa..", "dev.aludel.cli..", "dev.aludel.maven..", "dev.aludel.examples..")));
    }

    private static DescribedPredicate<JavaClass> named(String name) {
        return DescribedPredicate.describe(
                name, each -> each.getName().equals(name) || each.getName().startsWith(name + "$"));
    }

    private static void check(ArchRule rule) {
        rule.check(ALUDEL);
    }
}
