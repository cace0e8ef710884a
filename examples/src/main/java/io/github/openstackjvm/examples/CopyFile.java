package io.github.openstackjvm.examples;

import java.io.PrintStream;
import java.nio.file.Path;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.objectstore.ContainerSpec;
import io.github.openstackjvm.objectstore.LargeUpload;
import io.github.openstackjvm.objectstore.StoredObjects;
import io.github.openstackjvm.transfer.Content;

/** Puts a file into the object store and fetches it again, and shows how far it is. */
public final class CopyFile {
    /** Runs it: {@code FILE COPY}. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            copy(cloud, Path.of(arguments[0]), Path.of(arguments[1]), System.out);
        }
    }

    static void copy(Cloud cloud, Path file, Path copy, PrintStream out) {
        cloud.objectstore().containers().create(ContainerSpec.named("copies"));
        StoredObjects copies = cloud.objectstore().objects("copies");
        String name = String.valueOf(file.getFileName());
        copies.upload(
                name,
                Content.of(file),
                new LargeUpload().segmentBytes(64 << 20).onProgress(new ConsoleProgress(out, name)));
        copies.download(name).onProgress(new ConsoleProgress(out, name)).to(copy);
    }

    private CopyFile() {}
}
