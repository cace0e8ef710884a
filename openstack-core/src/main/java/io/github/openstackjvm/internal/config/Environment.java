package io.github.openstackjvm.internal.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The {@code OS_*} variables as an entry: {@code OS_REGION_NAME} is {@code region_name}, and so on. */
final class Environment {
    /** They choose among clouds and files, or belong to test tools, and say nothing of a cloud. */
    private static final List<String> NOT_OURS = List.of(
            "OS_CLOUD", "OS_CLOUD_NAME", "OS_CLIENT_CONFIG_FILE", "OS_CLIENT_SECURE_FILE", "OS_CLIENT_VENDOR_FILE");

    private static final List<String> TOOLS = List.of("OS_TEST", "OS_STD", "OS_LOG");

    /** One of them makes it a cloud. OS_CACERT or OS_COMPUTE_API_VERSION alone, as left over in many shells, do not. */
    private static final List<String> CREDENTIALS = List.of(
            "OS_AUTH_URL",
            "OS_AUTH_TYPE",
            "OS_USERNAME",
            "OS_USER_ID",
            "OS_PASSWORD",
            "OS_TOKEN",
            "OS_AUTH_TOKEN",
            "OS_ENDPOINT",
            "OS_APPLICATION_CREDENTIAL_ID",
            "OS_APPLICATION_CREDENTIAL_NAME",
            "OS_APPLICATION_CREDENTIAL_SECRET");

    private Environment() {}

    static boolean namesACloud(Surroundings around) {
        return CREDENTIALS.stream().anyMatch(name -> around.variable(name).isPresent());
    }

    /** Whether a cloud is named, but not what to log in with. */
    static boolean lacksOnlyCredentials(Surroundings around) {
        return namesACloud(around)
                && !around.environment().containsKey("OS_PASSWORD") // an empty one is one
                && Stream.of("OS_TOKEN", "OS_AUTH_TOKEN", "OS_API_KEY", "OS_AUTH_TYPE")
                        .noneMatch(name -> around.variable(name).isPresent())
                && around.environment().keySet().stream()
                        .noneMatch(name -> name.startsWith("OS_APPLICATION_CREDENTIAL"));
    }

    static Loaded read(Surroundings around) {
        Map<String, Tree> entry = new LinkedHashMap<>();
        new TreeMap<>(around.environment()).forEach((name, value) -> {
            boolean ours = name.startsWith("OS_")
                    && name.length() > 3
                    && !NOT_OURS.contains(name)
                    && TOOLS.stream().noneMatch(name::startsWith);
            if (ours) {
                entry.put(name.substring(3).toLowerCase(Locale.ROOT), new Tree.Text(value, Source.variable(name)));
            }
        });
        Loaded variables = new Loaded(
                around.variable("OS_CLOUD_NAME").orElse("envvars"),
                "the environment (OS_*)",
                new Tree.Fields(entry, new Source(null, 0, "the environment")),
                List.of());
        return Profiles.filled(variables, around);
    }
}
