package io.github.openstackjvm.testkit.coverage;

import java.io.File;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import feign.RequestLine;
import io.github.openstackjvm.blockstorage.BlockStorageService;
import io.github.openstackjvm.compute.ComputeService;
import io.github.openstackjvm.image.ImageService;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.MetadataApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.network.NetworkService;
import io.github.openstackjvm.objectstore.ObjectStoreService;
import io.github.openstackjvm.resource.Creates;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Gets;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Metadata;
import io.github.openstackjvm.resource.Updates;

/**
 * One request that the client can send.
 *
 * @param service the service's type
 * @param collection the class that sends it
 * @param method the verb
 * @param path below the service's address, every variable as {@code {}}
 * @param versions the microversions the client uses for it, empty when there are none
 */
record Operation(String service, String collection, String method, String path, String versions) {
    private static final Map<String, Class<?>> SERVICES = Map.of(
            "block-storage", BlockStorageService.class,
            "compute", ComputeService.class,
            "image", ImageService.class,
            "network", NetworkService.class,
            "object-store", ObjectStoreService.class);

    private static final Map<String, Class<?>> CAPABILITIES = Map.of(
            "list", Lists.class,
            "get", Gets.class,
            "create", Creates.class,
            "update", Updates.class,
            "delete", Deletes.class);

    private static final List<String> NAMED = List.of("list", "delete");

    /** All of them, read from the client's classes. */
    static List<Operation> all() throws Exception {
        List<Operation> all = new ArrayList<>();
        for (Map.Entry<String, Class<?>> service : SERVICES.entrySet()) {
            for (Class<?> api : apis(service.getValue())) {
                for (Method method : api.getMethods()) {
                    // An interface may say again what its parent says.
                    if (method.isAnnotationPresent(RequestLine.class) && used(api, method)) {
                        all.add(of(service.getKey(), api, method));
                    }
                }
            }
        }
        return all.stream()
                .distinct()
                .sorted(Comparator.comparing(Operation::service)
                        .thenComparing(Operation::collection)
                        .thenComparing(Operation::path)
                        .thenComparing(Operation::method))
                .toList();
    }

    /** The path as the fake has it. */
    String route() {
        return path.isEmpty() ? "/" : path.replace("/../..", "");
    }

    /** How much of the path is variable. */
    int variables() {
        return path.split("\\{}", -1).length - 1;
    }

    /** Whether an address is one of this operation. */
    boolean matches(String verb, String address) {
        return service.equals("object-store") ? isBelowAccount(verb, address) : isBelowVersion(verb, address);
    }

    /** Behind the container everything is one name. */
    private boolean isBelowAccount(String verb, String address) {
        String below = address.split("[?]", 2)[0].replaceFirst("^.*?/v1/[^/]+", "");
        return verb.equals(method)
                && below.matches(path.replaceFirst("^.*/\\.\\.", ".*")
                        .replaceFirst("[{]}", "[^/]+")
                        .replace("{}", ".+"));
    }

    private boolean isBelowVersion(String verb, String address) {
        List<String> mine = List.of(path.substring(1).split("/", -1));
        String[] parts = address.split("[?]", 2)[0].split("/", -1);
        int offset = parts.length - mine.size();
        if (!verb.equals(method) || offset < 0) {
            return false;
        }
        for (int i = 0; i < mine.size(); i++) {
            if (!mine.get(i).equals("{}") && !mine.get(i).equals(parts[offset + i])) {
                return false;
            }
        }
        // What stands before is the service's address, which ends in its version, and for some in the project's id.
        int version = offset > 0 && parts[offset - 1].matches("[0-9a-f]{32}") ? offset - 2 : offset - 1;
        return version >= 0 && parts[version].matches("v\\d.*");
    }

    private static Operation of(String service, Class<?> api, Method method) {
        Wire wire = api.getAnnotation(Wire.class);
        String[] line = method.getAnnotation(RequestLine.class).value().split(" ", 2);
        boolean crud = method.getDeclaringClass() == CrudApi.class;
        String verb =
                crud && method.getName().equals("update") ? wire.update().name().replace("JSON_", "") : line[0];
        String path = wire.path()
                + (crud && method.getName().equals("list") ? wire.list() : "")
                + (line.length == 1 ? "" : line[1].split("[?]", 2)[0]);
        String versions = wire.max().isEmpty() ? "" : (wire.min().isEmpty() ? "" : wire.min()) + "–" + wire.max();
        return new Operation(
                service, collection(api).getSimpleName(), verb, path.replaceAll("\\{[^}]+\\}", "{}"), versions);
    }

    /** What all resources share is used only where the collection says so. */
    private static boolean used(Class<?> api, Method method) {
        if (method.getDeclaringClass() == CrudApi.class) {
            // An order is the request that creates, with another answer. What is told in headers has requests of its
            // own
            // for the rest.
            return !(inHeaders(api) && !NAMED.contains(method.getName()))
                    && !method.getName().equals("order")
                    && Objects.requireNonNull(CAPABILITIES.get(method.getName()))
                            .isAssignableFrom(collection(api));
        }
        // Not all pairs can be replaced at once.
        return method.getDeclaringClass() != MetadataApi.class
                || !method.getName().equals("replace")
                || Stream.of(collection(api).getMethods()).anyMatch(verb -> verb.getReturnType() == Metadata.class);
    }

    private static boolean inHeaders(Class<?> api) {
        return Stream.of(api.getDeclaredMethods())
                .map(method -> method.getAnnotation(RequestLine.class))
                .anyMatch(line -> line != null && line.value().equals("HEAD /{id}"));
    }

    /** The class whose requests these are, which may be split in several. */
    private static Class<?> collection(Class<?> api) {
        Class<?> collection = api.getEnclosingClass();
        while (collection.isSealed()) {
            collection = collection.getPermittedSubclasses()[0];
        }
        return collection;
    }

    private static List<Class<?>> apis(Class<?> service) throws Exception {
        // Out of the folder that they were loaded from; when that is a jar, what it was made of lies beside it.
        Path loaded = Path.of(
                service.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path classes = Files.isDirectory(loaded) ? loaded : loaded.resolveSibling("classes");
        Path folder = classes.resolve(service.getPackageName().replace('.', '/'));
        List<Class<?>> apis = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = folder.relativize(file).toString();
                if (name.endsWith("Api.class")) {
                    apis.add(Class.forName(service.getPackageName() + "."
                            + name.substring(0, name.length() - 6).replace(File.separatorChar, '.')));
                }
            }
        }
        return apis;
    }
}
