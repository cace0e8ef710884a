package io.github.openstackjvm.objectstore;

import java.net.URI;

import io.github.openstackjvm.internal.wire.Binding;

/**
 * Where an object is, or those whose names begin so, for people without a token.
 *
 * @param account the address of the account
 * @param container by its name
 * @param name of the object, or the beginning of names
 */
record Place(String account, String container, String name) {
    private static final String VERSION = "/v1/";

    static Place of(Binding<?> binding, String container, String name) {
        return new Place(binding.address(), container, name);
    }

    /** What is signed: what Swift itself sees of the address. */
    String path() {
        String path = URI.create(account).getPath();
        int version = path.lastIndexOf(VERSION);
        return (version < 0 ? path : path.substring(version)) + "/" + container + "/" + name;
    }

    String address() {
        return account + "/" + Encoded.encode(container) + "/"
                + Encoded.encode(name).replace("%2F", "/");
    }
}
