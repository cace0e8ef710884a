package io.github.openstackjvm.build;

import java.util.concurrent.atomic.AtomicInteger;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

/** Who may know whom. */
class ArchitectureTest {
    private static final String ROOT = "io.github.openstackjvm";
    private static final String[] SERVICES = {
        ROOT + ".blockstorage..", ROOT + ".compute..", ROOT + ".image..", ROOT + ".network..", ROOT + ".objectstore.."
    };
    private static final String INTERNAL = ROOT + ".internal";

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static void holds(ArchRule rule) {
        rule.check(CORE);
    }

    @Test
    void aServiceKnowsTheGrammarAndOtherServicesModelsButNoMachinery() {
        holds(classes()
                .that()
                .resideInAnyPackage(SERVICES)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(SERVICES)
                        .or(resideInAnyPackage(
                                ROOT + ".resource",
                                ROOT + ".session",
                                ROOT + ".error",
                                ROOT + ".transfer",
                                ROOT + ".transport",
                                INTERNAL + ".wire",
                                "java..",
                                "javax.crypto..",
                                "feign..",
                                "com.fasterxml.jackson.annotation..",
                                "org.jspecify.."))));
        for (String service : SERVICES) {
            holds(noClasses()
                    .that()
                    .resideInAPackage(service)
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(SERVICES)
                            .and(not(resideInAPackage(service)))
                            .and(collections())));
        }
    }

    private static DescribedPredicate<JavaClass> collections() {
        return DescribedPredicate.describe(
                "collections of another service",
                type -> type.isAssignableTo(ROOT + ".resource.ResourceCollection")
                        || type.getSimpleName().endsWith("Service"));
    }

    @Test
    void theGrammarKnowsOnlyTheWire() {
        holds(noClasses()
                .that()
                .resideInAPackage(ROOT + ".resource")
                .should()
                .dependOnClassesThat(resideInAPackage(INTERNAL + "..")
                        .and(not(resideInAnyPackage(INTERNAL + ".wire", INTERNAL + ".files")))));
    }

    @Test
    void bulkDataKnowsOnlyTheWire() {
        holds(noClasses()
                .that()
                .resideInAPackage(ROOT + ".transfer")
                .should()
                .dependOnClassesThat(resideInAPackage(INTERNAL + "..").and(not(resideInAPackage(INTERNAL + ".wire")))));
    }

    @Test
    void theWireIsALeaf() {
        holds(classes()
                .that()
                .resideInAPackage(INTERNAL + ".wire")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        INTERNAL + ".wire",
                        ROOT + ".resource",
                        ROOT + ".session",
                        ROOT + ".error",
                        ROOT + ".transport",
                        "java..",
                        "feign..",
                        "org.jspecify..")));
    }

    @Test
    void feignStaysBehindTheWire() {
        holds(noClasses()
                .that(not(resideInAnyPackage(INTERNAL + ".http", INTERNAL + ".wire"))
                        .and(not(simpleName("Api")))
                        .and(not(simpleNameEndingWith("Api"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("feign.."));
    }

    @Test
    void resilience4jStaysInOnePackage() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(INTERNAL + ".resilience")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.resilience4j.."));
    }

    @Test
    void httpComponentsStayInTheTransport() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(INTERNAL + ".transport")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.hc.."));
    }

    @Test
    void jsonMappersStayInTheirPackages() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages(INTERNAL + ".json", INTERNAL + ".http")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core.."));
    }

    @Test
    void snakeYamlStaysInConfiguration() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(INTERNAL + ".config")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.yaml.."));
    }

    @Test
    void noStateHangsOnThreadsOrClasses() {
        holds(noClasses().should().dependOnClassesThat().areAssignableTo(ThreadLocal.class));
        holds(fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal());
        holds(fields().that().areStatic().should().notHaveRawType(AtomicInteger.class));
    }

    @Test
    void onlyTheWaitingPackageSleeps() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(INTERNAL + ".wait")
                .should()
                .callMethod(Thread.class, "sleep", long.class));
    }

    @Test
    void requestsAreDeclaredOutOfSight() {
        holds(classes()
                .that()
                .areInterfaces()
                .and()
                .resideInAnyPackage(SERVICES)
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .haveSimpleNameEndingWith("Api")
                .andShould()
                .bePackagePrivate());
        holds(noMethods()
                .that()
                .areDeclaredInClassesThat(resideInAnyPackage(SERVICES).and(simpleNameEndingWith("Api")))
                .should(new IsDefault()));
    }

    @Test
    void publicSignaturesNameNoLibrary() {
        holds(methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat(not(resideInAPackage(INTERNAL + "..")).and(arePublicAtAll()))
                .should(new NamesNoLibrary()));
    }

    private static DescribedPredicate<JavaClass> arePublicAtAll() {
        return DescribedPredicate.describe(
                "are public", type -> type.getModifiers().contains(JavaModifier.PUBLIC));
    }
}
