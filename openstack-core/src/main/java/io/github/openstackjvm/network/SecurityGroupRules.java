package io.github.openstackjvm.network;

import java.util.List;

import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.TagsApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Creates;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Gets;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Page;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.ResourceCollection;
import io.github.openstackjvm.resource.Tags;

/** The rules of all security groups of the project. */
public final class SecurityGroupRules extends ResourceCollection<SecurityGroupRule>
        implements Lists<SecurityGroupRule, SecurityGroupRules.Query>,
                Gets<SecurityGroupRule>,
                Creates<SecurityGroupRuleSpec, SecurityGroupRule>,
                Deletes<SecurityGroupRule, Deleted> {

    @Wire(path = "/security-group-rules", one = "security_group_rule", marks = Wire.Marks.DESCRIPTION)
    interface Api extends CrudApi<SecurityGroupRule> {
        @Keyed(Keyed.MANY)
        @RequestLine("POST")
        Page<SecurityGroupRule> createAll(Body rules, Call call);
    }

    @Wire(path = "/security-group-rules/{parent}/tags", many = "tags")
    interface RuleTagsApi extends TagsApi {}

    private final Binding<Api> binding;

    SecurityGroupRules(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Lists the rules. {@code GET /security-group-rules}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** Reads one. {@code GET /security-group-rules/{id}}. */
    @Override
    public SecurityGroupRule get(Ref<SecurityGroupRule> ref) {
        return read(ref);
    }

    @Override
    public SecurityGroupRuleSpec spec() {
        return new SecurityGroupRuleSpec();
    }

    /**
     * Allows this traffic. {@code POST /security-group-rules}.
     *
     * @throws io.github.openstackjvm.error.Conflict when the group has such a rule
     * @throws io.github.openstackjvm.error.QuotaExceeded when the project may have no more
     */
    @Override
    public SecurityGroupRule create(SecurityGroupRuleSpec spec) {
        return make(spec);
    }

    /** Allows all of this traffic, or none of it, in one request. {@code POST /security-group-rules}. */
    public List<SecurityGroupRule> createAll(List<SecurityGroupRuleSpec> specs) {
        Body body = bodyOf(specs);
        return binding.api().createAll(body, binding.call(body)).items();
    }

    /** Allows this traffic no more. {@code DELETE /security-group-rules/{id}}. */
    @Override
    public Deleted delete(Ref<SecurityGroupRule> ref) {
        return remove(ref);
    }

    /** The tags of one. {@code /security-group-rules/{id}/tags}; Neutron of Zed has none for rules: {@code NotFound}. */
    public Tags tags(Ref<SecurityGroupRule> ref) {
        return tags(ref, RuleTagsApi.class);
    }

    /** The tags of the one with this id. */
    public Tags tags(String id) {
        return tags(Ref.id(id));
    }

    /** A listing of rules. */
    public static final class Query extends NetworkListing<SecurityGroupRule, Query> {
        Query(Question<SecurityGroupRule> question) {
            super(question, Query::new);
        }

        /** Of the group with this name or id. */
        public Query securityGroup(String nameOrId) {
            return ref("security_group_id", SecurityGroup.class, nameOrId);
        }

        /** Of this group. */
        public Query securityGroup(Ref<SecurityGroup> group) {
            return ref("security_group_id", SecurityGroup.class, group);
        }

        /** To the port or from it. */
        public Query direction(Direction direction) {
            return with("direction", direction);
        }

        /** For this version of IP. */
        public Query etherType(EtherType etherType) {
            return with("ethertype", etherType);
        }

        /** For this protocol. */
        public Query protocol(IpProtocol protocol) {
            return with("protocol", protocol);
        }

        /** With this first port. */
        public Query portRangeMin(int port) {
            return with("port_range_min", port);
        }

        /** With this last port. */
        public Query portRangeMax(int port) {
            return with("port_range_max", port);
        }

        /** With exactly this range on the other side. */
        public Query remoteIpPrefix(String cidr) {
            return with("remote_ip_prefix", cidr);
        }

        /** With the group of this name or id on the other side. */
        public Query remoteGroup(String nameOrId) {
            return ref("remote_group_id", SecurityGroup.class, nameOrId);
        }

        /** With this group on the other side. */
        public Query remoteGroup(Ref<SecurityGroup> group) {
            return ref("remote_group_id", SecurityGroup.class, group);
        }

        /** With the address group of this id on the other side. */
        public Query remoteAddressGroupId(String id) {
            return with("remote_address_group_id", id);
        }
    }
}
