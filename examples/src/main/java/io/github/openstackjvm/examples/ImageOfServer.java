package io.github.openstackjvm.examples;

import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.compute.Servers;
import io.github.openstackjvm.image.Image;

/** Makes an image of a server and waits until it can be used. */
public final class ImageOfServer {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            System.out.println(capture(cloud, "web-1", "web-golden").id());
        }
    }

    // region: method
    static Image capture(Cloud cloud, String server, String name) {
        Servers servers = cloud.compute().servers();
        return servers.createImage(servers.named(server), name, Map.of("built_by", "nightly"))
                .join();
    }
    // endregion

    private ImageOfServer() {}
}
