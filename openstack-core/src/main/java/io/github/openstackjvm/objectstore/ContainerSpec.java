package io.github.openstackjvm.objectstore;

import java.util.List;

/** A container to create, or an existing one to change: creating does either. */
public final class ContainerSpec extends ContainerSettings<ContainerSpec> {
    static final String NAME = "name";

    /** A container of this name. */
    public static ContainerSpec named(String name) {
        return new ContainerSpec().name(name);
    }

    /** Unique in the account, up to 256 bytes, without slashes. */
    public ContainerSpec name(String name) {
        return set(NAME, name);
    }

    /** How its objects are kept, of what {@code info()} lists; cannot be changed later. */
    public ContainerSpec storagePolicy(String name) {
        return set("X-Storage-Policy", name);
    }

    @Override
    protected List<String> required() {
        return List.of(NAME);
    }

    /** What can be changed of a container. */
    public static final class Update extends ContainerSettings<Update> {

        /** Takes these pairs of metadata away. */
        public Update removeMetadata(String... names) {
            return withoutMetadata(names);
        }

        /** No longer moves what is overwritten to another container. Those that are there stay. */
        public Update removeVersionsLocation() {
            return set("X-Remove-Versions-Location", "x");
        }

        /** May hold any number of bytes and objects. */
        public Update removeQuotas() {
            return removeMetadata("Quota-Bytes", "Quota-Count");
        }

        /** No longer copies it elsewhere. */
        public Update removeSync() {
            return set("X-Remove-Container-Sync-To", "x").set("X-Remove-Container-Sync-Key", "x");
        }
    }
}
