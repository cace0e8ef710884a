package io.github.openstackjvm.image;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Accepted;
import io.github.openstackjvm.resource.Creates;
import io.github.openstackjvm.resource.Gets;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.ResourceCollection;
import io.github.openstackjvm.resource.Transition.Sighting;

import static io.github.openstackjvm.internal.wire.Wire.Paging.NEXT_MARKER;

/**
 * What the service does in the background; for administrators. Everybody sees the tasks of an image with {@link Images#tasks}.
 * Tasks are forgotten some days after their end.
 */
public final class ImageTasks extends ResourceCollection<ImageTask>
        implements Lists<ImageTask, ImageTasks.Query>, Gets<ImageTask>, Creates<ImageTaskSpec, Pending<ImageTask>> {

    @Wire(path = "/tasks", many = "tasks", paging = NEXT_MARKER)
    interface Api extends CrudApi<ImageTask> {}

    ImageTasks(Binding<Api> binding) {
        super(binding);
    }

    /** Lists the tasks, the latest first, without their input, message and result. {@code GET /tasks}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** Reads one. {@code GET /tasks/{id}}. */
    @Override
    public ImageTask get(Ref<ImageTask> ref) {
        return read(ref);
    }

    @Override
    public ImageTaskSpec spec() {
        return new ImageTaskSpec();
    }

    /** Begins a task. {@code POST /tasks}. The way to import images of old; {@link Images#importData} is today's. */
    @Override
    public Pending<ImageTask> create(ImageTaskSpec spec) {
        Accepted accepted = order(spec);
        return pending(accepted, ImageTasks::judge);
    }

    private static Sighting<ImageTask> judge(ImageTask task) {
        String status = task.status().value();
        if (task.status().equals(TaskStatus.SUCCESS)) {
            return Sighting.reached(status, task);
        }
        return task.status().equals(TaskStatus.FAILURE)
                ? Sighting.failed(status, task.message() == null ? "" : task.message())
                : Sighting.going(status);
    }

    @Override
    protected boolean slow() {
        return true;
    }

    /** A listing of tasks. */
    public static final class Query extends Listing<ImageTask, Query> {
        Query(Question<ImageTask> question) {
            super(question, Query::new);
        }

        /** In this state. */
        public Query status(TaskStatus status) {
            return with("status", status);
        }

        /** Of this type; Glance lets nobody ask for another one than {@code import}. */
        public Query type(String type) {
            return with("type", type);
        }
    }
}
