package io.github.openstackjvm.examples;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.blockstorage.Backup;
import io.github.openstackjvm.blockstorage.BackupSpec;
import io.github.openstackjvm.blockstorage.RestoreSpec;
import io.github.openstackjvm.blockstorage.Volume;

/** Backs a volume up and restores the backup as a volume of another name. */
public final class BackUpVolume {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            System.out.println(there(cloud, "web-1-data").status());
        }
    }

    // region: method
    static Volume there(Cloud cloud, String name) {
        Backup backup = cloud.blockstorage()
                .backups()
                .create(BackupSpec.of(name).name(name + "-nightly"))
                .join();
        return cloud.blockstorage()
                .backups()
                .restore(backup, new RestoreSpec().newVolume(name + "-restored"))
                .join();
    }
    // endregion

    private BackUpVolume() {}
}
