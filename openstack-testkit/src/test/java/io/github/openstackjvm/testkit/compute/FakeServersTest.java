package io.github.openstackjvm.testkit.compute;

import io.github.openstackjvm.testkit.OpenStackTest;
import io.github.openstackjvm.testkit.Wire;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What Nova answered to the same requests. */
@OpenStackTest
class FakeServersTest extends PlainServers {
    @Test
    void whatIsMissingIsNamed() {
        demo.post(SERVERS, "{'x':1}").refused(400, "'server' is a required property");
        demo.post(SERVERS, "{'server':null}")
                .refused(400, ON_FIELD + "server. Value: None. None is not of type 'object'");
        demo.post(SERVERS, "{'server':{'flavorRef':'1'}}")
                .refused(400, ON_FIELD + "server. Value: {'flavorRef': '1'}. 'name' is a required property");
        demo.post(SERVERS, "{'server':{'name':'a','flavorRef':'1'}}")
                .refused(
                        400,
                        ON_FIELD + "server. Value: {'name': 'a', 'flavorRef': '1'}. 'networks' is a required property");
        demo.post(SERVERS, "{'server':{'name':'a','flavorRef':'1','networks':'none'}}")
                .refused(400, "Missing imageRef attribute");
        demo.post(SERVERS, "{'server':{'name':'a','flavorRef':'1','networks':'none','imageRef':''}}")
                .refused(400, "Missing imageRef attribute");
        demo.post(SERVERS, "{'server':{'name':'a','flavorRef':'1','networks':'none','imageRef':'" + NOBODY + "'}}")
                .refused(400, "Can not find requested image");
        demo.post(SERVERS, "{'server':{'name':'','flavorRef':'1'}}")
                .refused(400, ON_FIELD + "name. Value: . '' is too short");
        demo.post(SERVERS, "{'server':{'name':'a','flavorRef':[]}}")
                .refused(400, ON_FIELD + "flavorRef. Value: []. [] is not of type 'string', 'integer'");
        demo.post(SERVERS, "{'server':{'name':'a','flavorRef':'nosuch','networks':'none'," + DISK + "}}")
                .refused(400, "Flavor nosuch could not be found.");
    }

    @Test
    void olderListsAreCutByAnOffset() {
        for (String name : new String[] {"a", "b", "c"}) {
            demo.post("/compute/v2.1/os-server-groups", "{'server_group':{'name':'" + name + "','policy':'affinity'}}")
                    .is(200);
        }
        assertThat(names("")).isEqualTo("abc");
        assertThat(names("?limit=0&offset=1")).isEqualTo("bc");
        assertThat(names("?limit=1&offset=1")).isEqualTo("b");
        assertThat(names("?offset=99999999999")).isEmpty();
        demo.get("/compute/v2.1/os-server-groups?limit=")
                .refused(400, "Invalid input for query parameters limit. Value: . '' is too short");
    }

    private String names(String query) {
        return String.join(
                "",
                demo.get("/compute/v2.1/os-server-groups" + query)
                        .at("/server_groups")
                        .findValuesAsText("name"));
    }

    @Test
    void networksAreChecked() {
        refused(
                "'networks':'odd'",
                ON_FIELD + "networks. Value: odd. 'odd' is not valid under any of the given schemas");
        refused("'networks':[{}]", "Bad network format: missing 'uuid'");
        refused("'networks':[{'uuid':'" + NOBODY + "'}]", "Network " + NOBODY + " could not be found.");
        refused("'networks':[{'port':'" + NOBODY + "'}]", "Port id " + NOBODY + " could not be found.");
        refused(
                "'networks':[{'port':'" + NOBODY + "','fixed_ip':'1.2.3.4'}]",
                "Specified Fixed IP '1.2.3.4' cannot be used with port '" + NOBODY
                        + "': the two cannot be specified together.");
        refused(
                "'networks':[{'port':'" + NOBODY + "'},{'port':'" + NOBODY + "'}]",
                "Port ID '" + NOBODY + "' was specified twice: you cannot attach a port multiple times.");
        refusedAt(
                "2.1",
                "'networks':[{'uuid':'x'}]",
                400,
                "Bad networks format: network uuid is not in proper format (x)");
        create(demo.at("2.36"), "'networks':[{'uuid':'" + network + "','tag':'t'}]")
                .is(202);
        create(demo.at("2.40"), "'networks':[{'uuid':'" + network + "','tag':'t'}]")
                .is(400);
        create(demo.at("2.42"), "'networks':[{'uuid':'" + network + "','tag':'t'}]")
                .is(202);
    }

    @Test
    void theOnlyNetworkIsFoundAndSeveralAreNot() {
        String first = create(demo.at("2.36"), "'max_count':1")
                .is(202)
                .at("/server/id")
                .asText();
        assertThat(demo.get(SERVERS + "/" + first).names("/server/addresses")).containsExactly("private");
        demo.post("/network/v2.0/networks", "{'network':{'name':'other'}}").is(201);
        refusedAt(
                "2.36",
                "'max_count':1",
                409,
                "Multiple possible networks found, use a Network ID to be more specific.");
        create(demo, "'networks':'auto'")
                .refused(409, "Multiple possible networks found, use a Network ID to be more specific.");
    }

    @Test
    void addressesComeFromTheSubnet() {
        String id = made("'networks':[{'uuid':'" + network + "','fixed_ip':'10.0.0.77'}]");
        assertThat(demo.get(SERVERS + "/" + id)
                        .at("/server/addresses/private/0/addr")
                        .asText())
                .isEqualTo("10.0.0.77");
        refused(
                "'networks':[{'uuid':'" + network + "','fixed_ip':'10.0.0.77'}]",
                "Fixed IP address 10.0.0.77 is already in use on instance " + id + ".");
        String lost = made("'networks':[{'uuid':'" + network + "','fixed_ip':'10.9.9.9'}]");
        Wire.Answer broken = demo.get(SERVERS + "/" + lost);
        assertThat(broken.at("/server/status").asText()).isEqualTo("ERROR");
        assertThat(broken.at("/server/fault/code").asInt()).isEqualTo(500);
        assertThat(broken.at("/server/fault/message").asText())
                .startsWith("Build of instance " + lost + " aborted: ")
                .contains("10.9.9.9");
        assertThat(broken.at("/server/fault/details").isMissingNode()).isTrue();
        assertThat(Wire.as(fake, "admin")
                        .get(SERVERS + "/" + lost)
                        .at("/server/fault/details")
                        .asText())
                .contains("Traceback");
        demo.delete(SERVERS + "/" + lost).is(204);
        demo.get(SERVERS + "/" + lost).is(404);
    }

    @Test
    void whatIsMadeForAServerGoesWithIt() {
        String id = made("'networks':[{'uuid':'" + network + "'}]");
        assertThat(demo.get("/network/v2.0/ports?device_id=" + id).at("/ports")).hasSize(1);
        assertThat(demo.get("/network/v2.0/ports?device_id=" + id)
                        .at("/ports/0/device_owner")
                        .asText())
                .isEqualTo("compute:nova");
        Wire.Answer volumes = demo.get("/block-storage/v3/volumes/detail");
        assertThat(volumes.at("/volumes/0/status").asText()).isEqualTo("in-use");
        assertThat(volumes.at("/volumes/0/name").asText()).isEqualTo(id + "-blank-vol");
        assertThat(volumes.at("/volumes/0/attachments/0/server_id").asText()).isEqualTo(id);
        assertThat(volumes.at("/volumes/0/attachments/0/device").asText()).isEqualTo("/dev/sda");

        demo.delete(SERVERS + "/" + id).is(204);
        demo.get(SERVERS + "/" + id).refused(404, "Instance " + id + " could not be found.");
        assertThat(demo.get("/network/v2.0/ports?device_id=" + id).at("/ports")).isEmpty();
        assertThat(demo.get("/block-storage/v3/volumes").at("/volumes")).isEmpty();
    }

    @Test
    void aPortThatWasThereStays() {
        String port = demo.post("/network/v2.0/ports", "{'port':{'network_id':'" + network + "'}}")
                .is(201)
                .at("/port/id")
                .asText();
        String id = made("'networks':[{'port':'" + port + "'}]");
        create(demo, "'networks':[{'port':'" + port + "'}]").refused(409, "Port " + port + " is still in use.");
        demo.delete(SERVERS + "/" + id).is(204);
        Wire.Answer free = demo.get("/network/v2.0/ports/" + port).is(200);
        assertThat(free.at("/port/device_id").asText()).isEmpty();
        assertThat(free.at("/port/device_owner").asText()).isEmpty();
    }

    @Test
    void otherOptionsAreChecked() {
        refused("'networks':'none','key_name':'nosuch'", "Invalid key_name provided.");
        refused(
                "'networks':'none','security_groups':[{'name':'nosuch'}]",
                "Unable to find security_group with name or id 'nosuch'");
        refused("'networks':'none','user_data':'x'", ON_FIELD + "user_data. Value: x. 'x' is not a 'base64'");
        refused("'networks':'none','metadata':{'a':1}", ON_FIELD + "a. Value: 1. 1 is not of type 'string'");
        refused("'networks':'none','availability_zone':'nosuch'", "The requested availability zone is not available");
        refused(
                "'networks':'none','availability_zone':'a:b:c:d'",
                "Invalid input received: Unable to parse availability_zone");
        refused("'networks':'none','min_count':2,'max_count':1", "min_count must be <= max_count");
        refused("'networks':'none','min_count':0", ON_FIELD + "min_count. Value: 0. 0 is less than the minimum of 1");
        refused("'networks':'none','hostname':'a'", ON_FIELD + "hostname. Value: a. 'a' is too short");
        refused(
                "'networks':'none','hostname':'aa','max_count':2",
                "Unable to allocate a single hostname to multiple instances");
        refused("'networks':'none','tags':['a,b']", ON_FIELD + "0. Value: a,b. 'a,b' does not match '^[^,/]*$'");
        refused(
                "'networks':'none','trusted_image_certificates':['c','c']",
                ON_FIELD + "trusted_image_certificates. Value: ['c', 'c']. ['c', 'c'] has non-unique elements");
        refused(
                "'networks':'none','trusted_image_certificates':['c']",
                "Image certificate validation is not supported when booting from volume");
        refused("'networks':'none','accessIPv4':'x'", ON_FIELD + "accessIPv4. Value: x. 'x' is not a 'ipv4'");
        demo.post(
                        SERVERS,
                        "{'server':{'name':'web','flavorRef':'1','networks':'none'," + DISK
                                + "},'os:scheduler_hints':{'group':'" + NOBODY + "'}}")
                .refused(400, "Instance group " + NOBODY + " could not be found.");
        demo.post(SERVERS, "{'server':{'name':'web','flavorRef':'1','networks':'none'," + DISK + "},'odd':1}")
                .refused(400, "Additional properties are not allowed ('odd' was unexpected)");
    }

    @Test
    void filesWerePutIntoServersUntil256() {
        String files = "'networks':'none','personality':[{'path':'/x','contents':'eA=='}]";
        create(demo.at("2.56"), files).is(202);
        create(demo, files).is(400);
        String several =
                "'personality':[" + "{'path':'/x','contents':'eA=='},".repeat(5) + "{'path':'/x','contents':'eA=='}]";
        refusedAt("2.56", "'networks':'none'," + several, 403, "Personality file limit exceeded");
        refusedAt(
                "2.56",
                "'networks':'none','personality':[{'path':'/" + "x".repeat(255) + "','contents':'eA=='}]",
                403,
                "Personality file path exceeds maximum 255");
    }

    @Test
    void fieldsHaveTheirMicroversions() {
        for (String[] field : new String[][] {
            {"2.19", "'description':'x'"},
            {"2.52", "'tags':['a']"},
            {"2.90", "'hostname':'some'"},
        }) {
            create(demo.at(field[0]), "'networks':'none'," + field[1]).is(field[0].equals("2.19") ? 400 : 202);
            String before = "2." + (Integer.parseInt(field[0].substring(2)) - 1);
            create(demo.at(before), field[1]).is(400);
        }
        create(demo.at("2.19"), "'description':'x'").is(202);
    }

    @Test
    void hostsAreTheAdministrators() {
        refusedAt(
                "2.93",
                "'networks':'none','availability_zone':'nova:compute1'",
                403,
                "Policy doesn't allow os_compute_api:servers:create:forced_host to be performed.");
        refusedAt(
                "2.93",
                "'networks':'none','host':'compute1'",
                403,
                "Policy doesn't allow compute:servers:create:requested_destination to be performed.");
        Wire admin = Wire.as(fake, "admin").at("2.93");
        create(admin, "'networks':'none','host':'nosuch'").refused(400, "Compute host nosuch could not be found.");
        create(admin, "'networks':'none','host':'compute1','availability_zone':'nova:compute1'")
                .refused(
                        400,
                        "One mechanism with host and/or hypervisor_hostname and another mechanism with zone:host:node are "
                                + "mutually exclusive.");
        for (String where : new String[] {"'availability_zone':'nova:compute2'", "'host':'compute2'"}) {
            String id = create(admin, "'networks':'none'," + where)
                    .is(202)
                    .at("/server/id")
                    .asText();
            assertThat(admin.get(SERVERS + "/" + id)
                            .at("/server/OS-EXT-SRV-ATTR:host")
                            .asText())
                    .isEqualTo("compute2");
        }
        String lost = create(admin, "'networks':'none','availability_zone':'nova:nosuch'")
                .is(202)
                .at("/server/id")
                .asText();
        Wire.Answer broken = admin.get(SERVERS + "/" + lost);
        assertThat(broken.at("/server/fault/message").asText())
                .isEqualTo("No valid host was found. There are not enough hosts available.");
        assertThat(broken.at("/server/hostId").asText()).isEmpty();
    }

    @Test
    void quotas() {
        fake.quota("demo", "instances", 2);
        made("'networks':'none'");
        refusedAt(
                "2.93",
                "'networks':'none','min_count':2",
                403,
                "Quota exceeded for instances: Requested 2, but already used 1 of 2 instances");
        // With room for fewer than the most, there are fewer.
        create(demo, "'networks':'none','max_count':5").is(202);
        refusedAt(
                "2.93",
                "'networks':'none'",
                403,
                "Quota exceeded for instances: Requested 1, but already used 2 of 2 instances");
        fake.quota("demo", "instances", 10);
        fake.quota("demo", "cores", 2);
        fake.quota("demo", "ram", 128);
        refusedAt(
                "2.93",
                "'networks':'none'",
                403,
                "Quota exceeded for cores, ram: Requested 1, 64, but already used 2, 128 of 2, 128 cores, ram");
        String id = demo.get(SERVERS).at("/servers/0/id").asText();
        act(id, "{'resize':{'flavorRef':'2'}}")
                .refused(403, "Quota exceeded for ram: Requested 64, but already used 128 of 128 ram");
        fake.quota("demo", "metadata_items", 1);
        refusedAt(
                "2.93",
                "'networks':'none','metadata':{'a':'b','c':'d'}",
                403,
                "Maximum number of metadata items exceeds 1");
    }

    @Test
    void severalAreNumbered() {
        Wire.Answer answer = create(demo, "'networks':'none','max_count':2,'return_reservation_id':true")
                .is(202);
        String reservation = answer.at("/reservation_id").asText();
        assertThat(answer.names("")).containsExactly("reservation_id");
        Wire.Answer list =
                demo.get(SERVERS + "/detail?reservation_id=" + reservation + "&sort_key=display_name&sort_dir=asc");
        assertThat(list.texts("OS-EXT-SRV-ATTR:hostname")).containsExactly("web-1", "web-2");
        assertThat(demo.get(SERVERS + "?name=web-1").texts("name")).containsExactly("web-1");
    }

    @Test
    void shapesFollowTheMicroversion() {
        String id = made("'networks':'none','description':'d','tags':['b','a']");
        String[][] since = {
            {"2.9", "locked"},
            {"2.19", "description"},
            {"2.26", "tags"},
            {"2.63", "trusted_image_certificates"},
            {"2.71", "server_groups"},
            {"2.73", "locked_reason"},
            {"2.90", "OS-EXT-SRV-ATTR:hostname"},
        };
        for (String[] field : since) {
            String before = "2." + (Integer.parseInt(field[0].substring(2)) - 1);
            assertThat(demo.at(field[0]).get(SERVERS + "/" + id).names("/server"))
                    .contains(field[1]);
            assertThat(demo.at(before).get(SERVERS + "/" + id).names("/server")).doesNotContain(field[1]);
        }
        assertThat(demo.at("2.46").get(SERVERS + "/" + id).names("/server/flavor"))
                .containsExactly("id", "links");
        assertThat(demo.at("2.47").get(SERVERS + "/" + id).names("/server/flavor"))
                .containsExactly("vcpus", "ram", "disk", "ephemeral", "swap", "original_name", "extra_specs");
        assertThat(demo.get(SERVERS + "/" + id).at("/server/tags").toString()).isEqualTo("[\"a\",\"b\"]");
        Wire admin = Wire.as(fake, "admin");
        assertThat(admin.at("2.1").get(SERVERS + "/" + id).names("/server"))
                .contains("OS-EXT-SRV-ATTR:host", "OS-EXT-SRV-ATTR:instance_name")
                .doesNotContain("OS-EXT-SRV-ATTR:user_data", "host_status");
        assertThat(admin.at("2.3").get(SERVERS + "/" + id).names("/server")).contains("OS-EXT-SRV-ATTR:user_data");
        assertThat(admin.at("2.16")
                        .get(SERVERS + "/" + id)
                        .at("/server/host_status")
                        .asText())
                .isEqualTo("UP");
        assertThat(demo.at("2.74")
                        .put(SERVERS + "/" + id, "{'server':{'name':'n'}}")
                        .names("/server"))
                .contains("locked", "description")
                .doesNotContain("config_drive", "OS-EXT-STS:vm_state");
        assertThat(demo.at("2.75")
                        .put(SERVERS + "/" + id, "{'server':{'name':'n'}}")
                        .names("/server"))
                .contains("config_drive", "OS-EXT-STS:vm_state");
    }

    @Test
    void projectsDoNotSeeEachOther() {
        String id = made("'networks':'none'");
        Wire other = Wire.as(fake, "alt_demo").at("2.93");
        other.get(SERVERS + "/" + id).refused(404, "Instance " + id + " could not be found.");
        other.post(SERVERS + "/" + id + "/action", "{'os-stop':null}").is(404);
        other.delete(SERVERS + "/" + id).is(404);
        assertThat(other.get(SERVERS).at("/servers")).isEmpty();
        other.get(SERVERS + "?all_tenants=1")
                .refused(403, "Policy doesn't allow os_compute_api:servers:index:get_all_tenants to be performed.");
        Wire admin = Wire.as(fake, "admin").at("2.93");
        assertThat(admin.get(SERVERS).at("/servers")).isEmpty();
        assertThat(admin.get(SERVERS + "?all_tenants=1").at("/servers")).hasSize(1);
    }

    @Test
    void serversWaitForTheirVolumes() {
        fake.transitions().of("volume").afterReads(2);
        String id = made("'networks':'none'");
        assertThat(demo.get(SERVERS + "/" + id)
                        .at("/server/OS-EXT-STS:task_state")
                        .asText())
                .isEqualTo("block_device_mapping");
        demo.get(SERVERS + "/" + id).is(200);
        assertThat(status(id)).isEqualTo("ACTIVE");

        fake.transitions().reset();
        fake.transitions().of("volume").fails("no space");
        String lost = made("'networks':'none'");
        assertThat(demo.get(SERVERS + "/" + lost).at("/server/fault/message").asText())
                .startsWith("Build of instance " + lost + " aborted: Volume ")
                .endsWith("And its status is error.");
    }

    @Test
    void testsAskAServerDirectly() {
        String id = made("'networks':'none','metadata':{'role':'web'}");
        assertThat(fake)
                .server("web")
                .isActive()
                .hasFlavor("m1.nano")
                .hasFlavor("1")
                .hasMetadata("role", "web");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(fake).server("web").hasStatus("SHUTOFF"))
                .withMessage("Expected server web to be SHUTOFF, but it is ACTIVE");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(fake).server("web").hasVolume(NOBODY))
                .withMessageStartingWith("Expected server web to have the volume " + NOBODY + ", but it has [");
        String volume = demo.get(SERVERS + "/" + id + "/os-volume_attachments")
                .at("/volumeAttachments/0/volumeId")
                .asText();
        assertThat(fake).server(id).hasVolume(volume);
        demo.delete(SERVERS + "/" + id).is(204);
        assertThat(fake).server("web").doesNotExist();
    }
}
