package io.github.openstackjvm.blockstorage;

import java.util.List;
import java.util.Map;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Creates;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;

import static io.github.openstackjvm.internal.wire.Wire.Sorting.COMBINED;

/** How fast volumes of a type are; Cinder calls it QoS specs. For administrators. */
public final class QosPolicies extends NamedCollection<QosPolicy>
        implements Lists<QosPolicy, QosPolicies.Query>, Creates<QosPolicySpec, QosPolicy>, Deletes<QosPolicy, Deleted> {

    @Wire(path = "/qos-specs", one = "qos_specs", many = "qos_specs", sorting = COMBINED, max = "3.71")
    interface Api extends CrudApi<QosPolicy> {
        @Keyed(value = Keyed.ONE, request = Keyed.ONE)
        @RequestLine("PUT /{id}")
        Map<String, String> set(@Param("id") String id, Body limits, Call call);

        @RequestLine("PUT /{id}/delete_keys")
        void removeKeys(@Param("id") String id, Body keys, Call call);

        @Keyed("qos_associations")
        @RequestLine("GET /{id}/associations")
        List<QosAssociation> associations(@Param("id") String id, Call call);

        @RequestLine("GET /{id}/associate")
        void associate(@Param("id") String id, Call call);

        @RequestLine("GET /{id}/disassociate")
        void disassociate(@Param("id") String id, Call call);

        @RequestLine("GET /{id}/disassociate_all")
        void disassociateAll(@Param("id") String id, Call call);
    }

    private final Binding<Api> binding;

    QosPolicies(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Lists the policies. {@code GET /qos-specs}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    public QosPolicySpec spec() {
        return new QosPolicySpec();
    }

    /**
     * Creates a policy, which is nobody's until it is associated. {@code POST /qos-specs}.
     *
     * @throws io.github.openstackjvm.error.Conflict when the name is taken
     */
    @Override
    public QosPolicy create(QosPolicySpec spec) {
        return make(spec);
    }

    /** No changes yet. */
    public QosPolicySpec.Update changes() {
        return new QosPolicySpec.Update();
    }

    /** Sets limits, or who sees to them, and leaves the others; returns what was set. {@code PUT /qos-specs/{id}}. */
    public Map<String, String> update(Ref<QosPolicy> ref, QosPolicySpec.Update changes) {
        Body body = bodyOf(changes);
        return binding.api().set(idOf(ref), body, binding.call(body));
    }

    /** The same for the one with this id. */
    public Map<String, String> update(String id, QosPolicySpec.Update changes) {
        return update(Ref.id(id), changes);
    }

    /**
     * Removes the limits of these names. {@code PUT /qos-specs/{id}/delete_keys}.
     *
     * @throws io.github.openstackjvm.error.NotFound when one is not there
     */
    public void removeLimits(Ref<QosPolicy> ref, List<String> keys) {
        binding.api().removeKeys(idOf(ref), Body.action("keys", List.copyOf(keys)), binding.call());
    }

    /** The same for the one with this id. */
    public void removeLimits(String id, List<String> keys) {
        removeLimits(Ref.id(id), keys);
    }

    /**
     * Deletes a policy. {@code DELETE /qos-specs/{id}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when a type has it
     */
    @Override
    public Deleted delete(Ref<QosPolicy> ref) {
        return remove(ref);
    }

    /** Deletes a policy, also one that types have. {@code DELETE /qos-specs/{id}?force=true}. */
    public Deleted forceDelete(Ref<QosPolicy> ref) {
        String id = idOf(ref);
        Call call = binding.call().query("force", "true");
        binding.api().delete(id, call);
        return new Deleted(id, call.wasGone());
    }

    /** The same for the one with this id. */
    public Deleted forceDelete(String id) {
        return forceDelete(Ref.id(id));
    }

    /** The types whose volumes have it. {@code GET /qos-specs/{id}/associations}. */
    public List<QosAssociation> associations(Ref<QosPolicy> ref) {
        return binding.api().associations(idOf(ref), binding.call());
    }

    /** The same for the one with this id. */
    public List<QosAssociation> associations(String id) {
        return associations(Ref.id(id));
    }

    /**
     * Gives it to the volumes of a type. {@code GET /qos-specs/{id}/associate?vol_type_id=…}.
     *
     * @param typeId the type
     * @throws io.github.openstackjvm.error.Conflict when the type has another policy
     */
    public void associate(Ref<QosPolicy> ref, String typeId) {
        binding.api().associate(idOf(ref), binding.call().query("vol_type_id", typeId));
    }

    /** The same for the one with this id. */
    public void associate(String id, String typeId) {
        associate(Ref.id(id), typeId);
    }

    /**
     * Takes it from the volumes of a type. {@code GET /qos-specs/{id}/disassociate?vol_type_id=…}.
     *
     * @param typeId the type
     */
    public void disassociate(Ref<QosPolicy> ref, String typeId) {
        binding.api().disassociate(idOf(ref), binding.call().query("vol_type_id", typeId));
    }

    /** The same for the one with this id. */
    public void disassociate(String id, String typeId) {
        disassociate(Ref.id(id), typeId);
    }

    /** Takes it from the volumes of all types. {@code GET /qos-specs/{id}/disassociate_all}. */
    public void disassociateAll(Ref<QosPolicy> ref) {
        binding.api().disassociateAll(idOf(ref), binding.call());
    }

    /** The same for the one with this id. */
    public void disassociateAll(String id) {
        disassociateAll(Ref.id(id));
    }

    /** A listing of policies. */
    public static final class Query extends Listing<QosPolicy, Query> {
        Query(Question<QosPolicy> question) {
            super(question, Query::new);
        }
    }
}
