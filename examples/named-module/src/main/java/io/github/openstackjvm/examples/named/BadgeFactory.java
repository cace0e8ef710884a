package io.github.openstackjvm.examples.named;

import java.util.List;

import io.github.openstackjvm.auth.AuthMethod;
import io.github.openstackjvm.auth.AuthMethodFactory;
import io.github.openstackjvm.auth.AuthSettings;

/** A company's own way to log in: {@code auth_type: acme_badge}, with a {@code badge} and a {@code pin}. */
public final class BadgeFactory implements AuthMethodFactory {

    /** For the service loader. */
    public BadgeFactory() {}

    @Override
    public List<String> types() {
        return List.of("acme_badge");
    }

    @Override
    public AuthMethod make(AuthSettings settings) {
        settings.require("badge", "pin");
        return new BadgeAuth(settings.text("badge"), settings.secret("pin"), settings.scope());
    }
}
