package io.github.openstackjvm.examples;

import java.net.URI;
import java.time.Duration;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.objectstore.TempUrl;

/** Makes a link with which everybody can read one object for an hour. */
public final class LendObject {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            System.out.println(link(cloud, "backups", "today/dump.sql"));
        }
    }

    // region: method
    static URI link(Cloud cloud, String container, String name) {
        return cloud.objectstore()
                .objects(container)
                .tempUrl(name, TempUrl.get().validFor(Duration.ofHours(1)));
    }
    // endregion

    private LendObject() {}
}
