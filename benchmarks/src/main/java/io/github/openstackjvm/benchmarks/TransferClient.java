package io.github.openstackjvm.benchmarks;

import java.nio.file.Path;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.objectstore.StoredObjects;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.transfer.Content;

/** One transfer, as a program of its own: {@code ORIGIN up|up-unverified|down|down-unverified FILE}. */
final class TransferClient {
    private TransferClient() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        CloudConfig config = CloudConfig.builder()
                .name("loopback")
                .authUrl(arguments[0] + "/identity/v3")
                .username("demo")
                .userDomainName("Default")
                .password("secret")
                .projectName("demo")
                .projectDomainName("Default")
                .build();
        Path file = Path.of(arguments[2]);
        try (Cloud cloud = OpenStack.connect(config)) {
            StoredObjects objects = cloud.objectstore().objects("c");
            switch (arguments[1]) {
                case "up" -> objects.put("o", Content.of(file));
                case "up-unverified" ->
                    cloud.session()
                            .adapter(ServiceType.OBJECT_STORE)
                            .put("/c/o")
                            .body("application/octet-stream", Content.of(file))
                            .send();
                case "down" -> objects.download("o").to(file);
                case "down-unverified" -> objects.download("o").unverified().to(file);
                default -> throw new IllegalArgumentException(arguments[1]);
            }
        }
    }
}
