package io.github.openstackjvm.testkit.scenario;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.compute.ServerGroup;
import io.github.openstackjvm.compute.ServerGroupSpec;
import io.github.openstackjvm.compute.ServerGroups;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class ServerGroupsScenario {

    @Test
    void aGroupIsMadeListedFoundAndDeleted(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        ServerGroups groups = cloud.compute().serverGroups();
        for (String each : List.of("a", "b", "c")) {
            ServerGroup made = groups.create(ServerGroupSpec.named(scratch.name(each))
                    .policy("anti-affinity")
                    .maxServersPerHost(2));
            scratch.undo(() -> groups.delete(made));
        }
        ServerGroup one = groups.named(scratch.name("b"));
        assertThat(one.policy()).isEqualTo("anti-affinity");
        assertThat(one.rules()).isEqualTo(Map.of("max_server_per_host", 2));
        assertThat(one.members()).isEmpty();
        assertThat(one.projectId()).isEqualTo(cloud.session().projectId());
        assertThat(groups.get(one)).isEqualTo(one);
        assertThat(cloud.compute().at("2.13").serverGroups().get(one).policies())
                .containsExactly("anti-affinity");

        List<String> all = groups.list().stream().map(ServerGroup::id).toList();
        assertThat(all).contains(one.id()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(groups.list().pageSize(1).stream().map(ServerGroup::id)).containsExactlyElementsOf(all);
        assertThat(admin.compute().serverGroups().list().allProjects().stream().map(ServerGroup::id))
                .contains(one.id());

        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> groups.create(ServerGroupSpec.named(scratch.name("bad"))
                        .policy("affinity")
                        .maxServersPerHost(2)))
                .withMessageContaining("Only anti-affinity policy supports rules.");
        groups.delete(one);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> groups.get(one))
                .withMessageContaining("Instance group " + one.id() + " could not be found.");
    }
}
