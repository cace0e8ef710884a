package io.github.openstackjvm.compute;

import java.util.List;

import io.github.openstackjvm.resource.Spec;

/** A share that a server is to have. */
public final class ServerShareSpec extends Spec<ServerShareSpec> {

    /** The share of Manila with this id. */
    public static ServerShareSpec of(String shareId) {
        return new ServerShareSpec().shareId(shareId);
    }

    /** The share of Manila with this id. */
    public ServerShareSpec shareId(String shareId) {
        return set("share_id", shareId);
    }

    /** By which the guest mounts it; the share's id unless said otherwise. */
    public ServerShareSpec tag(String tag) {
        return set("tag", tag);
    }

    @Override
    protected List<String> required() {
        return List.of("share_id");
    }
}
