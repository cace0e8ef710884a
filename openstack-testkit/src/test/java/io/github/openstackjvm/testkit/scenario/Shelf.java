package io.github.openstackjvm.testkit.scenario;

import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.objectstore.ContainerSpec;
import io.github.openstackjvm.objectstore.Containers;
import io.github.openstackjvm.objectstore.StoredObject;
import io.github.openstackjvm.objectstore.StoredObjects;

/** Containers of a scenario, which are emptied and deleted at its end. */
final class Shelf {
    private final Cloud cloud;
    private final Scratch scratch;

    Shelf(Cloud cloud, Scratch scratch) {
        this.cloud = cloud;
        this.scratch = scratch;
    }

    /** A new container, whose name ends so. */
    StoredObjects container(String name) {
        return container(ContainerSpec.named(scratch.name(name)));
    }

    StoredObjects container(ContainerSpec spec) {
        String name = cloud.objectstore().containers().create(spec).toString().replaceAll("ById\\[id=|]$", "");
        scratch.undo(() -> remove(name));
        return cloud.objectstore().objects(name);
    }

    /** Will remove what is made in passing, too. */
    void alsoRemoves(String name) {
        scratch.undo(() -> remove(name));
    }

    @SuppressWarnings("EmptyCatch") // gone already is what is wanted
    private void remove(String name) {
        Containers containers = cloud.objectstore().containers();
        StoredObjects objects = cloud.objectstore().objects(name);
        if (containers.find(name).isEmpty()) {
            return;
        }
        containers.update(name, containers.changes().removeVersionsLocation());
        containers.update(name, containers.changes().versions(false));
        for (StoredObject version : objects.list().versions()) {
            try {
                objects.ofVersion(String.valueOf(version.versionId())).delete(version);
            } catch (NotFound expected) {
                // Deleted with another one.
            }
        }
        List<String> rest = objects.list().stream().map(StoredObject::name).toList();
        if (!rest.isEmpty()) {
            objects.deleteAll(rest);
        }
        containers.delete(name);
    }
}
