package io.github.openstackjvm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Mark;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.session.Token;

/** Looks for what bears a mark. */
final class Marked {
    private final Cloud cloud;

    Marked(Cloud cloud) {
        this.cloud = cloud;
    }

    /** Those among all of their kind that bear this one. */
    @SuppressWarnings("unchecked") // what can bear a mark is a resource
    List<Ledger.Made> among(Binding<?> where, Mark mark) {
        List<Ledger.Made> found = new ArrayList<>();
        for (Resource<?> one : Question.all((Binding<CrudApi<Resource<?>>>) where)) {
            if (mark.isOn(one) && isOurs(one)) {
                Instant since = Mark.value(one, "createdAt") instanceof Instant time ? time : null;
                found.add(new Ledger.Made(where, one.id(), one.name(), since));
            }
        }
        return found;
    }

    /** Administrators see what is others', too. */
    private boolean isOurs(Resource<?> one) {
        Object owner = Mark.value(one, "projectId");
        Token.Owner project = cloud.session().token().project();
        return owner == null || project == null || owner.equals(project.id());
    }
}
