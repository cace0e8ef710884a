package io.github.openstackjvm.internal.session;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LockFileTest {
    private static final int FREE = 7;
    private static final int LOCKED = 8;

    @TempDir
    private Path directory;

    /** Another process, which tells by its status whether it got the lock. */
    static final class Other {
        private Other() {}

        public static void main(String[] arguments) throws Exception {
            try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
                System.exit(channel.tryLock() == null ? LOCKED : FREE);
            }
        }
    }

    private static int otherProcess(Path file) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        file.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    @Test
    void isHeldAgainstThreadsAndProcessesUntilItIsGivenBack() throws Exception {
        Path file = directory.resolve("one.lock");
        try (LockFile held = LockFile.tryLock(directory, "one.lock").orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(LockFile.tryLock(directory, "one.lock")).isEmpty();
            assertThat(LockFile.tryLock(directory.resolve("."), "one.lock")).isEmpty();
            assertThat(otherProcess(file))
                    .as("the attempts of this process do not give the lock away")
                    .isEqualTo(LOCKED);
        }
        assertThat(otherProcess(file)).isEqualTo(FREE);
        LockFile.tryLock(directory, "one.lock").orElseThrow().close();
    }

    /** A second copy of this library, as in another application of the same server, has a list of its own of what is held. */
    @Test
    void isNotToBeHadWhileOtherCodeOfThisProcessHoldsIt() throws Exception {
        Path file = directory.resolve("one.lock");
        try (FileChannel other = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(other.tryLock()).isNotNull();
            assertThat(LockFile.tryLock(directory, "one.lock")).isEmpty();
        }
        LockFile.tryLock(directory, "one.lock").orElseThrow().close();
    }
}
