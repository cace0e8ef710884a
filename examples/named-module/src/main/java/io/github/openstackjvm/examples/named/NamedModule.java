package io.github.openstackjvm.examples.named;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.compute.Flavor;
import io.github.openstackjvm.compute.Keypair;
import io.github.openstackjvm.compute.KeypairSpec;
import io.github.openstackjvm.config.CloudConfig;

/** Logs in by its own method, lists flavors and creates a keypair, with both this program and the client in named modules. */
public final class NamedModule {
    private NamedModule() {}

    /** Prints what came; ends with an error unless it was read in full. */
    public static void main(String[] args) {
        require(NamedModule.class.getModule().isNamed(), "this program is on the class path");
        require(OpenStack.class.getModule().isNamed(), "the client is on the class path");
        CloudConfig config = CloudConfig.builder()
                .transport(new CannedCloud())
                .authUrl(CannedCloud.AUTH_URL)
                .authType("acme_badge") // BadgeFactory's
                .set("auth.badge", "7")
                .set("auth.pin", "1234")
                .projectName("demo")
                .projectDomainId("default")
                .build();
        try (Cloud cloud = OpenStack.connect(config)) {
            require(cloud.session().authType().equals("acme_badge"), "this program's way to log in was not found");
            Flavor flavor = cloud.compute().flavors().list().one();
            require(flavor.ramMiB() == 2048, "the flavor's memory was not read");
            require("r7".equals(flavor.extras().get("vendor:rack")), "the vendor's field was not kept");

            KeypairSpec spec =
                    KeypairSpec.named("deploy").publicKey("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGRlcGxveQ deploy");
            Keypair keypair = cloud.compute().keypairs().create(spec);
            require(keypair.id().equals("deploy"), "the keypair was not read");

            System.out.println(flavor);
            System.out.println(keypair);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
