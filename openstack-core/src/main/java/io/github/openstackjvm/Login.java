package io.github.openstackjvm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.config.CloudConfigBuilder;
import io.github.openstackjvm.error.ConfigInvalid;
import io.github.openstackjvm.resource.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A login in the words of clj-openstack: with a name and a password, a provider of {@code ~/.openstack/providers.ini}, the
 * environment, the files of {@code ~/.openstack}, or whatever there is. Nothing is sent before the first call.
 *
 * <pre>{@code
 * OpenStack.login().authUrl("https://cloud.example:5000").username("me").password("…").project("web").connect();
 * OpenStack.login().username("me").apiKey("…").region("DFW").connect(); // at Rackspace
 * OpenStack.login().provider("my-cloud").connect();
 * OpenStack.login().env().connect();
 * OpenStack.login().files().connect();
 * OpenStack.login().connect(); // the environment first, then the files
 * }</pre>
 *
 * <p>What is given here overlays what is read.
 */
public final class Login {
    private @Nullable String username;
    private @Nullable String password;
    private @Nullable String apiKey;
    private @Nullable String provider;
    private boolean environment;
    private boolean files;
    private final List<UnaryOperator<CloudConfigBuilder>> changes = new ArrayList<>();

    Login() {}

    /** The user's name; needs a password or an API key. */
    public Login username(String name) {
        username = name;
        return this;
    }

    /** The user's password, which may be empty; needs a name. */
    public Login password(String secret) {
        password = secret;
        return this;
    }

    /** The user's API key at Rackspace; needs a name. */
    public Login apiKey(String key) {
        apiKey = key;
        return this;
    }

    /** The section of this name in {@code ~/.openstack/providers.ini}, with all that it says. */
    public Login provider(String name) {
        provider = name;
        return this;
    }

    /** The {@code OS_*} variables. */
    public Login env() {
        environment = true;
        return this;
    }

    /**
     * The files {@code username} and {@code password}, or {@code apikey}, of {@code ~/.openstack}. Where the cloud is
     * says {@code OS_AUTH_URL}, or {@link #authUrl}.
     */
    public Login files() {
        files = true;
        return this;
    }

    /** The address of Identity, with or without its version. An API key is Rackspace's when nothing says otherwise. */
    public Login authUrl(String url) {
        return change(builder -> builder.authUrl(url));
    }

    /** The project by name. */
    public Login project(String name) {
        return change(builder -> builder.projectName(name));
    }

    /** The project by id. */
    public Login projectId(String id) {
        return change(builder -> builder.projectId(id));
    }

    /** The region. */
    public Login region(String name) {
        return change(builder -> builder.region(name));
    }

    /** Anything else a configuration can say. */
    public Login change(UnaryOperator<CloudConfigBuilder> more) {
        changes.add(more);
        return this;
    }

    /**
     * The cloud. Nothing is sent to it yet.
     *
     * @throws ConfigInvalid naming every problem at once: a name without a password, say, or nothing to log in with
     */
    public Cloud connect() {
        return OpenStack.connect(config());
    }

    /**
     * What {@link #connect} connects with.
     *
     * @throws ConfigInvalid naming every problem at once
     */
    public CloudConfig config() {
        CloudConfigBuilder builder = source();
        if (username != null) {
            builder.username(username);
        }
        if (password != null) {
            builder.password(password);
        } else if (apiKey != null) {
            builder.apiKey(Secret.of(apiKey));
        }
        for (UnaryOperator<CloudConfigBuilder> change : changes) {
            builder = change.apply(builder);
        }
        return builder.build();
    }

    private CloudConfigBuilder source() {
        if (provider != null) {
            return CloudConfigBuilder.ofProvider(provider);
        } else if (environment) {
            return CloudConfigBuilder.ofEnvironment();
        } else if (files) {
            return CloudConfigBuilder.ofFiles();
        } else if (username == null && password == null && apiKey == null) {
            return CloudConfigBuilder.ofWhateverThereIs();
        }
        requireBoth();
        return CloudConfig.builder();
    }

    private void requireBoth() {
        if (username == null) {
            throw new ConfigInvalid(List.of((password == null ? "An API key" : "A password")
                    + " was given without a username: give both, or name a provider, env or files"));
        } else if (password == null && apiKey == null) {
            throw new ConfigInvalid(
                    List.of("A username was given without a password: give both, or an API key, or name a "
                            + "provider, env or files"));
        }
    }
}
