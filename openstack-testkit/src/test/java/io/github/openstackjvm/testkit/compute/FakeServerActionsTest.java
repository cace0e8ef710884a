package io.github.openstackjvm.testkit.compute;

import io.github.openstackjvm.testkit.OpenStackTest;
import io.github.openstackjvm.testkit.Wire;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What Nova answered to the same actions. */
@OpenStackTest
class FakeServerActionsTest extends PlainServers {
    @Test
    void statesForbidActions() {
        String id = made("'networks':'none'");
        String cannot = "Cannot '%s' instance " + id + " while it is in vm_state %s";
        act(id, "{'os-start':null}").refused(409, String.format(cannot, "start", "active"));
        act(id, "{'os-stop':null}").is(202);
        assertThat(status(id)).isEqualTo("SHUTOFF");
        act(id, "{'reboot':{'type':'SOFT'}}").refused(409, String.format(cannot, "reboot", "stopped"));
        act(id, "{'reboot':{'type':'HARD'}}").is(202);
        assertThat(status(id)).isEqualTo("ACTIVE");
        act(id, "{'pause':null}").is(202);
        act(id, "{'os-stop':null}").refused(409, String.format(cannot, "stop", "paused"));
        act(id, "{'unpause':null}").is(202);
        act(id, "{'unrescue':null}").refused(409, String.format(cannot, "unrescue", "active"));
        act(id, "{'rescue':null}")
                .refused(400, "Instance " + id + " cannot be rescued: Cannot rescue a volume-backed instance");
        act(id, "{'restore':null}").refused(409, String.format(cannot, "restore", "active"));
        act(id, "{'createBackup':{'name':'b','backup_type':'daily','rotation':1}}")
                .refused(400, "Backup is not supported for volume-backed instances.");
        act(id, "{'nosuch':null}").refused(400, "There is no such action: nosuch");
        act(id, "{'pause':null,'x':null}").refused(400, "Malformed request body");
        act(id, "{'resetNetwork':null}")
                .refused(410, "This resource is no longer available. No forwarding address is given.");
    }

    @Test
    void busyServersRefuse() {
        String id = made("'networks':'none'");
        fake.transitions().of("server").never();
        act(id, "{'os-stop':null}").is(202);
        assertThat(demo.get(SERVERS + "/" + id)
                        .at("/server/OS-EXT-STS:task_state")
                        .asText())
                .isEqualTo("powering-off");
        act(id, "{'pause':null}")
                .refused(409, "Cannot 'pause' instance " + id + " while it is in task_state powering-off");
        demo.delete(SERVERS + "/" + id).is(204);
        assertThat(demo.get(SERVERS + "/" + id)
                        .at("/server/OS-EXT-STS:task_state")
                        .asText())
                .isEqualTo("deleting");
        fake.finishTransitions();
        demo.get(SERVERS + "/" + id).is(404);
    }

    @Test
    void locksKeepOthersOut() {
        String id = made("'networks':'none'");
        act(id, "{'lock':{'locked_reason':'mine'}}").is(202);
        String locked = "Instance " + id + " is locked";
        act(id, "{'os-stop':null}").refused(409, locked);
        demo.delete(SERVERS + "/" + id).refused(409, locked);
        act(id, "{'changePassword':{'adminPass':'x'}}")
                .refused(409, "Instance " + id + " is in an invalid state for 'changePassword'");
        assertThat(demo.get(SERVERS + "/" + id).at("/server/locked_reason").asText())
                .isEqualTo("mine");
        Wire admin = Wire.as(fake, "admin").at("2.93");
        admin.post(SERVERS + "/" + id + "/action", "{'os-stop':null}").is(202);
        act(id, "{'unlock':null}").is(202);
        admin.post(SERVERS + "/" + id + "/action", "{'lock':null}").is(202);
        act(id, "{'unlock':null}")
                .refused(
                        403,
                        "Policy doesn't allow os_compute_api:os-lock-server:unlock:unlock_override to be performed.");
    }

    @Test
    void administratorsActionsNeedOne() {
        String id = made("'networks':'none'");
        String[][] rules = {
            {"{'migrate':null}", "os-migrate-server:migrate"},
            {"{'os-migrateLive':{'host':null,'block_migration':'auto'}}", "os-migrate-server:migrate_live"},
            {"{'evacuate':{}}", "os-evacuate"},
            {"{'os-resetState':{'state':'error'}}", "os-admin-actions:reset_state"},
            {"{'injectNetworkInfo':null}", "os-admin-actions:inject_network_info"},
            {"{'shelveOffload':null}", "os-shelve:shelve_offload"},
        };
        for (String[] rule : rules) {
            act(id, rule[0]).refused(403, "Policy doesn't allow os_compute_api:" + rule[1] + " to be performed.");
        }
        demo.get(SERVERS + "/" + id + "/diagnostics")
                .refused(403, "Policy doesn't allow os_compute_api:os-server-diagnostics to be performed.");
        demo.get(SERVERS + "/" + id + "/migrations")
                .refused(403, "Policy doesn't allow os_compute_api:servers:migrations:index to be performed.");
    }

    @Test
    void actionsHaveTheirMicroversions() {
        String id = made("'networks':[{'uuid':'" + network + "'}]");
        Wire old = demo.at("2.43");
        old.post(SERVERS + "/" + id + "/action", "{'addFixedIp':{'networkId':'" + network + "'}}")
                .is(202);
        assertThat(demo.get(SERVERS + "/" + id + "/ips").at("/addresses/private"))
                .hasSize(2);
        String second = demo.get(SERVERS + "/" + id + "/ips")
                .at("/addresses/private/1/addr")
                .asText();
        old.post(SERVERS + "/" + id + "/action", "{'removeFixedIp':{'address':'" + second + "'}}")
                .is(202);
        assertThat(demo.get(SERVERS + "/" + id + "/ips").at("/addresses/private"))
                .hasSize(1);
        act(id, "{'addFixedIp':{'networkId':'" + network + "'}}").refused(404, "The resource could not be found.");
        demo.at("2.16")
                .post(SERVERS + "/" + id + "/action", "{'trigger_crash_dump':null}")
                .refused(404, "The resource could not be found.");
        demo.at("2.5")
                .post(SERVERS + "/" + id + "/action", "{'os-getVNCConsole':{'type':'novnc'}}")
                .is(200);
        act(id, "{'os-getVNCConsole':{'type':'novnc'}}").is(404);
        demo.post(SERVERS + "/" + id + "/remote-consoles", "{'remote_console':{'protocol':'serial','type':'serial'}}")
                .refused(400, "Unavailable console type serial.");
    }

    @Test
    void whatFailsIsTold() {
        fake.transitions().of("server").fails("out of memory").times(1);
        String id = made("'networks':'none'");
        Wire.Answer broken = demo.get(SERVERS + "/" + id);
        assertThat(broken.at("/server/status").asText()).isEqualTo("ERROR");
        assertThat(broken.at("/server/fault/message").asText()).isEqualTo("out of memory");
        Wire.Answer actions =
                demo.get(SERVERS + "/" + id + "/os-instance-actions").is(200);
        assertThat(actions.at("/instanceActions/0/message").asText()).isEqualTo("Error");
        String request = actions.at("/instanceActions/0/request_id").asText();
        Wire.Answer action =
                Wire.as(fake, "admin").at("2.84").get(SERVERS + "/" + id + "/os-instance-actions/" + request);
        assertThat(action.at("/instanceAction/events/0/result").asText()).isEqualTo("Error");
        assertThat(action.at("/instanceAction/events/0/details").asText()).isEqualTo("out of memory");
    }
}
