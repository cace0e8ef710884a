package io.github.openstackjvm.testkit.identity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.openstackjvm.testkit.Account;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.FakeService;
import io.github.openstackjvm.testkit.engine.Ids;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/**
 * Users, projects and who may do what. From the beginning: {@code demo} and {@code alt_demo}, members of a project of
 * their own name, and {@code admin}, who may do everything in these projects, in the default domain and in the system. The
 * password of all is {@code secret}.
 */
public final class Directory {
    /** Who has the one has the other, too. */
    private static final Map<String, String> IMPLIED = Map.of("admin", "member", "member", "reader");

    private final FakeService keystone;
    private final Ids ids;

    Directory(FakeService keystone) {
        this.keystone = keystone;
        this.ids = keystone.world().ids();
        if (projects().all().isEmpty()) {
            domains()
                    .add(Row.of(
                            "id", "default", "name", "Default", "description", "The default domain", "enabled", true));
            List.of("admin", "member", "reader", "service").forEach(this::role);
            for (String name : List.of("admin", "demo", "alt_demo")) {
                user(name, "secret", name, name.equals("admin") ? "admin" : "member");
            }
            project("service");
            grant("admin", "project_id", project("demo").id(), "admin");
            grant("admin", "domain_id", "default", "admin");
            grant("admin", "system", "all", "admin");
        }
    }

    private void role(String name) {
        roles().add(Row.of(
                "id",
                ids.hex(),
                "name",
                name,
                "domain_id",
                null,
                "description",
                null,
                "options",
                name.equals("service") ? Map.of() : Map.of("immutable", true)));
    }

    /** The project of this name in the default domain, made when there is none. */
    public Row project(String name) {
        return projects()
                .first("name", name)
                .orElseGet(() -> projects()
                        .add(Row.of(
                                "id",
                                ids.hex(),
                                "name",
                                name,
                                "domain_id",
                                "default",
                                "description",
                                name.equals("admin") ? "Bootstrap project for initializing the cloud." : "",
                                "enabled",
                                true,
                                "parent_id",
                                "default",
                                "is_domain",
                                false,
                                "tags",
                                new ArrayList<String>())));
    }

    /** Gives a user of the default domain a role in a project; both are made when there are none. */
    public Row user(String name, String password, String project, String role) {
        Row home = project(project);
        Row user = users().where("name", name).stream()
                .filter(row -> row.is("domain_id", "default"))
                .findFirst()
                .orElseGet(() -> newUser(name, home));
        user.set("password", password);
        grant(name, "project_id", home.id(), role);
        return user;
    }

    private Row newUser(String name, Row home) {
        Row user = users().add(Row.of("id", ids.hex(), "name", name, "domain_id", "default", "enabled", true));
        return name.equals("admin") ? user : user.set("default_project_id", home.id());
    }

    /** Who can log in to which project of the default domain. */
    public List<Account> accounts() {
        List<Account> accounts = new ArrayList<>();
        for (Row user : users().where("domain_id", "default")) {
            for (String id : targets(user.id(), "project_id")) {
                projects()
                        .find(id)
                        .filter(project -> project.is("domain_id", "default"))
                        .ifPresent(project -> accounts.add(
                                new Account(user.text("name"), user.text("password"), project.text("name"))));
            }
        }
        return accounts;
    }

    /** Gives a user a role on a project, a domain or the system. */
    public void grant(String user, String kind, String target, String role) {
        assignments()
                .add(Row.of(
                        "id",
                        ids.hex(),
                        "user_id",
                        named(users(), user).id(),
                        "role_id",
                        named(roles(), role).id(),
                        kind,
                        target));
    }

    private static Row named(FakeCollection all, String name) {
        return all.first("name", name)
                .orElseThrow(
                        () -> new IllegalArgumentException("There is nothing named " + name + " among " + all.all()));
    }

    /** The roles a user has on a project, a domain or the system, implied ones included. */
    List<Row> rolesOn(String user, String kind, String target) {
        Set<String> names = new LinkedHashSet<>();
        for (Row grant : assignments().where("user_id", user)) {
            if (grant.is(kind, target)) {
                @Nullable
                String name = roles().find(grant.text("role_id"))
                        .map(role -> role.text("name"))
                        .orElse(null);
                while (name != null) {
                    names.add(name);
                    name = IMPLIED.get(name);
                }
            }
        }
        return names.stream().map(name -> named(roles(), name)).toList();
    }

    /** What a user has any role on: ids of projects or domains, or {@code all} for the system. */
    Set<String> targets(String user, String kind) {
        Set<String> targets = new LinkedHashSet<>();
        for (Row grant : assignments().where("user_id", user)) {
            if (grant.get(kind) != null) {
                targets.add(grant.text(kind));
            }
        }
        return targets;
    }

    /** The thing a reference names by id, or by name within a domain. */
    Optional<Row> resolve(FakeCollection all, Map<String, Object> reference) {
        if (reference.get("id") instanceof String id) {
            return all.find(id);
        }
        Optional<Row> domain = resolveDomain(Json.object(reference.get("domain")));
        return domain.flatMap(in ->
                all.where(row -> row.is("name", reference.get("name")) && row.is("domain_id", in.id())).stream()
                        .findFirst());
    }

    /** The domain a reference names by id or name. */
    Optional<Row> resolveDomain(Map<String, Object> reference) {
        return reference.get("id") instanceof String id
                ? domains().find(id)
                : domains().first("name", String.valueOf(reference.get("name")));
    }

    /** All projects. */
    public FakeCollection projects() {
        return keystone.collection("projects");
    }

    /** All users. */
    public FakeCollection users() {
        return keystone.collection("users");
    }

    FakeCollection roles() {
        return keystone.collection("roles");
    }

    FakeCollection domains() {
        return keystone.collection("domains");
    }

    FakeCollection assignments() {
        return keystone.collection("assignments");
    }

    /** Domain, id and name, as tokens show users and projects. */
    Map<String, Object> brief(Row row) {
        Map<String, Object> domain = domains()
                .find(row.text("domain_id"))
                .map(found -> found.pick("id", "name"))
                .orElseGet(Map::of);
        return Json.map("domain", domain, "id", row.id(), "name", row.text("name"));
    }
}
