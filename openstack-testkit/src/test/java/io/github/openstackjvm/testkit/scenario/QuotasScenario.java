package io.github.openstackjvm.testkit.scenario;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.compute.ProjectLimits;
import io.github.openstackjvm.compute.Quota;
import io.github.openstackjvm.compute.QuotaClasses;
import io.github.openstackjvm.compute.QuotaDetails;
import io.github.openstackjvm.compute.QuotaSpec;
import io.github.openstackjvm.compute.Quotas;
import io.github.openstackjvm.compute.ServerGroup;
import io.github.openstackjvm.compute.ServerGroupSpec;
import io.github.openstackjvm.compute.ServerGroups;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.UnsupportedMicroversion;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class QuotasScenario {

    @Test
    void everybodyReadsTheirOwnLimits(Cloud cloud, @As("admin") Cloud admin) {
        ProjectLimits limits = cloud.compute().limits().get();
        assertThat(limits.rates()).isEmpty();
        Quota quota = cloud.compute().quotas().of(cloud.session().projectId());
        assertThat(limits.absolute().maxServers()).isEqualTo(quota.servers());
        assertThat(limits.absolute().maxCores()).isEqualTo(quota.cores());
        assertThat(limits.absolute().maxRamMiB()).isEqualTo(quota.ramMiB());
        assertThat(limits.absolute().maxKeypairs()).isEqualTo(quota.keypairs());
        assertThat(limits.absolute().maxServerMetadata()).isEqualTo(quota.metadataItems());
        assertThat(limits.absolute().maxServerGroups()).isEqualTo(quota.serverGroups());
        assertThat(limits.absolute().maxServerGroupMembers()).isEqualTo(quota.serverGroupMembers());
        assertThat(limits.absolute().serversUsed()).isNotNull();
        assertThat(limits.absolute().maxPersonality()).isNull();
        assertThat(limits.absolute().extras()).isEmpty();
        assertThat(cloud.compute().limits().withReserved().get().absolute().maxServers())
                .isEqualTo(quota.servers());

        ProjectLimits.Absolute old = cloud.compute().at("2.1").limits().get().absolute();
        assertThat(old.maxImageMetadata()).isEqualTo(128);
        assertThat(old.maxPersonality()).isEqualTo(5);
        assertThat(old.maxPersonalityBytes()).isEqualTo(10_240);
        assertThat(old.maxFloatingIps()).isEqualTo(-1);
        assertThat(old.floatingIpsUsed()).isZero();
        assertThat(old.maxSecurityGroups()).isEqualTo(-1);
        assertThat(old.maxSecurityGroupRules()).isEqualTo(-1);
        assertThat(old.securityGroupsUsed()).isZero();
        assertThat(old.extras()).isEmpty();
        ProjectLimits.Absolute between =
                cloud.compute().at("2.39").limits().get().absolute();
        assertThat(between.maxFloatingIps()).isNull();
        assertThat(between.maxImageMetadata()).isNull();
        assertThat(between.maxPersonality()).isEqualTo(5);

        String project = cloud.session().projectId();
        assertThat(admin.compute().limits().of(project).absolute().maxServers()).isEqualTo(quota.servers());
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.compute().limits().of(project))
                .withMessageContaining("Policy doesn't allow os_compute_api:limits:other_project to be performed.");
    }

    @Test
    void whatIsMadeCounts(Cloud cloud, Scratch scratch) {
        String project = cloud.session().projectId();
        ServerGroups groups = cloud.compute().serverGroups();
        int before = cloud.compute().quotas().details(project).serverGroups().inUse();
        ServerGroup group =
                groups.create(ServerGroupSpec.named(scratch.name("group")).policy("affinity"));
        scratch.undo(() -> groups.delete(group));
        QuotaDetails details = cloud.compute().quotas().details(project);
        assertThat(details.id()).isEqualTo(project);
        assertThat(details.serverGroups()).isEqualTo(new QuotaDetails.Usage(50, before + 1, 0));
        assertThat(details.keypairs()).isEqualTo(new QuotaDetails.Usage(200, 0, 0));
        assertThat(details.cores()).isNotNull();
        assertThat(details.injectedFiles()).isNull();
        assertThat(details.extras()).isEmpty();
        assertThat(cloud.compute().limits().get().absolute().serverGroupsUsed()).isGreaterThanOrEqualTo(before + 1);
        assertThat(cloud.compute()
                        .quotas()
                        .ofUser(cloud.session().userId())
                        .details(project)
                        .serverGroups())
                .isNotNull();
    }

    @Test
    void anAdministratorSetsAndResetsThem(@As("alt_demo") Cloud other, @As("admin") Cloud admin, Scratch scratch) {
        String project = other.session().projectId();
        Quotas quotas = admin.compute().quotas();
        scratch.undo(() -> quotas.reset(project));
        Quota defaults = quotas.defaults(project);
        assertThat(defaults.id()).isEqualTo(project);
        assertThat(defaults.servers()).isEqualTo(50);
        assertThat(defaults.cores()).isEqualTo(200);
        assertThat(defaults.ramMiB()).isEqualTo(512_000);
        assertThat(defaults.extras()).isEmpty();

        Quota set = quotas.update(project, new QuotaSpec().servers(60).cores(-1).ramMiB(600_000));
        assertThat(set.id()).isNull();
        assertThat(set.servers()).isEqualTo(60);
        assertThat(set.cores()).isEqualTo(-1);
        assertThat(set.keypairs()).isEqualTo(200);
        assertThat(quotas.of(project).servers()).isEqualTo(60);
        assertThat(other.compute().quotas().of(project).ramMiB()).isEqualTo(600_000);
        assertThat(other.compute().limits().get().absolute().maxServers()).isEqualTo(60);
        assertThat(quotas.defaults(project).servers()).isEqualTo(50);

        String user = other.session().userId();
        Quotas users = quotas.ofUser(user);
        assertThat(users.of(project).servers()).isEqualTo(60);
        assertThat(users.update(project, new QuotaSpec().servers(55)).servers()).isEqualTo(55);
        assertThat(users.of(project).servers()).isEqualTo(55);
        assertThat(quotas.of(project).servers()).isEqualTo(60);
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> users.update(project, new QuotaSpec().servers(61)))
                .withMessageContaining("Quota limit 61 for instances must be less than or equal to 60.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> quotas.update(project, new QuotaSpec().servers(54)))
                .withMessageContaining("Quota limit 54 for instances must be greater than or equal to already used and"
                        + " reserved 55.");
        assertThat(quotas.update(project, new QuotaSpec().servers(59).force()).servers())
                .isEqualTo(59);
        users.reset(project);
        assertThat(users.of(project).servers()).isEqualTo(59);
        quotas.reset(project);
        assertThat(quotas.of(project)).isEqualTo(defaults);
    }

    @Test
    void olderOnesHaveMore(Cloud cloud, @As("admin") Cloud admin) {
        String project = cloud.session().projectId();
        Quota old = cloud.compute().at("2.1").quotas().of(project);
        assertThat(old.injectedFiles()).isEqualTo(5);
        assertThat(old.injectedFileContentBytes()).isEqualTo(10_240);
        assertThat(old.injectedFilePathBytes()).isEqualTo(255);
        assertThat(old.floatingIps()).isEqualTo(-1);
        assertThat(old.fixedIps()).isEqualTo(-1);
        assertThat(old.securityGroups()).isEqualTo(-1);
        assertThat(old.securityGroupRules()).isEqualTo(-1);
        assertThat(cloud.compute().at("2.36").quotas().of(project).floatingIps())
                .isNull();
        assertThat(cloud.compute().at("2.36").quotas().of(project).injectedFiles())
                .isEqualTo(5);
        assertThatExceptionOfType(UnsupportedMicroversion.class)
                .isThrownBy(
                        () -> admin.compute().at("2.57").quotas().update(project, new QuotaSpec().injectedFiles(9)));
    }

    @Test
    void someThingsAreRefused(Cloud cloud, @As("admin") Cloud admin) {
        Quotas quotas = admin.compute().quotas();
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> quotas.of("nobody"))
                .withMessageContaining("Project ID nobody is not a valid project.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> quotas.update("nobody", new QuotaSpec().servers(-2)))
                .withMessageContaining("Invalid input for field/attribute instances. Value: -2. -2 is less than the"
                        + " minimum of -1");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> quotas.update("nobody", new QuotaSpec().set("cats", 1)))
                .withMessageContaining("Additional properties are not allowed ('cats' was unexpected)");
        String project = cloud.session().projectId();
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.compute().quotas().of(admin.session().projectId()))
                .withMessageContaining("Policy doesn't allow os_compute_api:os-quota-sets:show to be performed.");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.compute().quotas().update(project, new QuotaSpec().servers(99)))
                .withMessageContaining("os_compute_api:os-quota-sets:update");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.compute().quotas().reset(project))
                .withMessageContaining("os_compute_api:os-quota-sets:delete");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(
                        () -> cloud.compute().quotas().details(admin.session().projectId()))
                .withMessageContaining("os_compute_api:os-quota-sets:detail");
        assertThat(cloud.compute()
                        .quotas()
                        .defaults(admin.session().projectId())
                        .servers())
                .isEqualTo(50);
    }

    @Test
    void classesSetDefaults(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        QuotaClasses classes = admin.compute().quotaClasses();
        Quota before = classes.get("default");
        assertThat(before.id()).isEqualTo("default");
        assertThat(before.servers()).isEqualTo(50);
        // Of another class, which nothing goes by; there is no way to unset one of the default class.
        String name = scratch.name("class");
        assertThat(classes.get(name).metadataItems()).isEqualTo(128);
        Quota set = classes.update(name, new QuotaSpec().metadataItems(130));
        assertThat(set.id()).isNull();
        assertThat(set.metadataItems()).isEqualTo(130);
        assertThat(classes.get(name).metadataItems()).isEqualTo(130);
        assertThat(classes.get(name).id()).isEqualTo(name);
        assertThat(cloud.compute().limits().get().absolute().maxServerMetadata())
                .isEqualTo(128);

        Quota old = admin.compute().at("2.49").quotaClasses().get("default");
        assertThat(old.serverGroups()).isNull();
        assertThat(old.floatingIps()).isEqualTo(-1);
        assertThat(admin.compute().at("2.50").quotaClasses().get("default").serverGroups())
                .isEqualTo(50);
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.compute().quotaClasses().get("default"))
                .withMessageContaining("Policy doesn't allow os_compute_api:os-quota-class-sets:show to be performed.");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.compute().quotaClasses().update(name, new QuotaSpec().cores(1)))
                .withMessageContaining("os_compute_api:os-quota-class-sets:update");
    }
}
