package io.github.openstackjvm.internal.session;

import io.github.openstackjvm.auth.AuthMethod;
import io.github.openstackjvm.auth.PasswordAuth;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.resource.Secret;

/** Stand-in. */
final class AuthMethods {
    private AuthMethods() {}

    static AuthMethod of(CloudConfig config) {
        return config.authMethod()
                .orElseGet(() -> PasswordAuth.user(
                                config.auth("username").orElse(""),
                                config.userDomain(),
                                config.authSecret("password").orElse(Secret.of("")))
                        .withScope(config.scope()));
    }
}
