package io.github.openstackjvm.testkit.compute;

import io.github.openstackjvm.testkit.FakeCloud;
import io.github.openstackjvm.testkit.Wire;
import org.junit.jupiter.api.BeforeEach;

/** Servers of a user, asked for by plain requests. */
abstract class PlainServers {
    static final String SERVERS = "/compute/v2.1/servers";
    static final String NOBODY = "11111111-2222-3333-4444-555555555555";
    static final String ON_FIELD = "Invalid input for field/attribute ";

    /** A disk to boot from. */
    static final String DISK = "'block_device_mapping_v2':[{'source_type':'blank','destination_type':'volume',"
            + "'volume_size':1,'boot_index':0,'delete_on_termination':true}]";

    FakeCloud fake;
    Wire demo;
    String network;

    @BeforeEach
    void login(FakeCloud injected) {
        fake = injected;
        demo = Wire.as(injected, "demo").at("2.93");
        network = demo.get("/network/v2.0/networks?name=private")
                .at("/networks/0/id")
                .asText();
    }

    Wire.Answer create(Wire who, String more) {
        return who.post(SERVERS, "{'server':{'name':'web','flavorRef':'1'," + DISK + "," + more + "}}");
    }

    String made(String more) {
        return create(demo, more).is(202).at("/server/id").asText();
    }

    Wire.Answer act(String id, String action) {
        return demo.post(SERVERS + "/" + id + "/action", action);
    }

    String status(String id) {
        return demo.get(SERVERS + "/" + id).at("/server/status").asText();
    }

    void refused(String more, String message) {
        create(demo, more).refused(400, message);
    }

    void refusedAt(String microversion, String more, int status, String message) {
        create(demo.at(microversion), more).refused(status, message);
    }
}
