package io.github.openstackjvm.blockstorage;

import java.util.function.Function;

import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Question;

/**
 * A listing of Cinder: what nearly all resources can be filtered by. Operators decide what else users may filter by;
 * administrators may by every field, with {@code with}.
 *
 * @param <T> the resource
 * @param <Q> the listing itself
 */
public abstract class BlockListing<T, Q extends BlockListing<T, Q>> extends Listing<T, Q> {

    BlockListing(Question<T> question, Function<Question<T>, Q> like) {
        super(question, like);
    }

    /** With exactly this name. */
    public final Q name(String name) {
        return with("name", name);
    }

    /** Those of all projects; for administrators, ignored for others. */
    public final Q allProjects() {
        return with("all_tenants", true);
    }

    /** Of the project with this id, together with {@link #allProjects}; for administrators. */
    public final Q projectId(String projectId) {
        return with("project_id", projectId);
    }
}
