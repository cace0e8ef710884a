package io.github.openstackjvm.resource;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SecretTest {
    private final Secret key = Secret.of("-----BEGIN é");

    @TempDir
    Path folder;

    @Test
    void isSavedForItsOwnerOnly() throws Exception {
        Path file = folder.resolve("id_rsa");
        key.saveTo(file);
        assertThat(Files.readString(file)).isEqualTo(key.reveal());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void isNotSavedWhereOthersMayBeReadingAlready() throws Exception {
        Path file = Files.writeString(folder.resolve("old"), "old");
        assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(() -> key.saveTo(file));
        assertThat(Files.readString(file)).isEqualTo("old");
    }
}
