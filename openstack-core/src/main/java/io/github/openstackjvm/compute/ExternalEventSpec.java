package io.github.openstackjvm.compute;

import java.util.List;

import io.github.openstackjvm.resource.Spec;
import io.github.openstackjvm.resource.VersionRange;

/** An event to tell Nova of. */
public final class ExternalEventSpec extends Spec<ExternalEventSpec> {

    /** This happened to the server with this id. */
    public static ExternalEventSpec of(EventName name, String serverId) {
        return new ExternalEventSpec().name(name).serverId(serverId);
    }

    /** What happened. */
    public ExternalEventSpec name(EventName name) {
        VersionRange range = switch (name.value()) {
            case "volume-extended" -> since(2, 51);
            case "power-update" -> since(2, 76);
            case "accelerator-request-bound" -> since(2, 82);
            case "volume-reimaged" -> since(2, 93);
            default -> VersionRange.ANY;
        };
        return set("name", name, range);
    }

    /** The id of the server. */
    public ExternalEventSpec serverId(String serverId) {
        return set("server_uuid", serverId);
    }

    /** {@code completed} unless said otherwise; {@code failed} or {@code in-progress}. */
    public ExternalEventSpec status(String status) {
        return set("status", status);
    }

    /**
     * The id of the port, volume or accelerator request; {@code POWER_ON} or {@code POWER_OFF}. Required for all but the
     * events of networks.
     */
    public ExternalEventSpec tag(String tag) {
        return set("tag", tag);
    }

    @Override
    protected List<String> required() {
        return List.of("name", "server_uuid");
    }
}
