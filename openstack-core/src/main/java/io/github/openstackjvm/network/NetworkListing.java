package io.github.openstackjvm.network;

import java.util.function.Function;

import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Question;

/**
 * A listing of Neutron: every field can be filtered by with {@code with}; what nearly all resources have is named here.
 *
 * @param <T> the resource
 * @param <Q> the listing itself
 */
public abstract class NetworkListing<T, Q extends NetworkListing<T, Q>> extends Listing<T, Q> {

    /** For the listings of a collection. */
    protected NetworkListing(Question<T> question, Function<Question<T>, Q> like) {
        super(question, like);
    }

    /** With one of these ids. */
    public final Q ids(String... ids) {
        return with("id", (Object[]) ids);
    }

    /** With exactly this name. */
    public final Q name(String name) {
        return with("name", name);
    }

    /** With exactly this description. */
    public final Q description(String description) {
        return with("description", description);
    }

    /** Of the project with this id; for administrators, who otherwise see those of all. */
    public final Q projectId(String projectId) {
        return with("project_id", projectId);
    }

    /** At this revision. */
    public final Q revisionNumber(int revisionNumber) {
        return with("revision_number", revisionNumber);
    }

    /** With all of these tags. */
    public final Q tags(String... tags) {
        return with("tags", String.join(",", tags));
    }

    /** With at least one of these tags. */
    public final Q tagsAny(String... tags) {
        return with("tags-any", String.join(",", tags));
    }

    /** Without at least one of these tags. */
    public final Q notTags(String... tags) {
        return with("not-tags", String.join(",", tags));
    }

    /** Without any of these tags. */
    public final Q notTagsAny(String... tags) {
        return with("not-tags-any", String.join(",", tags));
    }
}
