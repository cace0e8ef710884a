package io.github.openstackjvm.testkit;

import java.util.List;

import io.github.openstackjvm.testkit.engine.Row;

/** Assertions about a user. */
public final class UserAssert extends ResourceAssert<UserAssert> {
    UserAssert(Found found) {
        super(found, UserAssert.class);
    }

    /** It was given the role of this name in the project of this name or id. */
    public UserAssert hasRole(String role, String project) {
        List<Row> here = found().where("identity/assignments", "user_id", row().id()).stream()
                .filter(grant -> found().named("identity/projects", grant.get("project_id"), project))
                .toList();
        return check(
                here.stream().anyMatch(grant -> found().named("identity/roles", grant.get("role_id"), role)),
                "to have the role %s in project %s, but it has %s",
                role,
                project,
                names(
                        "identity/roles",
                        here.stream().map(grant -> grant.text("role_id")).toList()));
    }

    /** It may log in. */
    public UserAssert isEnabled() {
        return has("enabled", true);
    }

    /** It may not log in. */
    public UserAssert isDisabled() {
        return has("enabled", false);
    }
}
