package io.github.openstackjvm.blockstorage;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.MetadataApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Creates;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.KeyValues;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Updates;
import io.github.openstackjvm.resource.VersionRange;

import static io.github.openstackjvm.internal.wire.Wire.Sorting.COMBINED;

/** The types that volumes can have. Reading is for everybody, the rest for administrators. */
public final class VolumeTypes extends NamedCollection<VolumeType>
        implements Lists<VolumeType, VolumeTypes.Query>,
                Creates<VolumeTypeSpec, VolumeType>,
                Updates<VolumeType, VolumeTypeSpec.Update, VolumeType>,
                Deletes<VolumeType, Deleted> {

    @Wire(path = "/types", one = "volume_type", sorting = COMBINED, max = "3.71")
    interface Api extends CrudApi<VolumeType> {
        @Keyed(Keyed.ONE)
        @RequestLine("GET /default")
        VolumeType byDefault(Call call);

        @RequestLine("POST /{id}/action")
        void act(@Param("id") String id, Body action, Call call);

        @Keyed("volume_type_access")
        @RequestLine("GET /{id}/os-volume-type-access")
        List<VolumeTypeAccess> access(@Param("id") String id, Call call);

        @RequestLine("GET /{id}/encryption")
        VolumeTypeEncryption encryption(@Param("id") String id, Call call);

        @Keyed(value = "encryption", request = "encryption")
        @RequestLine("POST /{id}/encryption")
        VolumeTypeEncryption encrypt(@Param("id") String id, Body encryption, Call call);

        @Keyed(value = "encryption", request = "encryption")
        @RequestLine("PUT /{id}/encryption/{encryption}")
        VolumeTypeEncryption changeEncryption(
                @Param("id") String id, @Param("encryption") String encryption, Body changes, Call call);

        @RequestLine("DELETE /{id}/encryption/{encryption}")
        void decrypt(@Param("id") String id, @Param("encryption") String encryption, Call call);
    }

    @Wire(path = "/types/{parent}/extra_specs", one = "extra_specs")
    interface ExtraSpecsApi extends MetadataApi {}

    /** Cinder asks for an id in the address and looks only at that of the type. */
    private static final String THE_ONE = "provider";

    private final Binding<Api> binding;

    VolumeTypes(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /**
     * Lists the types that the project may use, for administrators all of them. {@code GET /types?is_public=None}, which
     * Cinder heeds from administrators only.
     */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    protected Question<VolumeType> everything() {
        return new Query(super.everything()).publicOrNot().question();
    }

    @Override
    public VolumeTypeSpec spec() {
        return new VolumeTypeSpec();
    }

    /**
     * Creates a type. {@code POST /types}.
     *
     * @throws io.github.openstackjvm.error.Conflict when the name is taken
     */
    @Override
    public VolumeType create(VolumeTypeSpec spec) {
        return make(spec);
    }

    @Override
    public VolumeTypeSpec.Update changes() {
        return new VolumeTypeSpec.Update();
    }

    /** Changes name, description, or whether every project may use it. {@code PUT /types/{id}}. */
    @Override
    public VolumeType update(Ref<VolumeType> ref, VolumeTypeSpec.Update changes) {
        return change(ref, changes);
    }

    /**
     * Deletes a type. {@code DELETE /types/{id}}.
     *
     * @throws io.github.openstackjvm.error.BadRequest when it is the default of the cloud or of a project
     * @throws io.github.openstackjvm.error.Conflict when there are volumes of it
     */
    @Override
    public Deleted delete(Ref<VolumeType> ref) {
        return remove(ref);
    }

    /** The type of volumes whose specification names none. {@code GET /types/default}. */
    public VolumeType byDefault() {
        return binding.api().byDefault(binding.call());
    }

    /**
     * What scheduler and backend are told of volumes of a type. To change it while there are such volumes ends with
     * {@link io.github.openstackjvm.error.Conflict}. {@code /types/{id}/extra_specs}.
     */
    public KeyValues extraSpecs(Ref<VolumeType> ref) {
        return keyValues(ref, ExtraSpecsApi.class);
    }

    /** The same for the one with this id. */
    public KeyValues extraSpecs(String id) {
        return extraSpecs(Ref.id(id));
    }

    /**
     * Lists the projects that may use a type which is not public. {@code GET /types/{id}/os-volume-type-access}.
     *
     * @throws io.github.openstackjvm.error.NotFound when the type is public
     */
    public List<VolumeTypeAccess> access(Ref<VolumeType> ref) {
        return binding.api().access(idOf(ref), binding.call());
    }

    /** The same for the one with this id. */
    public List<VolumeTypeAccess> access(String id) {
        return access(Ref.id(id));
    }

    /** Lets the project with this id use a type. {@code POST /types/{id}/action}, {@code addProjectAccess}. */
    public void addAccess(Ref<VolumeType> ref, String projectId) {
        act(ref, "addProjectAccess", projectId);
    }

    /** The same for the one with this id. */
    public void addAccess(String id, String projectId) {
        addAccess(Ref.id(id), projectId);
    }

    /** Takes a type from the project with this id. {@code POST /types/{id}/action}, {@code removeProjectAccess}. */
    public void removeAccess(Ref<VolumeType> ref, String projectId) {
        act(ref, "removeProjectAccess", projectId);
    }

    /** The same for the one with this id. */
    public void removeAccess(String id, String projectId) {
        removeAccess(Ref.id(id), projectId);
    }

    private void act(Ref<VolumeType> ref, String action, String projectId) {
        Body body = Body.action(action, Map.of("project", projectId));
        binding.api().act(idOf(ref), body, binding.call());
    }

    /** How volumes of a type are encrypted; empty when they are not. {@code GET /types/{id}/encryption}. */
    public Optional<VolumeTypeEncryption> encryption(Ref<VolumeType> ref) {
        VolumeTypeEncryption found = binding.api().encryption(idOf(ref), binding.call());
        return Optional.of(found).filter(encryption -> encryption.provider() != null);
    }

    /** The same for the one with this id. */
    public Optional<VolumeTypeEncryption> encryption(String id) {
        return encryption(Ref.id(id));
    }

    /**
     * Has volumes of a type encrypted. {@code POST /types/{id}/encryption}.
     *
     * @throws io.github.openstackjvm.error.Conflict when there are such volumes, or it says how already
     */
    public VolumeTypeEncryption encrypt(Ref<VolumeType> ref, VolumeTypeEncryptionSpec spec) {
        Body body = bodyOf(spec);
        return binding.api().encrypt(idOf(ref), body, binding.call(body));
    }

    /** The same for the one with this id. */
    public VolumeTypeEncryption encrypt(String id, VolumeTypeEncryptionSpec spec) {
        return encrypt(Ref.id(id), spec);
    }

    /**
     * Changes how volumes of a type are encrypted; returns what was changed. {@code PUT /types/{id}/encryption/provider}.
     *
     * @throws io.github.openstackjvm.error.Conflict when there are such volumes
     */
    public VolumeTypeEncryption changeEncryption(Ref<VolumeType> ref, VolumeTypeEncryptionSpec.Update changes) {
        Body body = bodyOf(changes);
        return binding.api().changeEncryption(idOf(ref), THE_ONE, body, binding.call(body));
    }

    /** The same for the one with this id. */
    public VolumeTypeEncryption changeEncryption(String id, VolumeTypeEncryptionSpec.Update changes) {
        return changeEncryption(Ref.id(id), changes);
    }

    /**
     * Has volumes of a type encrypted no more. {@code DELETE /types/{id}/encryption/provider}.
     *
     * @throws io.github.openstackjvm.error.Conflict when there are such volumes
     */
    public void removeEncryption(Ref<VolumeType> ref) {
        binding.api().decrypt(idOf(ref), THE_ONE, binding.call());
    }

    /** The same for the one with this id. */
    public void removeEncryption(String id) {
        removeEncryption(Ref.id(id));
    }

    /** A listing of volume types. */
    public static final class Query extends Listing<VolumeType, Query> {
        Query(Question<VolumeType> question) {
            super(question, Query::new);
        }

        /** Public ones only, or only those that are not; for administrators. */
        public Query isPublic(boolean isPublic) {
            return with("is_public", isPublic);
        }

        private Query publicOrNot() {
            return with("is_public", "None");
        }

        /** With all of these pairs among what scheduler and backend are told. */
        @Since("3.52")
        public Query extraSpecs(Map<String, String> pairs) {
            return with(VersionRange.since(3, 52), "extra_specs", Literal.of(pairs));
        }
    }
}
