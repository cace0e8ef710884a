package io.github.openstackjvm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.error.ConfigInvalid;
import io.github.openstackjvm.internal.session.Connection;

/** The way in. A {@link Cloud} holds connections: close it when it is no longer needed. */
public final class OpenStack {
    private OpenStack() {}

    /**
     * The cloud of this name in clouds.yaml, with secure.yaml and clouds-public.yaml. Of the environment only the variables
     * that say where those files are have a part in it. Nothing is sent to the cloud yet; a profile that is an address is
     * fetched from there.
     *
     * @throws io.github.openstackjvm.error.ConfigInvalid naming every problem at once
     */
    public static Cloud cloud(String name) {
        return connect(CloudConfig.named(name));
    }

    /**
     * The first that exists, alone: the cloud that {@code OS_CLOUD} names, the {@code OS_*} variables, the only cloud of
     * clouds.yaml. Nothing is sent to the cloud yet; a profile that is an address is fetched from there.
     *
     * @throws io.github.openstackjvm.error.ConfigInvalid when there is none, or several and nothing says which
     */
    public static Cloud connect() {
        return connect(CloudConfig.discover());
    }

    /** The cloud of this configuration. Nothing is sent yet. */
    public static Cloud connect(CloudConfig config) {
        return new Cloud(new Connection(config));
    }

    /** Begins a login in the words of the older library: {@code login().provider("my-cloud").connect()}. */
    public static Login login() {
        return new Login();
    }

    /**
     * Several clouds of clouds.yaml, to be asked together.
     *
     * @throws io.github.openstackjvm.error.ConfigInvalid naming every problem of each of them
     */
    public static Clouds clouds(String first, String... more) {
        List<String> names = new ArrayList<>(List.of(first));
        names.addAll(Arrays.asList(more));
        List<String> problems = new ArrayList<>();
        List<CloudConfig> configs = new ArrayList<>();
        for (String name : names) {
            try {
                configs.add(CloudConfig.named(name));
            } catch (ConfigInvalid e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigInvalid(problems);
        }
        return clouds(configs);
    }

    /** Several clouds, to be asked together. */
    public static Clouds clouds(Collection<CloudConfig> configs) {
        return new Clouds(configs.stream().map(OpenStack::connect).toList());
    }

    /** The names of all clouds in clouds.yaml. */
    public static List<String> clouds() {
        return CloudConfig.list();
    }
}
