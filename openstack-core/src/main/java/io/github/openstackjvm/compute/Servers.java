package io.github.openstackjvm.compute;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import io.github.openstackjvm.image.Image;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Mark;
import io.github.openstackjvm.internal.wire.MetadataApi;
import io.github.openstackjvm.internal.wire.TagsApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Adopts;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Metadata;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Tags;
import io.github.openstackjvm.resource.Updates;
import io.github.openstackjvm.resource.VersionRange;

/**
 * The servers of the project; what can be done to them beside this is in {@link ServerActions}, and what belongs to one in
 * {@link ServerParts}.
 */
public final class Servers extends ServerUpkeep
        implements Lists<Server, Servers.Query>,
                Adopts<ServerSpec, Pending<Server>>,
                Updates<Server, ServerSpec.Update, Server>,
                Deletes<Server, Pending<Deleted>> {

    @Wire(path = "/servers/{parent}/metadata", one = "metadata", item = "meta")
    interface ServerMetadataApi extends MetadataApi {}

    @Wire(path = "/servers/{parent}/tags", many = "tags", min = "2.26", max = "2.100")
    interface ServerTagsApi extends TagsApi {}

    /** Clocks here and there may differ. */
    private static final Duration CLOCKS = Duration.ofMinutes(10);

    Servers(Binding<Api> binding) {
        super(binding);
    }

    /** Lists the servers. {@code GET /servers/detail}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    public ServerSpec spec() {
        return new ServerSpec();
    }

    /**
     * Creates a server, and goes on until it runs. {@code POST /servers}. The password of its administrator, where Nova makes
     * one, is in {@link Pending#accepted()}.
     *
     * @throws io.github.openstackjvm.error.QuotaExceeded when the project may have no more
     * @throws io.github.openstackjvm.error.Conflict when Nova has to choose a network and there are several
     */
    @Override
    public Pending<Server> create(ServerSpec spec) {
        return pending(order(spec), ServerGoal.to(ServerStatus.ACTIVE));
    }

    /**
     * Creates a server with this key among its tags, or adopts the one that has it: see {@link Adopts}. One that is adopted is
     * awaited until it has settled, be it {@code SHUTOFF}; its administrator's password is not told again.
     * {@code GET /servers/detail?tags=}, {@code POST /servers}.
     *
     * @throws io.github.openstackjvm.error.Ambiguous when several have the key
     * @throws io.github.openstackjvm.error.OutcomeUnknown when the answer was lost and nothing showed: ask again later
     */
    @Override
    @Since("2.52")
    public Pending<Server> createOrAdopt(ServerSpec spec, String key) {
        Mark mark = Mark.idempotency(key);
        return once(
                mark,
                list().tags(mark.text()),
                () -> create(spec.marked(mark)),
                found -> pending(adopted(found), ServerGoal.settled()));
    }

    /**
     * Creates so many servers of one specification, or none; Nova numbers their names. {@code POST /servers}, and a list to
     * learn which they are.
     */
    public Pending.All<Server> createAll(ServerSpec spec, int count) {
        ServerSpec several =
                spec.copy().set("min_count", count).set("max_count", count).set("return_reservation_id", true);
        Body body = bodyOf(several).asAction("server");
        Call call = binding.call(body);
        Object reservation = binding.api().createSeveral(body, call).get("reservation_id");
        return Pending.all(list().reservationId(String.valueOf(reservation)).stream()
                .map(server -> pending(accepted(server.id(), call), ServerGoal.to(ServerStatus.ACTIVE)))
                .toList());
    }

    @Override
    public ServerSpec.Update changes() {
        return new ServerSpec.Update();
    }

    /** Changes a server. {@code PUT /servers/{id}}. */
    @Override
    public Server update(Ref<Server> ref, ServerSpec.Update changes) {
        return change(ref, changes);
    }

    /**
     * Deletes a server, and goes on until it is gone; its floating addresses and the ports that were given to it stay.
     * {@code DELETE /servers/{id}}.
     */
    @Override
    public Pending<Deleted> delete(Ref<Server> ref) {
        String id = idOf(ref);
        Call call = binding.call();
        binding.api().delete(id, call);
        return pendingDeletion(accepted(id, call), call.wasGone(), ServerGoal.gone());
    }

    /** The metadata of one. {@code /servers/{id}/metadata}. */
    public Metadata metadata(Ref<Server> ref) {
        return metadata(ref, ServerMetadataApi.class);
    }

    /** The metadata of the one with this id. */
    public Metadata metadata(String id) {
        return metadata(Ref.id(id));
    }

    /** The tags of one. {@code /servers/{id}/tags}. */
    @Since("2.26")
    public Tags tags(Ref<Server> ref) {
        return tags(ref, ServerTagsApi.class);
    }

    /** The tags of the one with this id. */
    @Since("2.26")
    public Tags tags(String id) {
        return tags(Ref.id(id));
    }

    /** Nova has no filter for many ids; but what is awaited has changed since it was ordered, and little else has. */
    @Override
    protected Question<Server> among(Set<String> ids, Instant since) {
        return list().changesSince(since.minus(CLOCKS)).question();
    }

    /** A list of changes shows a server as deleted both shortly before it is gone and long afterwards. */
    @Override
    protected boolean needsACloserLook(Server listed) {
        return listed.status().equals(ServerStatus.DELETED);
    }

    /**
     * A listing of servers. Texts are regular expressions where it says matching. Most filters beside name, status, flavor,
     * image, addresses, tags and times are for administrators; for others Nova ignores them.
     */
    public static final class Query extends Listing<Server, Query> {
        Query(Question<Server> question) {
            super(question, Query::new);
        }

        /** Those of all projects; for administrators. */
        public Query allProjects() {
            return with("all_tenants", true);
        }

        /** Of the project with this id; for administrators, with {@link #allProjects}. */
        public Query projectId(String projectId) {
            return with("project_id", projectId);
        }

        /** Of the user with this id. */
        public Query userId(String userId) {
            return with("user_id", userId);
        }

        /** In this state. */
        public Query status(ServerStatus status) {
            return with("status", status);
        }

        /** With a name matching this. */
        public Query nameMatching(String expression) {
            return with("name", expression);
        }

        /** With a description matching this. */
        public Query descriptionMatching(String expression) {
            return with("description", expression);
        }

        /** With a hostname matching this. */
        public Query hostnameMatching(String expression) {
            return with("hostname", expression);
        }

        /** With an address of version 4 matching this. */
        public Query ipMatching(String expression) {
            return with("ip", expression);
        }

        /** With an address of version 6 matching this. */
        public Query ip6Matching(String expression) {
            return with("ip6", expression);
        }

        /** With this access address of version 4. */
        public Query accessIpV4(String address) {
            return with("access_ip_v4", address);
        }

        /** With this access address of version 6. */
        public Query accessIpV6(String address) {
            return with("access_ip_v6", address);
        }

        /** With this keypair. */
        public Query keyName(String name) {
            return with("key_name", name);
        }

        /** In this zone. */
        public Query availabilityZone(String zone) {
            return with("availability_zone", zone);
        }

        /** On this host. */
        public Query host(String host) {
            return with("host", host);
        }

        /** On this hypervisor. */
        public Query hypervisorHostname(String hostname) {
            return with("node", hostname);
        }

        /** In this state, for operators. */
        public Query vmState(String state) {
            return with("vm_state", state);
        }

        /** With this task. */
        public Query taskState(String state) {
            return with("task_state", state);
        }

        /** In this state, as the hypervisor says. */
        public Query powerState(PowerState state) {
            return with("power_state", state);
        }

        /** Made together under this id. */
        public Query reservationId(String id) {
            return with("reservation_id", id);
        }

        /** With this number among those made together. */
        public Query launchIndex(int index) {
            return with("launch_index", index);
        }

        /** With or without a drive of metadata. */
        public Query configDrive(boolean has) {
            return with("config_drive", has);
        }

        /** With this root device. */
        public Query rootDeviceName(String name) {
            return with("root_device_name", name);
        }

        /** Locked or not. */
        @Since("2.73")
        public Query locked(boolean locked) {
            return with(VersionRange.since(2, 73), "locked", locked);
        }

        /** Deleted ones; for administrators. */
        public Query deleted(boolean deleted) {
            return with("deleted", deleted);
        }

        /** Changed since then; deleted ones, too. */
        public Query changesSince(Instant time) {
            return with("changes-since", time);
        }

        /** Changed before then; deleted ones, too. */
        @Since("2.66")
        public Query changesBefore(Instant time) {
            return with(VersionRange.since(2, 66), "changes-before", time);
        }

        /** Of the flavor with this name or id. */
        public Query flavor(String nameOrId) {
            return ref("flavor", Flavor.class, nameOrId);
        }

        /** Of this flavor. */
        public Query flavor(Ref<Flavor> flavor) {
            return ref("flavor", Flavor.class, flavor);
        }

        /** Made from the image of this name or id. */
        public Query image(String nameOrId) {
            return ref("image", Image.class, nameOrId);
        }

        /** Made from this image. */
        public Query image(Ref<Image> image) {
            return ref("image", Image.class, image);
        }

        /** With all of these tags. */
        @Since("2.26")
        public Query tags(String... tags) {
            return with(VersionRange.since(2, 26), "tags", String.join(",", tags));
        }

        /** With at least one of these tags. */
        @Since("2.26")
        public Query tagsAny(String... tags) {
            return with(VersionRange.since(2, 26), "tags-any", String.join(",", tags));
        }

        /** Without at least one of these tags. */
        @Since("2.26")
        public Query notTags(String... tags) {
            return with(VersionRange.since(2, 26), "not-tags", String.join(",", tags));
        }

        /** Without any of these tags. */
        @Since("2.26")
        public Query notTagsAny(String... tags) {
            return with(VersionRange.since(2, 26), "not-tags-any", String.join(",", tags));
        }
    }
}
