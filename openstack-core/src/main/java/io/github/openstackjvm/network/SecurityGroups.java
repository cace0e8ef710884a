package io.github.openstackjvm.network;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.TagsApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Creates;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Tags;
import io.github.openstackjvm.resource.Updates;

/** The security groups of the project. */
public final class SecurityGroups extends NamedCollection<SecurityGroup>
        implements Lists<SecurityGroup, SecurityGroups.Query>,
                Creates<SecurityGroupSpec, SecurityGroup>,
                Updates<SecurityGroup, SecurityGroupSpec.Update, SecurityGroup>,
                Deletes<SecurityGroup, Deleted> {

    @Wire(path = "/security-groups", one = "security_group", nameFilter = "name", marks = Wire.Marks.DESCRIPTION)
    interface Api extends CrudApi<SecurityGroup> {}

    @Wire(path = "/security-groups/{parent}/tags", many = "tags")
    interface GroupTagsApi extends TagsApi {}

    SecurityGroups(Binding<Api> binding) {
        super(binding);
    }

    /** Lists the security groups with their rules. {@code GET /security-groups}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    public SecurityGroupSpec spec() {
        return new SecurityGroupSpec();
    }

    /**
     * Creates a security group, which Neutron gives two rules that let all traffic out. {@code POST /security-groups}.
     *
     * @throws io.github.openstackjvm.error.QuotaExceeded when the project may have no more
     */
    @Override
    public SecurityGroup create(SecurityGroupSpec spec) {
        return make(spec);
    }

    @Override
    public SecurityGroupSpec.Update changes() {
        return new SecurityGroupSpec.Update();
    }

    /**
     * Changes a security group; its rules have verbs of their own. {@code PUT /security-groups/{id}}.
     *
     * @throws io.github.openstackjvm.error.BadRequest when it is the project's default group and the name is to change
     */
    @Override
    public SecurityGroup update(Ref<SecurityGroup> ref, SecurityGroupSpec.Update changes) {
        return change(ref, changes);
    }

    /**
     * Deletes a security group with its rules. {@code DELETE /security-groups/{id}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when a port uses it, or another group's rule names it
     */
    @Override
    public Deleted delete(Ref<SecurityGroup> ref) {
        return remove(ref);
    }

    /** The tags of one. {@code /security-groups/{id}/tags}. */
    public Tags tags(Ref<SecurityGroup> ref) {
        return tags(ref, GroupTagsApi.class);
    }

    /** The tags of the one with this id. */
    public Tags tags(String id) {
        return tags(Ref.id(id));
    }

    /** A listing of security groups. */
    public static final class Query extends NetworkListing<SecurityGroup, Query> {
        Query(Question<SecurityGroup> question) {
            super(question, Query::new);
        }

        /** Those that keep state, or those that do not. */
        public Query stateful(boolean stateful) {
            return with("stateful", stateful);
        }

        /** Those that other projects may use, too, or only the project's own. */
        public Query shared(boolean shared) {
            return with("shared", shared);
        }
    }
}
