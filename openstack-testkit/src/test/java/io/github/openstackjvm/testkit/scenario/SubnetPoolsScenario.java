package io.github.openstackjvm.testkit.scenario;

import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.QuotaExceeded;
import io.github.openstackjvm.network.AddressScope;
import io.github.openstackjvm.network.AddressScopeSpec;
import io.github.openstackjvm.network.AddressScopes;
import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.network.Subnet;
import io.github.openstackjvm.network.SubnetPool;
import io.github.openstackjvm.network.SubnetPoolSpec;
import io.github.openstackjvm.network.SubnetPools;
import io.github.openstackjvm.network.SubnetSpec;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class SubnetPoolsScenario {

    private static SubnetPool pool(Cloud cloud, Scratch scratch, SubnetPoolSpec spec) {
        SubnetPool made = cloud.network().subnetPools().create(spec);
        scratch.undo(() -> cloud.network().subnetPools().delete(made));
        return made;
    }

    @Test
    void subnetsAreCutFromAPool(Cloud cloud, Scratch scratch) {
        SubnetPools pools = cloud.network().subnetPools();
        SubnetPool made = pool(
                cloud,
                scratch,
                SubnetPoolSpec.named(scratch.name("pool"))
                        .description("of a scenario")
                        .prefixes("10.141.0.0/16", "10.140.0.0/16")
                        .minPrefixLength(20)
                        .defaultPrefixLength(26)
                        .defaultQuota(600));
        assertThat(made.prefixes()).containsExactly("10.140.0.0/15");
        assertThat(made.ipVersion()).isEqualTo(4);
        assertThat(made.minPrefixLength()).isEqualTo(20);
        assertThat(made.maxPrefixLength()).isEqualTo(32);
        assertThat(made.defaultPrefixLength()).isEqualTo(26);
        assertThat(made.defaultQuota()).isEqualTo(600);
        assertThat(made.shared()).isFalse();
        assertThat(made.addressScopeId()).isNull();

        Lan lan = new Lan(cloud, scratch);
        Network network = lan.network("lan");
        SubnetSpec any = new SubnetSpec().network(network).ipVersion(4).subnetPool(made);
        Subnet first = lan.subnet(any);
        assertThat(first.cidr()).isEqualTo("10.140.0.0/26");
        assertThat(first.subnetPoolId()).isEqualTo(made.id());
        assertThat(lan.subnet(any.copy().prefixLength(24)).cidr()).isEqualTo("10.140.1.0/24");
        assertThat(lan.subnet(SubnetSpec.of(network, "10.141.7.0/24").subnetPool(made.name()))
                        .cidr())
                .isEqualTo("10.141.7.0/24");
        assertThatExceptionOfType(QuotaExceeded.class)
                .isThrownBy(() -> lan.subnet(any.copy().prefixLength(24)))
                .withMessageContaining("Per-tenant subnet pool prefix quota exceeded.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> lan.subnet(any.copy().prefixLength(19)))
                .withMessageContaining(
                        "Unable to allocate subnet with prefix length 19, minimum allowed prefix is 20.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> lan.subnet(SubnetSpec.of(network, "10.150.0.0/24")))
                .withMessageContaining(
                        "Subnets hosted on the same network must be allocated from the same subnet pool.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> pools.delete(made))
                .withMessageContaining("Unable to delete subnet pool: Subnet pool has existing allocations.");
        assertThat(cloud.network().subnets().list().subnetPool(made).count()).isEqualTo(3);
    }

    @Test
    void aPoolIsChanged(Cloud cloud, Scratch scratch) {
        SubnetPools pools = cloud.network().subnetPools();
        SubnetPool made =
                pool(cloud, scratch, SubnetPoolSpec.named(scratch.name("pool")).prefixes("10.142.0.0/16"));
        SubnetPool changed = pools.update(
                made,
                pools.changes()
                        .name(scratch.name("other"))
                        .minPrefixLength(18)
                        .defaultPrefixLength(24)
                        .maxPrefixLength(28)
                        .prefixes("10.142.0.0/16", "10.143.0.0/16"));
        assertThat(changed.name()).isEqualTo(scratch.name("other"));
        assertThat(changed.prefixes()).containsExactly("10.142.0.0/15");
        assertThat(changed.maxPrefixLength()).isEqualTo(28);
        assertThat(pools.addPrefixes(made, List.of("10.160.0.0/16"))).containsExactly("10.142.0.0/15", "10.160.0.0/16");
        assertThat(pools.removePrefixes(made.id(), List.of("10.142.0.0/16")))
                .containsExactly("10.143.0.0/16", "10.160.0.0/16");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> pools.update(made, pools.changes().prefixes("10.160.0.0/16")))
                .withMessageContaining("Existing prefixes must be a subset of the new prefixes.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() ->
                        pools.create(SubnetPoolSpec.named(scratch.name("mixed")).prefixes("10.0.0.0/8", "fd00::/48")))
                .withMessageContaining("Cannot mix IPv4 and IPv6 prefixes in a subnet pool.");

        Lan lan = new Lan(cloud, scratch);
        Network network = lan.network("lan");
        Subnet subnet = lan.subnet(network, "10.170.0.0/24");
        pools.onboard(made, network);
        assertThat(cloud.network().subnets().get(subnet).subnetPoolId()).isEqualTo(made.id());
        assertThat(pools.get(made).prefixes()).contains("10.170.0.0/24");
        pools.tags(made).add("blue");
        assertThat(pools.list()
                        .tags("blue")
                        .name(changed.name())
                        .ipVersion(4)
                        .one()
                        .tags())
                .containsExactly("blue");
        assertThat(pools.list()
                        .name(changed.name())
                        .minPrefixLength(18)
                        .maxPrefixLength(28)
                        .shared(false)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void inAScopeAddressesOccurOnce(Cloud cloud, Scratch scratch) {
        AddressScopes scopes = cloud.network().addressScopes();
        AddressScope scope = scopes.create(AddressScopeSpec.named(scratch.name("scope"), 4));
        scratch.undo(() -> scopes.delete(scope));
        assertThat(scope.ipVersion()).isEqualTo(4);
        assertThat(scope.shared()).isFalse();
        SubnetPool made = pool(
                cloud,
                scratch,
                SubnetPoolSpec.named(scratch.name("pool"))
                        .prefixes("10.144.0.0/16")
                        .addressScope(scope.name()));
        assertThat(made.addressScopeId()).isEqualTo(scope.id());
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> pool(
                        cloud,
                        scratch,
                        SubnetPoolSpec.named(scratch.name("twin"))
                                .prefixes("10.144.7.0/24")
                                .addressScope(scope)))
                .withMessageContaining("subnetpools within an address scope must have unique prefixes.");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> scopes.delete(scope))
                .withMessageContaining("There are one or more subnet pools in use on the address scope.");
        Lan lan = new Lan(cloud, scratch);
        Network network = lan.network("lan");
        lan.subnet(
                new SubnetSpec().network(network).ipVersion(4).subnetPool(made).prefixLength(24));
        assertThat(cloud.network().networks().get(network).ipv4AddressScopeId()).isEqualTo(scope.id());
        assertThat(scopes.update(scope, scopes.changes().name(scratch.name("other")))
                        .name())
                .isEqualTo(scratch.name("other"));
        assertThat(scopes.list()
                        .name(scratch.name("other"))
                        .ipVersion(4)
                        .shared(false)
                        .one()
                        .id())
                .isEqualTo(scope.id());
        assertThat(scopes.named(scope.id()).projectId())
                .isEqualTo(cloud.session().projectId());
        cloud.network().networks().delete(network);
        assertThat(cloud.network()
                        .subnetPools()
                        .update(made, cloud.network().subnetPools().changes().noAddressScope())
                        .addressScopeId())
                .isNull();
        scopes.delete(scope);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> scopes.get(scope))
                .withMessageContaining("Address scope " + scope.id() + " could not be found.");
    }
}
