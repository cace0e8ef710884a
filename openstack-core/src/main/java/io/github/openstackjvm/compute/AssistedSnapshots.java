package io.github.openstackjvm.compute;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Singleton;

/** Snapshots of attached volumes that Nova takes for Cinder's drivers of network file systems. For Cinder. */
public final class AssistedSnapshots extends Singleton {

    @Wire(path = "/os-assisted-volume-snapshots", one = "snapshot", max = "2.1")
    interface Api {
        @Keyed(value = Keyed.ONE, request = Keyed.ONE)
        @RequestLine("POST")
        AssistedSnapshot create(Body body, Call call);

        @RequestLine("DELETE /{id}")
        void delete(@Param("id") String id, Call call);
    }

    private final Binding<Api> binding;

    AssistedSnapshots(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /**
     * Has the hypervisor go on writing in a new file. {@code POST /os-assisted-volume-snapshots}.
     *
     * @throws io.github.openstackjvm.error.BadRequest when no server has the volume
     */
    public AssistedSnapshot create(AssistedSnapshotSpec spec) {
        Body body = bodyOf(spec);
        return binding.api().create(body, binding.call(body));
    }

    /**
     * Has the hypervisor merge the files of a snapshot. {@code DELETE /os-assisted-volume-snapshots/{id}?delete_info=…}.
     *
     * @param snapshotId in Cinder
     * @param deleteInfo a JSON object with {@code volume_id}, and the files as Cinder's driver knows them
     * @throws io.github.openstackjvm.error.BadRequest when no server has the volume
     */
    public void delete(String snapshotId, String deleteInfo) {
        binding.api().delete(snapshotId, binding.call().query("delete_info", deleteInfo));
    }
}
