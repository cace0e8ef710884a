package io.github.openstackjvm.testkit.objectstore;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.objectstore.ContainerSpec;
import io.github.openstackjvm.objectstore.LargeUpload;
import io.github.openstackjvm.objectstore.ObjectSpec;
import io.github.openstackjvm.objectstore.StoredObject;
import io.github.openstackjvm.objectstore.StoredObjects;
import io.github.openstackjvm.testkit.FakeCloud;
import io.github.openstackjvm.transfer.Content;
import io.github.openstackjvm.transfer.Incoming;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.openstackjvm.testkit.HttpMethod.HEAD;
import static io.github.openstackjvm.testkit.HttpMethod.POST;
import static io.github.openstackjvm.testkit.HttpMethod.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What becomes of the segments of a large object when something goes wrong: none that a manifest needs is ever deleted. */
class LargeUploadFaultsTest {
    private static final byte[] OLD = bytes(1);
    private static final byte[] NEW = bytes(2);
    private static final String MANIFEST = "/*/c/o";

    private final FakeCloud fake = FakeCloud.start();
    private final StoredObjects objects = fake.cloud().objectstore().objects("c");
    private final StoredObjects segments = fake.cloud().objectstore().objects("c_segments");

    private static byte[] bytes(long seed) {
        byte[] bytes = new byte[1000];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static LargeUpload how() {
        return new LargeUpload().segmentBytes(300);
    }

    private static LargeUpload how(boolean dynamic) {
        return dynamic ? how().dynamic() : how();
    }

    @BeforeEach
    void container() {
        fake.cloud().objectstore().containers().create(ContainerSpec.named("c"));
    }

    @AfterEach
    void close() {
        fake.close();
    }

    private byte[] read() {
        return objects.download("o").read(Incoming::readAllBytes);
    }

    private List<String> names() {
        return segments.list().stream().map(StoredObject::name).toList();
    }

    private void fails(Content content, LargeUpload how) {
        assertThatExceptionOfType(OpenStackException.class).isThrownBy(() -> objects.upload("o", content, how));
    }

    /** In the midst of a segment, and just before the next. */
    @ParameterizedTest
    @ValueSource(ints = {150, 300})
    @SuppressWarnings("InputStreamSlowMultibyteRead") // a source of nothing
    void aStreamThatBreaksOffLeavesNothing(int after) {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(NEW, 0, after), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }
        });
        assertThatExceptionOfType(OpenStackException.class)
                .isThrownBy(() -> objects.upload("o", Content.once(broken), how()))
                .withMessageContaining("the disk is gone");
        assertThat(names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void staysWhenTheAnswerToTheManifestIsLost(boolean dynamic) {
        fake.faults().on(PUT, MANIFEST).drop().afterEffect();
        fails(Content.of(NEW), how(dynamic));
        assertThat(read()).isEqualTo(NEW);
    }

    @Test
    void staysWhenASecondAttemptIsRefusedBecauseOfTheFirst() {
        fake.faults().on(PUT, MANIFEST).drop().afterEffect().once();
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> objects.upload("o", Content.of(NEW), how().with(new ObjectSpec().ifAbsent())));
        assertThat(read()).isEqualTo(NEW);
    }

    @Test
    void staysWhenTheManifestIsThereAndNobodyCanTell() {
        fake.faults().on(PUT, MANIFEST).reply(400).afterEffect();
        fake.faults().on(HEAD, MANIFEST).reply(403);
        fails(Content.of(NEW), how().keepOldSegments());
        assertThat(read()).isEqualTo(NEW);
    }

    @Test
    void staysWhenADynamicObjectCannotBeReadAfterwards() {
        fake.faults().on(HEAD, MANIFEST).reply(403);
        fails(Content.of(NEW), how(true).keepOldSegments());
        assertThat(read()).isEqualTo(NEW);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void staysWhenOldSegmentsCannotBeDeleted(boolean dynamic) {
        objects.upload("o", Content.of(OLD), how(dynamic));
        fake.faults().on(POST, "/*").reply(403).once();
        fails(Content.of(NEW), how(dynamic));
        assertThat(read()).isEqualTo(NEW);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goesWhenTheManifestIsRefused(boolean dynamic) {
        fake.faults().on(PUT, MANIFEST).reply(400);
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> objects.upload("o", Content.of(NEW), how(dynamic)));
        assertThat(names()).isEmpty();
    }

    @Test
    void goesWhenTheAnswerToASegmentIsLost() {
        fake.faults().on(PUT, "/*/c_segments/**").drop().afterEffect();
        fails(Content.once(new ByteArrayInputStream(NEW)), how());
        assertThat(names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oldSegmentsGoWithTheObject(boolean dynamic) {
        objects.upload("o", Content.of(OLD), how(dynamic));
        List<String> old = names();
        objects.upload("o", Content.of(NEW), how(!dynamic));
        assertThat(names()).hasSize(4).doesNotContainAnyElementsOf(old);
        objects.upload("o", Content.of("small"), how());
        assertThat(names()).isEmpty();
    }

    @Test
    void whatADynamicObjectOnlyShowsStays() {
        fake.cloud().objectstore().containers().create(ContainerSpec.named("logs"));
        StoredObjects logs = fake.cloud().objectstore().objects("logs");
        logs.put("2030/1", Content.of("one"));
        objects.putDynamicManifest("o", "logs", "2030/", new ObjectSpec());
        objects.upload("o", Content.of(NEW), how());
        assertThat(logs.list().count()).isOne();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anObjectIsWholeWhileAnotherOneIsPutUnderItsLabel(boolean dynamic) {
        objects.upload("o", Content.of(OLD), how(dynamic).resumable("label"));
        List<String> old = names();
        fails(breaking(), how(dynamic).concurrency(1).resumable("label"));
        assertThat(read()).isEqualTo(OLD);
        assertThat(names()).isEqualTo(old);
        objects.upload("o", Content.of(NEW), how(dynamic).resumable("label"));
        assertThat(read()).isEqualTo(NEW);
        assertThat(names()).hasSize(4).doesNotContainAnyElementsOf(old);
    }

    @Test
    void aShorterStreamUnderTheSameLabelLeavesNothingOfALongerOne() {
        LargeUpload how = how(true).resumable("label");
        objects.upload("o", Content.once(new ByteArrayInputStream(OLD)), how);
        objects.upload("o", Content.once(new ByteArrayInputStream(NEW, 0, 500)), how);
        assertThat(read()).hasSize(500);
        assertThat(names()).hasSize(2);
    }

    /** Breaks off in the second segment: before, it is compared with what is there, and the first segment is put. */
    private static Content breaking() {
        AtomicInteger openings = new AtomicInteger();
        return Content.from(NEW.length, () -> {
            if (openings.incrementAndGet() > 2) {
                throw new IOException("the disk is broken");
            }
            return new ByteArrayInputStream(NEW);
        });
    }
}
