package io.github.openstackjvm.testkit;

import java.nio.file.Files;
import java.nio.file.Path;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@OpenStackTest
class SeedTest {
    private static final String SHOP = """
            projects:
              shop: {description: The shop, quotas: {instances: 3}}
            users:
              ann: {password: pw, roles: {shop: admin, demo: reader}}
              bob: {project: shop}
            flavors:
              g1.tiny: {vcpus: 2, ram: 256, disk: 1, extra_specs: {"hw:cpu_policy": dedicated}}
            keypairs:
              ops: {project: shop}
            server_groups:
              apart: {project: shop}
            images:
              ubuntu:
                project: shop
                visibility: public
                tags: [lts]
                os_distro: ubuntu
                content: data of an image
            networks:
              lan: {project: shop}
            subnets:
              lan4: {project: shop, network: lan, cidr: 192.0.2.0/24, dns_nameservers: [192.0.2.53]}
            routers:
              edge: {project: shop, gateway: public, interfaces: [lan4]}
            security_groups:
              web:
                project: shop
                rules:
                - {protocol: tcp, port: 443}
                - {protocol: tcp, port: 22, remote_ip_prefix: 198.51.100.0/24}
            ports:
              nic: {project: shop, network: lan, security_groups: [web]}
            floating_ips:
              172.24.5.9: {project: shop, network: public, port: nic}
            volume_types:
              fast: {}
            volumes:
              data: {project: shop, size: 2, metadata: {tier: gold}}
              broken: {project: shop, status: error}
            snapshots:
              before: {project: shop, volume: data}
            servers:
              web-1:
                project: shop
                flavor: g1.tiny
                image: ubuntu
                network: lan
                security_groups: [web]
                keypair: ops
                metadata: {role: front}
                tags: [blue]
                volumes: [data]
                floating_ip: public
              web-2: {project: shop, flavor: m1.tiny, image: ubuntu, ports: [nic], status: SHUTOFF}
              lost: {flavor: m1.tiny, image: cirros, status: ERROR, set: {created_at: "2020-01-01T00:00:00Z"}}
            containers:
              box:
                project: shop
                metadata: {color: red}
                objects:
                  a.txt: hello
                  dir/b.json: {text: "{}", type: application/json, metadata: {lang: de}}
                  zeros: {size: 1000}
            """;

    @Test
    void everythingIsThereAndHangsTogether(FakeCloud fake) {
        fake.transitions().all().never();
        fake.seed(SHOP);
        assertThat(fake).user("ann").hasRole("admin", "shop").hasRole("reader", "demo");
        assertThat(fake).flavor("g1.tiny").hasVcpus(2).hasExtraSpec("hw:cpu_policy", "dedicated");
        assertThat(fake)
                .image("ubuntu")
                .isActive()
                .hasTag("lts")
                .hasProperty("os_distro", "ubuntu")
                .hasContent("data of an image")
                .belongsTo("shop");
        assertThat(fake)
                .subnet("lan4")
                .isOn("lan")
                .isPluggedInto("edge")
                .hasNameServer("192.0.2.53")
                .belongsTo("shop");
        assertThat(fake).router("edge").hasGateway("public").hasInterface("lan4");
        assertThat(fake).securityGroup("web").hasRule("ingress", "tcp", 443).hasRule("ingress", "tcp", 22);
        assertThat(fake).floatingIp("172.24.5.9").leadsTo("web-2");
        assertThat(fake)
                .server("web-1")
                .isActive()
                .hasFlavor("g1.tiny")
                .hasImage("ubuntu")
                .isOn("lan")
                .hasSecurityGroup("web")
                .hasKeypair("ops")
                .hasMetadata("role", "front")
                .hasTag("blue")
                .hasVolume("data")
                .hasFloatingIp()
                .belongsTo("shop");
        assertThat(fake).server("web-2").hasStatus("SHUTOFF");
        assertThat(fake).server("lost").hasStatus("ERROR").belongsTo("demo").has("created_at", "2020-01-01T00:00:00Z");
        assertThat(fake).volume("broken").hasStatus("error");
        assertThat(fake).snapshot("before").isOf("data");
        assertThat(fake)
                .container("box")
                .hasObjects("a.txt", "dir/b.json", "zeros")
                .hasMetadata("color", "red")
                .belongsTo("shop");
        assertThat(fake)
                .object("box", "dir/b.json")
                .hasContent("{}")
                .hasContentType("application/json")
                .hasMetadata("lang", "de");
        assertThat(fake).object("box", "zeros").hasSize(1000);
        assertThat(fake).receivedNothing();
        fake.transitions().reset();
        try (Cloud ann = OpenStack.connect(
                fake.config("ann").password("pw").projectName("shop").build())) {
            assertThat(ann.compute().servers().list().toList()).hasSize(2);
            ann.compute()
                    .servers()
                    .delete(ann.compute().servers().named("web-1").id())
                    .join();
        }
        assertThat(fake).volume("data").isAvailable();
    }

    @Test
    void aFileNamesFilesBesideIt(FakeCloud fake, @TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("disk.img"), "from a file");
        Path seed = Files.writeString(folder.resolve("state.yaml"), "images:\n  mine: {content: {file: disk.img}}\n");
        fake.seed(seed);
        assertThat(fake).image("mine").hasContent("from a file").belongsTo("demo");
        Files.writeString(seed, "images:\n  other:\n    content: {file: none.img}\n");
        assertThatThrownBy(() -> fake.seed(seed))
                .isInstanceOf(SeedException.class)
                .hasMessageStartingWith("state.yaml:3: image other: the file ")
                .hasMessageEndingWith("none.img cannot be read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "severs: {}|seed:1: there is no section severs; there are containers, flavors,",
                "servers:\\n  a: {flavor: m1.smal, image: cirros}|seed:2: server a: there is no m1.smal among the flavors; there are [m1.nano,",
                "networks:\\n  a:\\n    project: none|seed:3: network a: there is no project none; name it under projects",
                "networks:\\n  a: {nmae: x}|seed:2: network a is refused with 400: Unrecognized attribute(s) 'nmae'",
                "networks: {a: {}, a: {}}|seed:1: a is there twice",
                "users:\\n  a: {roles: {demo: boss}}|seed:2: there is no role boss; there are admin, member and reader",
                "users:\\n  a: {}|seed:2: user a needs a project, or roles",
                "networks: [a]|seed:1: networks must be names with a colon after each",
                "networks: {a: |seed:1: it is no YAML",
                "servers:\\n  a: {flavor: m1.tiny, image: cirros, status: GONE}|seed:2: server a: a server can begin as ACTIVE, ERROR or PAUSED,",
                "volumes:\\n  a: {size: none}|seed:2: volume a is refused with 400",
            })
    void whatCannotBeDoneIsSaidWithItsLine(String yaml, String message, FakeCloud fake) {
        assertThatThrownBy(() -> fake.seed(yaml.replace("\\n", "\n")))
                .isInstanceOf(SeedException.class)
                .hasMessageStartingWith(message);
    }
}
