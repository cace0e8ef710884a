package io.github.openstackjvm.objectstore;

import java.time.Duration;

import io.github.openstackjvm.resource.Secret;

/**
 * What is set of a container when it is created, and later.
 *
 * @param <S> the specification itself
 */
public abstract class ContainerSettings<S extends ContainerSettings<S>> extends HeaderSpec<S> {

    ContainerSettings() {
        super("Container");
    }

    /** Who may read it beside the owner: entries as {@link AccessRule} makes them; none: nobody. */
    public final S readableBy(String... entries) {
        return set("X-Container-Read", String.join(",", entries));
    }

    /** Who may write it beside the owner, and delete what is in it; none: nobody. */
    public final S writableBy(String... entries) {
        return set("X-Container-Write", String.join(",", entries));
    }

    /** Everybody may read and list its objects, without a token, too. */
    public final S publicRead() {
        return readableBy(AccessRule.everybody(), AccessRule.listings());
    }

    /** Keeps every version of every object from now on, or no more; those that are kept stay. */
    public final S versions(boolean keep) {
        return set("X-Versions-Enabled", keep);
    }

    /**
     * Moves what is overwritten to the container with this name, from where a deletion brings it back. The older way to keep
     * versions; the container must exist.
     */
    public final S versionsLocation(String container) {
        return set("X-Versions-Location", container);
    }

    /** Moves what is overwritten or deleted to the container with this name. The older way to keep versions. */
    public final S historyLocation(String container) {
        return set("X-History-Location", container);
    }

    /** How many bytes it may hold. */
    public final S quotaBytes(long bytes) {
        return set("X-Container-Meta-Quota-Bytes", bytes);
    }

    /** How many objects it may hold. */
    public final S quotaCount(long objects) {
        return set("X-Container-Meta-Quota-Count", objects);
    }

    /** Copies it to this container, as {@code //realm/cluster/account/container}, which knows the same key. */
    public final S syncTo(String target, Secret key) {
        return set("X-Container-Sync-To", target).set("X-Container-Sync-Key", key);
    }

    /** Signs links to what is in it from now on. */
    public final S tempUrlKey(Secret key) {
        return set("X-Container-Meta-Temp-URL-Key", key);
    }

    /** The second key, so that one can be replaced while links signed with the other go on working. */
    public final S tempUrlKey2(Secret key) {
        return set("X-Container-Meta-Temp-URL-Key-2", key);
    }

    /** Scripts of pages of these origins may use it, such as {@code https://example.org}; {@code *} for all. */
    public final S allowOrigins(String... origins) {
        return set("X-Container-Meta-Access-Control-Allow-Origin", String.join(" ", origins));
    }

    /** Which further headers those scripts see. */
    public final S exposeHeaders(String... names) {
        return set("X-Container-Meta-Access-Control-Expose-Headers", String.join(" ", names));
    }

    /** How long browsers may rely on that. */
    public final S corsMaxAge(Duration age) {
        return set("X-Container-Meta-Access-Control-Max-Age", age.toSeconds());
    }
}
