package io.github.openstackjvm.config;

import java.io.IOException;
import java.nio.file.Path;

import io.github.openstackjvm.internal.files.OwnerOnly;
import io.github.openstackjvm.resource.Secret;

/** The older library's file of providers, {@code ~/.openstack/providers.ini}: a section for each, with seven keys. */
public final class ProvidersIni {
    private static final String SKELETON = """
            # A section for each provider. Empty keys are as good as absent.
            [example-provider]
            username=
            password=
            auth-endpoint=
            tenant-id=
            tenant-name=
            region=
            apikey=
            """;

    private ProvidersIni() {}

    /**
     * Writes a file with one empty section, to be filled in: readable by its owner only, as are the directories that are
     * made for it. Nothing else in this library writes it.
     *
     * @throws java.nio.file.FileAlreadyExistsException when there is one already, which stays as it is
     * @throws IOException when it cannot be written
     */
    public static void writeSkeleton(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            OwnerOnly.directories(directory);
        }
        Secret.of(SKELETON).saveTo(file);
    }
}
