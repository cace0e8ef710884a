package io.github.openstackjvm.compute;

import java.util.List;
import java.util.Map;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Needs;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Until;
import io.github.openstackjvm.resource.VersionRange;
import org.jspecify.annotations.Nullable;

/** What belongs to one server: each is a collection or a view of its own, found by the server. */
public abstract sealed class ServerParts extends NamedCollection<Server> permits ServerActions {
    private static final Needs DIAGNOSTICS = Needs.NONE.and("diagnostics in a common form", VersionRange.since(2, 48));
    private static final Needs OLDER_DIAGNOSTICS =
            Needs.NONE.and("the hypervisor's own diagnostics", VersionRange.until(2, 47));
    private static final Needs TOPOLOGY = Needs.NONE.and("the topology of a server", VersionRange.since(2, 78));

    @Wire(path = "/servers/{parent}", max = "2.78")
    interface PartsApi {
        @Keyed("addresses")
        @RequestLine("GET /ips")
        Map<String, List<Server.Address>> addresses(Call call);

        @RequestLine("GET /ips/{network}")
        Map<String, List<Server.Address>> addresses(@Param("network") String network, Call call);

        @Keyed("security_groups")
        @RequestLine("GET /os-security-groups")
        List<ServerSecurityGroup> securityGroups(Call call);

        @RequestLine("GET /diagnostics")
        ServerDiagnostics diagnostics(Call call);

        @RequestLine("GET /diagnostics")
        Map<String, Object> hypervisorDiagnostics(Call call);

        @RequestLine("GET /topology")
        ServerTopology topology(Call call);
    }

    private final Binding<ServerActions.Api> binding;

    ServerParts(Binding<ServerActions.Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** The volumes of one. {@code /servers/{id}/os-volume_attachments}. */
    public VolumeAttachments attachments(Ref<Server> ref) {
        return new VolumeAttachments(binding.below(idOf(ref), VolumeAttachments.Api.class));
    }

    /** The volumes of the one with this id. */
    public VolumeAttachments attachments(String id) {
        return attachments(Ref.id(id));
    }

    /** The ports of one. {@code /servers/{id}/os-interface}. */
    public ServerInterfaces interfaces(Ref<Server> ref) {
        return new ServerInterfaces(binding.below(idOf(ref), ServerInterfaces.Api.class));
    }

    /** The ports of the one with this id. */
    public ServerInterfaces interfaces(String id) {
        return interfaces(Ref.id(id));
    }

    /** The shares of one. {@code /servers/{id}/shares}. */
    @Since("2.97")
    public ServerShares shares(Ref<Server> ref) {
        return new ServerShares(binding.below(idOf(ref), ServerShares.Api.class));
    }

    /** The shares of the one with this id. */
    @Since("2.97")
    public ServerShares shares(String id) {
        return shares(Ref.id(id));
    }

    /** What was done to one. {@code /servers/{id}/os-instance-actions}. */
    public InstanceActions actions(Ref<Server> ref) {
        return new InstanceActions(binding.below(idOf(ref), InstanceActions.Api.class));
    }

    /** What was done to the one with this id. */
    public InstanceActions actions(String id) {
        return actions(Ref.id(id));
    }

    /** The live migrations of one that go on. {@code /servers/{id}/migrations}. */
    @Since("2.22")
    public ServerMigrations migrations(Ref<Server> ref) {
        return new ServerMigrations(binding.below(idOf(ref), ServerMigrations.Api.class));
    }

    /** The live migrations of the one with this id that go on. */
    @Since("2.22")
    public ServerMigrations migrations(String id) {
        return migrations(Ref.id(id));
    }

    /** Ways to the console of one. {@code /servers/{id}/remote-consoles}. */
    public RemoteConsoles consoles(Ref<Server> ref) {
        return new RemoteConsoles(binding.below(idOf(ref), RemoteConsoles.Api.class));
    }

    /** Ways to the console of the one with this id. */
    public RemoteConsoles consoles(String id) {
        return consoles(Ref.id(id));
    }

    /** The password that the guest of one made up. {@code /servers/{id}/os-server-password}. */
    public ServerPassword password(Ref<Server> ref) {
        return new ServerPassword(binding.below(idOf(ref), ServerPassword.Api.class));
    }

    /** The password that the guest of the one with this id made up. */
    public ServerPassword password(String id) {
        return password(Ref.id(id));
    }

    /**
     * The addresses of one, by the name of the network, without types and ports. {@code GET /servers/{id}/ips}.
     */
    public Map<String, List<Server.Address>> addresses(Ref<Server> ref) {
        Binding<PartsApi> parts = binding.below(idOf(ref), PartsApi.class);
        return parts.api().addresses(parts.call());
    }

    /** The same for the one with this id. */
    public Map<String, List<Server.Address>> addresses(String id) {
        return addresses(Ref.id(id));
    }

    /**
     * The addresses of one in the network of this name. {@code GET /servers/{id}/ips/{network}}.
     *
     * @throws io.github.openstackjvm.error.NotFound when it has none there
     */
    public List<Server.Address> addresses(Ref<Server> ref, String network) {
        Binding<PartsApi> parts = binding.below(idOf(ref), PartsApi.class);
        return parts.api().addresses(network, parts.call()).getOrDefault(network, List.of());
    }

    /** The same for the one with this id. */
    public List<Server.Address> addresses(String id, String network) {
        return addresses(Ref.id(id), network);
    }

    /**
     * The security groups of the ports of one. {@code GET /servers/{id}/os-security-groups}.
     */
    public List<ServerSecurityGroup> securityGroups(Ref<Server> ref) {
        Binding<PartsApi> parts = binding.below(idOf(ref), PartsApi.class);
        return parts.api().securityGroups(parts.call());
    }

    /** The same for the one with this id. */
    public List<ServerSecurityGroup> securityGroups(String id) {
        return securityGroups(Ref.id(id));
    }

    /**
     * What the hypervisor measures of one that runs. {@code GET /servers/{id}/diagnostics}; for administrators.
     *
     * @throws io.github.openstackjvm.error.Conflict when it does not run
     */
    @Since("2.48")
    public ServerDiagnostics diagnostics(Ref<Server> ref) {
        Binding<PartsApi> parts = binding.below(idOf(ref), PartsApi.class);
        return parts.api().diagnostics(parts.call(DIAGNOSTICS));
    }

    /** The same for the one with this id. */
    @Since("2.48")
    public ServerDiagnostics diagnostics(String id) {
        return diagnostics(Ref.id(id));
    }

    /**
     * The same as the hypervisor says it, each with names of its own. {@code GET /servers/{id}/diagnostics}; for administrators.
     */
    @Until("2.47")
    public Map<String, @Nullable Object> hypervisorDiagnostics(Ref<Server> ref) {
        Binding<PartsApi> parts = binding.below(idOf(ref), PartsApi.class);
        return parts.api().hypervisorDiagnostics(parts.call(OLDER_DIAGNOSTICS));
    }

    /** The same for the one with this id. */
    @Until("2.47")
    public Map<String, @Nullable Object> hypervisorDiagnostics(String id) {
        return hypervisorDiagnostics(Ref.id(id));
    }

    /**
     * How the CPUs and memory of one are spread over NUMA nodes. {@code GET /servers/{id}/topology}.
     */
    @Since("2.78")
    public ServerTopology topology(Ref<Server> ref) {
        Binding<PartsApi> parts = binding.below(idOf(ref), PartsApi.class);
        return parts.api().topology(parts.call(TOPOLOGY));
    }

    /** The same for the one with this id. */
    @Since("2.78")
    public ServerTopology topology(String id) {
        return topology(Ref.id(id));
    }
}
