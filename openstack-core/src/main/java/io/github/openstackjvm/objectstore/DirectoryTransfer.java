package io.github.openstackjvm.objectstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import io.github.openstackjvm.error.Cancelled;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.internal.wire.Checksum;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.transfer.Content;
import org.jspecify.annotations.Nullable;

/** Brings a folder into a container, or back. */
final class DirectoryTransfer {
    private static final int NAMED = 5;
    private static final Set<String> FOLDERS = Set.of("application/directory", "text/directory");

    private final StoredObjects objects;
    private final Path directory;
    private final String prefix;
    private final DirectoryOptions options;
    private final AtomicLong transferred = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong unchanged = new AtomicLong();

    /** What a listing says of an object, as far as it is needed: there may be many. */
    private record Known(long bytes, @Nullable String etag, boolean large) {}

    DirectoryTransfer(StoredObjects objects, Path directory, String prefix, DirectoryOptions options) {
        this.objects = objects;
        this.directory = directory;
        this.prefix = prefix;
        this.options = options;
    }

    DirectoryReport upload() {
        Map<String, Known> there = new TreeMap<>();
        if (options.comparing()) {
            for (StoredObject object : objects.list().prefix(prefix)) {
                there.put(object.name(), new Known(object.bytes(), object.etag(), object.isLarge()));
            }
        }
        try (Stream<Path> files = Files.walk(directory)) {
            Iterator<Callable<Void>> tasks = files.filter(Files::isRegularFile)
                    .filter(file -> options.chosen().test(relative(file)))
                    .<Callable<Void>>map(file -> () -> upload(file, there))
                    .iterator();
            return done(Workers.each(objects.binding().waits(), options.atOnce(), tasks));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String relative(Path file) {
        StringJoiner name = new StringJoiner("/");
        directory.relativize(file).forEach(part -> name.add(part.toString()));
        return name.toString();
    }

    private @Nullable Void upload(Path file, Map<String, Known> there) throws IOException {
        String name = prefix + relative(file);
        Content content = Content.of(file);
        Known known = there.get(name);
        if (known != null && same(file, name, known)) {
            unchanged.incrementAndGet();
        } else {
            // Files are transferred side by side already.
            objects.upload(name, content, options.large().copy().concurrency(1));
            transferred.incrementAndGet();
            bytes.addAndGet(Math.max(0, content.length()));
        }
        return null;
    }

    private boolean same(Path file, String name, Known known) throws IOException {
        if (Files.size(file) != known.bytes) {
            return false;
        }
        List<Long> lengths = known.large ? Segments.lengths(objects.manifest(Ref.id(name))) : null;
        if (known.large && lengths == null) {
            return false;
        }
        MessageDigest digest = lengths == null ? Checksum.digest(Etag.MD5) : new SegmentedMd5(lengths);
        return Checksum.hex(digest, Content.of(file)).equals(known.etag);
    }

    DirectoryReport download() {
        Iterator<Callable<Void>> tasks = objects.list().prefix(prefix).stream()
                .filter(object -> options.chosen().test(object.name().substring(prefix.length())))
                .<Callable<Void>>map(object -> () -> download(object))
                .iterator();
        return done(Workers.each(objects.binding().waits(), options.atOnce(), tasks));
    }

    private @Nullable Void download(StoredObject object) throws IOException {
        if (isFolder(object)) {
            Files.createDirectories(object.name().equals(prefix) ? directory : target(object.name()));
            return null;
        }
        Path file = target(object.name());
        Known known = new Known(object.bytes(), object.etag(), object.isLarge());
        if (options.comparing() && Files.isRegularFile(file) && same(file, object.name(), known)) {
            unchanged.incrementAndGet();
            return null;
        }
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        objects.download(object).to(file);
        transferred.incrementAndGet();
        bytes.addAndGet(Files.size(file));
        return null;
    }

    /** Whether it stands for a folder, as other tools put it: by its name, or the swift command by the type. */
    private static boolean isFolder(StoredObject object) {
        String type = object.contentType() == null ? "" : object.contentType().split(";", 2)[0];
        return object.name().endsWith("/") || FOLDERS.contains(type);
    }

    /** Inside the folder, whatever the name says. */
    private Path target(String name) {
        String below = name.substring(prefix.length());
        try {
            Path root = directory.toAbsolutePath().normalize();
            Path file = root.resolve(below).normalize();
            if (!below.isEmpty() && !below.startsWith("/") && file.startsWith(root) && !file.equals(root)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new InvalidSpec("The object '" + name + "' has a name that no file can have: " + e.getReason());
        }
        throw new InvalidSpec("The object '" + name + "' has a name that leads out of " + directory);
    }

    private DirectoryReport done(List<Exception> failures) {
        for (Exception failure : failures) {
            if (failure instanceof Cancelled cancelled) {
                throw cancelled;
            }
        }
        if (failures.isEmpty()) {
            return new DirectoryReport(transferred.get(), bytes.get(), unchanged.get());
        }
        StringJoiner words = new StringJoiner("; ");
        failures.stream().limit(NAMED).forEach(failure -> words.add(String.valueOf(failure.getMessage())));
        if (failures.size() > NAMED) {
            words.add("and " + (failures.size() - NAMED) + " more");
        }
        OpenStackException all = new OpenStackException(
                failures.size() + " files could not be transferred, " + transferred + " were, " + unchanged
                        + " were there already: " + words,
                ErrorContext.NONE,
                failures.get(0));
        failures.stream().skip(1).forEach(all::addSuppressed);
        throw all;
    }
}
