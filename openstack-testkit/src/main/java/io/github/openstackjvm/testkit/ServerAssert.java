package io.github.openstackjvm.testkit;

import java.util.Map;
import java.util.Objects;

import io.github.openstackjvm.testkit.compute.FakeCompute;

/** Assertions about a server, as Nova knows it now. To look at it ends nothing that is under way with it. */
public final class ServerAssert extends ResourceAssert<ServerAssert> {
    ServerAssert(Found found) {
        super(found, ServerAssert.class);
    }

    /** It runs. */
    public ServerAssert isActive() {
        return hasStatus("ACTIVE");
    }

    /** Its status is this one, in Nova's words, such as {@code SHUTOFF}. */
    public ServerAssert hasStatus(String status) {
        String is = FakeCompute.statusOf(row());
        if (!is.equals(status)) {
            failWithMessage("Expected %s to be %s, but it is %s", found(), status, is);
        }
        return this;
    }

    /** It has the size of the flavor of this name or id. */
    public ServerAssert hasFlavor(String nameOrId) {
        Map<String, Object> flavor = row().object("flavor");
        if (!nameOrId.equals(flavor.get("name")) && !nameOrId.equals(flavor.get("id"))) {
            failWithMessage("Expected %s to have the flavor %s, but it is <%s>", found(), nameOrId, flavor.get("name"));
        }
        return this;
    }

    /** It has this pair of metadata. */
    public ServerAssert hasMetadata(String key, String value) {
        Object is = row().object("metadata").get(key);
        if (!Objects.equals(is, value)) {
            failWithMessage("Expected %s to have the metadata %s=%s, but it is <%s>", found(), key, value, is);
        }
        return this;
    }

    /** It has this volume, attached or about to be. */
    public ServerAssert hasVolume(String id) {
        String server = row().id();
        if (found().in("compute/block_devices")
                .where(device -> device.is("server", server) && device.is("volume_id", id))
                .isEmpty()) {
            failWithMessage("Expected %s to have the volume %s", found(), id);
        }
        return this;
    }
}
