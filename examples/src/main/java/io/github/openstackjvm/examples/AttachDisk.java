package io.github.openstackjvm.examples;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.blockstorage.VolumeSpec;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.compute.VolumeAttachment;
import io.github.openstackjvm.compute.VolumeAttachmentSpec;

/** Makes a volume and attaches it to a server. */
public final class AttachDisk {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            System.out.println(attach(cloud, "web-1", 10).device());
        }
    }

    // region: method
    static VolumeAttachment attach(Cloud cloud, String server, int sizeGiB) {
        Volume disk = cloud.blockstorage()
                .volumes()
                .create(VolumeSpec.named(server + "-data").sizeGiB(sizeGiB))
                .join();
        Server owner = cloud.compute().servers().named(server);
        return cloud.compute()
                .servers()
                .attachments(owner)
                .create(VolumeAttachmentSpec.of(disk))
                .join();
    }
    // endregion

    private AttachDisk() {}
}
