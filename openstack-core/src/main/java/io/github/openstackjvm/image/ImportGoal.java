package io.github.openstackjvm.image;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.resource.Transition.Sighting;

/**
 * Tells by an image how far an import into it is. While one is under way, the image names its task; that it does no longer
 * means that it ended, well or not: an image whose import failed is queued again.
 */
final class ImportGoal {
    private final Binding<Images.Api> binding;
    private final boolean copy;
    private final boolean all;

    ImportGoal(Binding<Images.Api> binding, Body order) {
        this.binding = binding;
        this.copy = order.fields().get("method") instanceof Map<?, ?> method
                && ImportMethod.COPY_IMAGE.value().equals(method.get("name"));
        this.all = !Boolean.FALSE.equals(order.fields().get("all_stores_must_succeed"));
    }

    Sighting<Image> judge(Image image) {
        ImageStatus status = image.status();
        if (image.importTaskId() != null || status.equals(ImageStatus.IMPORTING) || status.equals(ImageStatus.SAVING)) {
            return Sighting.going(status.value());
        } else if (status.equals(ImageStatus.ACTIVE)) {
            return copy && all && !image.failedImportStores().isEmpty()
                    ? failed(image)
                    : Sighting.reached(status.value(), image);
        } else if (!status.equals(ImageStatus.QUEUED) && !status.equals(ImageStatus.UPLOADING)) {
            return active(image);
        }
        // Older clouds name no task: what is queued there may not have begun yet.
        return !image.failedImportStores().isEmpty() || lastTaskFailed(image)
                ? failed(image)
                : Sighting.going(status.value());
    }

    /** Whether it is of use yet, whoever makes it. */
    static Sighting<Image> active(Image image) {
        ImageStatus status = image.status();
        if (status.equals(ImageStatus.ACTIVE)) {
            return Sighting.reached(status.value(), image);
        }
        boolean over = List.of(
                        ImageStatus.KILLED, ImageStatus.DELETED, ImageStatus.PENDING_DELETE, ImageStatus.DEACTIVATED)
                .contains(status);
        return over ? Sighting.failed(status.value(), "it is " + status) : Sighting.going(status.value());
    }

    private Sighting<Image> failed(Image image) {
        String stores = image.failedImportStores().isEmpty()
                ? ""
                : " for the stores " + String.join(", ", image.failedImportStores());
        String words = tasks(image).stream()
                .findFirst()
                .map(ImageTask::message)
                .map(message -> ": " + message)
                .orElse("");
        return Sighting.failed(image.status().value(), "the import failed" + stores + words);
    }

    private boolean lastTaskFailed(Image image) {
        return tasks(image).stream()
                .findFirst()
                .filter(task -> task.status().equals(TaskStatus.FAILURE))
                .isPresent();
    }

    private List<ImageTask> tasks(Image image) {
        try {
            return binding.api().tasks(image.id(), binding.call());
        } catch (NotFound e) {
            return List.of(); // of clouds before 2.12
        }
    }
}
