package io.github.openstackjvm.testkit.compute;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Schema;

/** How much of each resource projects, users in them, and all projects of a class may have. */
final class FakeQuotas implements FakeResource {
    private static final String SETS = "/os-quota-sets/{project}";
    private static final String CLASSES = "/os-quota-class-sets/{name}";

    private final FakeCompute nova;
    private final QuotaBook quotas;

    FakeQuotas(FakeCompute nova, QuotaBook quotas) {
        this.nova = nova;
        this.quotas = quotas;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(SETS, this::show);
        routes.get(SETS + "/defaults", this::defaults);
        routes.get(SETS + "/detail", this::details);
        routes.put(SETS, this::update);
        routes.delete(SETS, this::reset);
        routes.get(CLASSES, call -> {
            FakeCompute.adminOnly(call, "os-quota-class-sets:show");
            return ofClass(call, Json.map("id", call.param("name")));
        });
        routes.put(CLASSES, this::updateClass);
    }

    /** Everybody may see what concerns their own project. */
    private static void own(Call call, String rule) {
        if (!call.param("project").equals(call.caller().projectId())) {
            FakeCompute.adminOnly(call, "os-quota-sets:" + rule);
        }
    }

    private void checkProject(Call call) {
        String project = call.param("project");
        boolean known = nova.world().collection("", "identity/projects").has(project);
        // Who may not ask Keystone is believed.
        if (!known && call.caller().admin()) {
            throw Refusal.badRequest("Project ID " + project + " is not a valid project.");
        }
    }

    private static String user(Call call) {
        FakeCompute.query(call, Map.of("user_id", Forms.TEXT));
        List<String> users = call.queries("user_id");
        return users.isEmpty() ? "" : users.get(0);
    }

    private FakeResponse show(Call call) {
        String user = user(call);
        own(call, "show");
        checkProject(call);
        return set(call, Json.map("id", call.param("project")), limits(call, user));
    }

    private Function<String, Object> limits(Call call, String user) {
        String project = call.param("project");
        return resource -> user.isEmpty() ? quotas.limit(project, resource) : quotas.limit(project, user, resource);
    }

    private static FakeResponse set(Call call, Map<String, Object> view, Function<String, Object> values) {
        for (String resource : new TreeSet<>(QuotaBook.RESOURCES)) {
            if (QuotaBook.shown(call, resource, "2.36")) {
                view.put(resource, values.apply(resource));
            }
        }
        return Json.reply(200, Json.map("quota_set", view));
    }

    private FakeResponse defaults(Call call) {
        checkProject(call);
        Map<String, Integer> byDefault = quotas.ofClass("default");
        return set(call, Json.map("id", call.param("project")), resource -> byDefault.getOrDefault(resource, -1));
    }

    private FakeResponse details(Call call) {
        String user = user(call);
        own(call, "detail");
        checkProject(call);
        String project = call.param("project");
        Function<String, Object> limits = limits(call, user);
        return set(
                call,
                Json.map("id", project),
                resource -> Json.map(
                        "limit",
                        limits.apply(resource),
                        "in_use",
                        quotas.used(project, user, resource),
                        "reserved",
                        0));
    }

    private FakeResponse update(Call call) {
        Map<String, Object> wanted =
                FakeCompute.body(call, "quota_set", form(call, "2.36").optional("force", Schema.flag()));
        String user = user(call);
        FakeCompute.adminOnly(call, "os-quota-sets:update");
        checkProject(call);
        String project = call.param("project");
        if (wanted.containsKey("networks")) {
            throw Refusal.badRequest("The networks quota has been removed");
        }
        boolean force = Forms.flag(wanted.remove("force"), false);
        wanted.forEach((resource, value) -> {
            if (!force) {
                check(project, user, resource, (int) Forms.number(value));
            }
        });
        wanted.forEach((resource, value) -> quotas.set(project, user, resource, (int) Forms.number(value)));
        return set(call, Json.map(), limits(call, user));
    }

    /** Without force, no less than there is or was given to users, and for a user no more than the project has left. */
    private void check(String project, String user, String resource, int limit) {
        long least = quotas.used(project, user, resource);
        long most = -1;
        int ofProject = quotas.limit(project, resource);
        if (user.isEmpty()) {
            least = Math.max(least, ofProject < 0 ? -1 : quotas.givenToUsers(project, resource));
        } else if (ofProject >= 0) {
            most = ofProject - quotas.givenToUsers(project, resource) + quotas.given(project, user, resource);
        }
        if (unlimited(limit) < unlimited(least)) {
            throw Refusal.badRequest("Quota limit " + limit + " for " + resource
                    + " must be greater than or equal to already used and reserved " + least + ".");
        }
        if (unlimited(limit) > unlimited(most)) {
            throw Refusal.badRequest(
                    "Quota limit " + limit + " for " + resource + " must be less than or equal to " + most + ".");
        }
    }

    private static long unlimited(long limit) {
        return limit == -1 ? Long.MAX_VALUE : limit;
    }

    private static Schema.ObjectSchema form(Call call, String withoutNetworks) {
        Schema limit = Forms.whole("^-?[0-9]+$", -1, Integer.MAX_VALUE, "integer", "string");
        Schema.ObjectSchema form = Schema.object();
        for (String resource : QuotaBook.RESOURCES) {
            if (QuotaBook.shown(call, resource, withoutNetworks)) {
                form.optional(resource, limit);
            }
        }
        return call.since(withoutNetworks) ? form : form.optional("networks", limit);
    }

    private FakeResponse reset(Call call) {
        String user = user(call);
        FakeCompute.adminOnly(call, "os-quota-sets:delete");
        quotas.reset(call.param("project"), user);
        return FakeResponse.of(202).with("Content-Type", "application/json");
    }

    private FakeResponse ofClass(Call call, Map<String, Object> view) {
        Map<String, Integer> limits = quotas.ofClass(call.param("name"));
        for (String resource : new TreeSet<>(QuotaBook.RESOURCES)) {
            boolean group = !call.since("2.50") && resource.startsWith("server_group");
            if (QuotaBook.shown(call, resource, "2.50") && !group) {
                view.put(resource, limits.getOrDefault(resource, -1));
            }
        }
        return Json.reply(200, Json.map("quota_class_set", view));
    }

    private FakeResponse updateClass(Call call) {
        Map<String, Object> wanted = FakeCompute.body(call, "quota_class_set", form(call, "2.50"));
        FakeCompute.adminOnly(call, "os-quota-class-sets:update");
        String name = call.param("name");
        if (name.length() > 255) {
            throw Refusal.badRequest(
                    "Invalid input received: quota_class_name has " + name.length() + " characters, more than 255.");
        }
        wanted.forEach((resource, value) -> quotas.setOfClass(name, resource, (int) Forms.number(value)));
        return ofClass(call, Json.map());
    }
}
