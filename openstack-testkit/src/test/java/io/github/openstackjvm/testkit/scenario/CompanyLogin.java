package io.github.openstackjvm.testkit.scenario;

import java.util.List;

import io.github.openstackjvm.auth.AuthMethod;
import io.github.openstackjvm.auth.AuthMethodFactory;
import io.github.openstackjvm.auth.AuthSettings;
import io.github.openstackjvm.auth.PasswordAuth;

/** A company's own way in, registered as its jar would do it: a badge and its pin. */
public final class CompanyLogin implements AuthMethodFactory {
    static final String TYPE = "acme_badge";

    @Override
    public List<String> types() {
        return List.of(TYPE);
    }

    @Override
    public AuthMethod make(AuthSettings settings) {
        settings.require("badge", "pin");
        return PasswordAuth.user(settings.text("badge"), settings.userDomain(), settings.secret("pin"))
                .withScope(settings.scope());
    }
}
