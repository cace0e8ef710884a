package io.github.openstackjvm.network;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Creates;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Gets;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.ResourceCollection;

/** What new security groups begin with. Reading is for everybody, the rest for administrators; Neutron has it since 2023.2. */
public final class DefaultSecurityGroupRules extends ResourceCollection<DefaultSecurityGroupRule>
        implements Lists<DefaultSecurityGroupRule, DefaultSecurityGroupRules.Query>,
                Gets<DefaultSecurityGroupRule>,
                Creates<DefaultSecurityGroupRuleSpec, DefaultSecurityGroupRule>,
                Deletes<DefaultSecurityGroupRule, Deleted> {

    @Wire(path = "/default-security-group-rules", one = "default_security_group_rule")
    interface Api extends CrudApi<DefaultSecurityGroupRule> {}

    DefaultSecurityGroupRules(Binding<Api> binding) {
        super(binding);
    }

    /** Lists the rules. {@code GET /default-security-group-rules}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** Reads one. {@code GET /default-security-group-rules/{id}}. */
    @Override
    public DefaultSecurityGroupRule get(Ref<DefaultSecurityGroupRule> ref) {
        return read(ref);
    }

    @Override
    public DefaultSecurityGroupRuleSpec spec() {
        return new DefaultSecurityGroupRuleSpec();
    }

    /** Has new security groups begin with this rule, too. {@code POST /default-security-group-rules}. */
    @Override
    public DefaultSecurityGroupRule create(DefaultSecurityGroupRuleSpec spec) {
        return make(spec);
    }

    /** Has new security groups begin with this rule no more. {@code DELETE /default-security-group-rules/{id}}. */
    @Override
    public Deleted delete(Ref<DefaultSecurityGroupRule> ref) {
        return remove(ref);
    }

    /** A listing of them. */
    public static final class Query extends Listing<DefaultSecurityGroupRule, Query> {
        Query(Question<DefaultSecurityGroupRule> question) {
            super(question, Query::new);
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

        /** That the default groups of projects begin with, or do not. */
        public Query usedInDefaultGroup(boolean used) {
            return with("used_in_default_sg", used);
        }

        /** That the other groups begin with, or do not. */
        public Query usedInOtherGroups(boolean used) {
            return with("used_in_non_default_sg", used);
        }
    }
}
