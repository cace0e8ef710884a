package io.github.openstackjvm.internal.config;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.yaml.snakeyaml.reader.UnicodeReader;

/** Reads a small file of text. */
final class FileText {
    /** As large as a file may be. */
    static final int LARGEST = 3 * 1024 * 1024;

    private FileText() {}

    /**
     * The whole text; empty when it cannot be had, which becomes a problem.
     *
     * @throws AccessDeniedException when this user may not read it
     */
    static Optional<String> read(Path file, Problems problems) throws AccessDeniedException {
        try (InputStream in = Files.newInputStream(file)) {
            // No look at the size before: it may be a pipe, as in OS_CLIENT_CONFIG_FILE=<(pass show clouds).
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                problems.add("Cannot read %s: it is larger than 3 MiB".formatted(file));
                return Optional.empty();
            }
            // Knows the byte order marks which editors on Windows write.
            Reader reader = new UnicodeReader(new ByteArrayInputStream(bytes));
            StringWriter text = new StringWriter(bytes.length);
            reader.transferTo(text);
            return Optional.of(text.toString());
        } catch (AccessDeniedException e) {
            throw e;
        } catch (CharacterCodingException e) {
            problems.add("Cannot read %s: it is not UTF-8".formatted(file));
        } catch (IOException e) {
            problems.add("Cannot read %s: %s".formatted(file, e.getMessage()));
        }
        return Optional.empty();
    }
}
