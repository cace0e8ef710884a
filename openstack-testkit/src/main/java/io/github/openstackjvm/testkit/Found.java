package io.github.openstackjvm.testkit;

import java.util.List;

import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.Row;

/**
 * Things of a fake cloud that an assertion is about.
 *
 * @param fake where
 * @param what their kind in words
 * @param kind their collection
 * @param nameOrId which
 */
record Found(FakeCloud fake, String what, String kind, String nameOrId) {

    FakeCollection all() {
        return in(kind);
    }

    FakeCollection in(String otherKind) {
        return fake.world().collection(fake.region(), otherKind);
    }

    List<Row> rows() {
        // Nova keeps the servers it has deleted.
        return fake.locked(() ->
                all().where(row -> (row.is("name", nameOrId) || row.id().equals(nameOrId)) && !row.is("deleted")));
    }

    @Override
    public String toString() {
        return what + " " + nameOrId;
    }
}
