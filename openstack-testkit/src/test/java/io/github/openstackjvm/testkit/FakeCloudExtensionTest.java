package io.github.openstackjvm.testkit;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.suppressed;

class FakeCloudExtensionTest {

    private static EngineExecutionResults run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute();
    }

    @Test
    void eachTestHasItsOwn() {
        run(OwnCase.class).testEvents().assertStatistics(all -> all.succeeded(2).failed(0));
    }

    @Test
    void aClassMayShareOne() {
        run(SharedCase.class)
                .testEvents()
                .assertStatistics(all -> all.succeeded(2).failed(0));
    }

    @Test
    void unknownRequestsFailTheTestAtItsEnd() {
        EngineExecutionResults results = run(UnknownCase.class);
        results.testEvents().assertStatistics(all -> all.succeeded(1).failed(1));
        results.testEvents()
                .failed()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(message(text ->
                                text.contains("GET /compute/v2.1/nowhere") && text.contains("allowUnknownRequests")))));
    }

    @Test
    void aFailureTellsWhatTheCloudHeld() {
        run(FailingCase.class)
                .testEvents()
                .failed()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(suppressed(
                                0,
                                message(text -> text.startsWith("The fake cloud at ")
                                        && text.contains("keypairs\n  left ("))))));
    }

    @Test
    void aSeedIsNamedInComplaintsAndNamesFilesBesideIt() {
        run(SeedWithFileCase.class)
                .testEvents()
                .assertStatistics(all -> all.succeeded(1).failed(0));
        run(WrongSeedCase.class)
                .testEvents()
                .failed()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(
                                message(text -> text.contains(": wrong-seed.yaml:2: network a is refused with 400")))));
    }

    @OpenStackTest(seed = "seed-with-file.yaml")
    static class SeedWithFileCase {
        @Test
        void hasIt(FakeCloud fake) {
            assertThat(fake).object("papers", "seed").hasContent("From a file beside the seed.\n");
        }
    }

    @OpenStackTest(seed = "wrong-seed.yaml")
    static class WrongSeedCase {
        @Test
        void fails(FakeCloud fake) {
            assertThat(fake).isNotNull();
        }
    }

    @OpenStackTest
    static class FailingCase {
        @Test
        void fails(FakeCloud fake) {
            Wire.as(fake, "demo")
                    .post("/compute/v2.1/os-keypairs", "{'keypair':{'name':'left'}}")
                    .is(418);
        }
    }

    @OpenStackTest
    static class OwnCase {
        private final FakeCloud given = FakeCloud.start();

        @SuppressWarnings("NullAway.Init") // injected
        private FakeCloud field;

        @Test
        void one(FakeCloud parameter) {
            check(parameter);
        }

        @Test
        void other(FakeCloud parameter) {
            check(parameter);
        }

        private void check(FakeCloud parameter) {
            assertThat(parameter).isSameAs(field);
            assertThat(given).isNotSameAs(field);
            assertThat(field.journal().calls()).isEmpty();
            Wire.as(field, "demo");
        }
    }

    @OpenStackTest(perClass = true)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class SharedCase {
        @SuppressWarnings("NullAway.Init") // injected
        static FakeCloud shared;

        @Test
        @Order(1)
        void one(FakeCloud parameter) {
            assertThat((Object) parameter).isSameAs(shared);
            Wire.as(shared, "demo");
        }

        @Test
        @Order(2)
        void other() {
            assertThat(shared.journal().calls()).hasSize(1);
        }
    }

    @OpenStackTest
    static class UnknownCase {
        @Test
        void fails(FakeCloud fake) {
            Wire.as(fake, "demo").get("/compute/v2.1/nowhere").is(501);
        }

        @Test
        void meantSo(FakeCloud fake) {
            fake.allowUnknownRequests();
            Wire.as(fake, "demo").get("/compute/v2.1/nowhere").is(501);
        }
    }
}
