package io.github.openstackjvm.compute;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Creates;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.VersionRange;
import org.jspecify.annotations.Nullable;

import static io.github.openstackjvm.internal.wire.Wire.IdShape.ANY;
import static io.github.openstackjvm.internal.wire.Wire.Sorting.NONE;

/** The keypairs of the calling user, or with {@link #ofUser} of another one. */
public final class Keypairs extends NamedCollection<Keypair>
        implements Lists<Keypair, Keypairs.Query>, Creates<KeypairSpec, Keypair>, Deletes<Keypair, Deleted> {

    @Wire(path = "/os-keypairs", one = "keypair", wrapsItems = true, id = ANY, sorting = NONE, max = "2.92")
    interface Api extends CrudApi<Keypair> {}

    private final Binding<Api> callers;
    private final @Nullable String userId;

    Keypairs(Binding<Api> callers) {
        super(callers);
        this.callers = callers;
        this.userId = null;
    }

    private Keypairs(Binding<Api> callers, String userId) {
        super(callers.with("user_id", userId, VersionRange.since(2, 10)));
        this.callers = callers;
        this.userId = userId;
    }

    /** The keypairs of this user, by id, in every verb. For administrators. */
    @Since("2.10")
    public Keypairs ofUser(String userId) {
        return new Keypairs(callers, userId);
    }

    /** Lists the keypairs, without user and time. {@code GET /os-keypairs}; pages since 2.35. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    public KeypairSpec spec() {
        return new KeypairSpec();
    }

    /**
     * Imports a public key, or has Nova generate a pair (until 2.91), whose private key is in the answer and nowhere else.
     * {@code POST /os-keypairs}.
     *
     * @throws io.github.openstackjvm.error.Conflict when the user has one of this name
     * @throws io.github.openstackjvm.error.QuotaExceeded when the user may have no more
     */
    @Override
    public Keypair create(KeypairSpec spec) {
        // Nova takes the user of a new keypair from the body; with the parameter alone it would be the caller's.
        return userId == null
                ? make(spec)
                : new Keypairs(callers).make(spec.copy().userId(userId));
    }

    /** Deletes one; servers that have it keep it. {@code DELETE /os-keypairs/{name}}. */
    @Override
    public Deleted delete(Ref<Keypair> ref) {
        return remove(ref);
    }

    /** A listing of keypairs. */
    public static final class Query extends Listing<Keypair, Query> {
        Query(Question<Keypair> question) {
            super(question, Query::new);
        }
    }
}
