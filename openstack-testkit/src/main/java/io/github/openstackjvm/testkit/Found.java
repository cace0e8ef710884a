package io.github.openstackjvm.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/**
 * Things of a fake cloud that an assertion is about.
 *
 * @param scope where to look
 * @param what their kind in words
 * @param all everything of the kind
 * @param nameOrId which; null for all of the kind
 */
record Found(
        Scope scope,
        String what,
        Supplier<List<Row>> all,
        @Nullable String nameOrId) {

    /**
     * A part of a cloud.
     *
     * @param fake the cloud
     * @param region in which
     * @param project whose; null for everybody's
     */
    record Scope(FakeCloud fake, String region, @Nullable String project) {

        FakeCollection in(String kind) {
            return fake.world().collection(kind.startsWith("identity/") ? "" : region, kind);
        }

        /** All things of these kinds, each kind with what goes before its name, such as {@code object-store/containers/}. */
        List<Row> below(String prefix, BiFunction<String, Row, Row> view) {
            List<Row> rows = new ArrayList<>();
            for (String kind : fake.world().kinds(region, prefix)) {
                in(kind).all().forEach(row -> rows.add(view.apply(kind.substring(prefix.length()), row)));
            }
            return rows;
        }

        /** The id of the project; null when it is everybody's, or there is none. */
        @Nullable
        String projectId() {
            return project == null ? null : fake.projectId(project);
        }
    }

    List<Row> rows() {
        return some().stream()
                .filter(row -> nameOrId == null || is(row, nameOrId))
                .toList();
    }

    /** All of the kind. */
    List<String> names() {
        return some().stream().map(Found::name).toList();
    }

    private List<Row> some() {
        return scope.fake().locked(() -> all.get().stream().filter(this::mine).toList());
    }

    // Nova keeps the servers it has deleted.
    private boolean mine(Row row) {
        String field = row.fields().containsKey("owner") ? "owner" : "project_id";
        return !row.is("deleted") && (scope.project() == null || row.is(field, scope.projectId()));
    }

    private static boolean is(Row row, String nameOrId) {
        return row.id().equals(nameOrId) || row.is("name", nameOrId) || row.is("floating_ip_address", nameOrId);
    }

    private static String name(Row row) {
        String address = row.text("floating_ip_address");
        String name = address.isEmpty() ? row.text("name") : address;
        return name.isEmpty() ? row.id() : name;
    }

    /** Another collection of the same region. */
    FakeCollection in(String otherKind) {
        return scope.in(otherKind);
    }

    /** Whether a thing of this kind and id goes by this name or id. */
    boolean named(String otherKind, @Nullable Object id, String wanted) {
        return wanted.equals(id)
                || Optional.ofNullable(id)
                        .flatMap(some -> in(otherKind).find(some.toString()))
                        .filter(row -> is(row, wanted))
                        .isPresent();
    }

    /** A name for a thing of this kind and id; the id when it has none. */
    String nameOf(String otherKind, @Nullable Object id) {
        return Optional.ofNullable(id)
                .flatMap(some -> in(otherKind).find(some.toString()))
                .map(Found::name)
                .orElse(String.valueOf(id));
    }

    /** Things of another kind for which the test holds. */
    List<Row> where(String otherKind, String field, Object value) {
        return scope.fake().locked(() -> in(otherKind).where(field, value));
    }

    @Override
    public String toString() {
        return what
                + (nameOrId == null ? "" : " " + nameOrId)
                + (scope.project() == null ? "" : " of project " + scope.project());
    }
}
